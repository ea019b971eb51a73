import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch } from '../../tests/browser/chromium.mjs';
import { POLICY, serve } from '../../tests/browser/server.mjs';
import { consumer } from '../consumer.mjs';

/** Opens the page; gives its text, what it complained of, and where it asked. */
async function open(policy) {
  const server = await serve({ folders: { '': consumer('plain-html/') }, policy });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const [complaints, hosts] = [[], new Set()];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(`${error.message} ${error.code ?? ''}`));
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    const failed = page.waitForEvent('pageerror');
    await page.goto(`${server.url}/`);
    const shown = page.waitForFunction(() => document.querySelector('#circles').textContent !== '…');
    await Promise.any([failed, shown]);
    return { text: await page.textContent('#circles'), complaints, hosts: [...hosts], own: new URL(server.url).host };
  } finally {
    await browser.close();
    await server.close();
  }
}

test('a plain page evaluates a plan under a strict policy, and asks nobody else', async () => {
  const { text, complaints, hosts, own } = await open(POLICY);
  assert.deepEqual(complaints.filter((complaint) => !/favicon|404/.test(complaint)), []);
  assert.equal(text, '12');
  assert.deepEqual(hosts, [own]);
});

test('where WebAssembly is refused, load says so', async () => {
  const { text, complaints } = await open(POLICY.replace(" 'wasm-unsafe-eval'", ''));
  assert.equal(text, '…');
  assert.ok(complaints.some((complaint) => complaint.includes('WebAssembly did not start')), complaints.join('\n'));
});
