// The page that says whether Jaarplan works here, and what to ask of IT.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { Engine, NAMES } from './engines.mjs';
import { serve } from './server.mjs';

const FREE = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; frame-src 'self'";
const STRICT = FREE.replace(" 'wasm-unsafe-eval'", '');
const HOSTS = Array.from({ length: 60 }, (_, i) => `https://deel${i}.example`).join(' ');
const SHORT = `default-src 'self' ${HOSTS}`; // one rule, though a long one
const FAST = 'Jaarplan werkt hier, met de snelle rekenmotor.';
const SLOW = (rule) => `Jaarplan werkt hier, met de trage reservemotor, want de pagina staat WebAssembly niet toe (regel ${rule}).`;
const HTML = '<!doctype html><title>Niet gevonden</title>'; // what an application gives for every address

/** What the page says when it is done. */
const said = () => {
  const words = (id) => (document.getElementById(id).closest('[hidden]') ? '' : document.getElementById(id).textContent);
  return (
    !document.querySelector('[data-after][hidden]') && {
      verdict: words('verdict'),
      request: words('request'),
      header: words('header'),
      report: document.getElementById('report').value,
      mail: document.getElementById('mail').href,
    }
  );
};

for (const name of NAMES) {
  describe(name, () => {
    const engines = Object.fromEntries([FREE, STRICT, SHORT].map((policy) => [policy, new Engine(name)]));
    before(async () => {
      for (const [policy, engine] of Object.entries(engines)) await engine.start({ policy });
    });
    after(async () => {
      for (const engine of Object.values(engines)) await engine.stop();
    });

    /** Opens the page under a policy, with other files in the place of some; what it says. */
    async function visit(policy, others = {}, address = `${engines[policy].server.url}/diagnose.html`) {
      const engine = engines[policy];
      engine.pages.clear();
      for (const [path, text] of Object.entries(others)) engine.pages.set(path, text);
      engine.server.requests.length = 0;
      await engine.driver.get(address);
      return until(engine.driver, said);
    }

    test('it works, fast: nothing to ask', async () => {
      const { verdict, request, report } = await visit(FREE);
      assert.equal(verdict, FAST);
      assert.equal(request, '');
      assert.match(report, /^Snelle motor \(WebAssembly\): werkt\nReservemotor \(JavaScript\): werkt\nIn gebruik: de snelle motor$/m);
      assert.match(report, /^Versie: \d+\.\d+\.\d+ \(model \d{4}\.\d+\)$/m);
      assert.match(report, /^Opslag in de browser: werkt$/m);
      assert.match(report, /^In een kader: nee$/m);
      const { requests } = engines[FREE].server;
      assert.deepEqual(requests.filter((path) => !/icon/.test(path)).sort(), ['/diagnose.html', '/diagnose.js', '/elements-js.js', '/elements.js', '/page.css']);
    });

    test('it works, slower: the rule, and the header that would do', async () => {
      const { verdict, request, header, report } = await visit(STRICT);
      assert.equal(verdict, SLOW('script-src'));
      assert.match(request, /'wasm-unsafe-eval'/);
      // WebKit tells no more than the rule.
      const known = name === 'WebKitGTK' ? "script-src 'self' 'wasm-unsafe-eval'" : FREE;
      assert.equal(header, `Content-Security-Policy: ${known}`);
      for (const text of [verdict, request, header]) assert.ok(report.includes(text));
      assert.match(report, /^Snelle motor \(WebAssembly\): werkt niet \(refused\): .*(WebAssembly|wasm)/m);
      assert.equal(/^Geweigerd door de pagina: script-src: wasm-eval$/m.test(report), name !== 'WebKitGTK');
    });

    test('a policy without script-src gets one', async () => {
      const { verdict, header } = await visit(SHORT);
      assert.match(verdict, /trage reservemotor, want de pagina staat WebAssembly niet toe/);
      assert.match(header, /script-src 'self' .*'wasm-unsafe-eval'$/);
      if (name !== 'WebKitGTK') assert.equal(header, `Content-Security-Policy: ${SHORT}; ${SHORT.replace('default', 'script')} 'wasm-unsafe-eval'`);
    });

    test('without the spare engine it says so, and under a strict policy that nothing works', async () => {
      const other = { '/elements-js.js': HTML };
      const fast = await visit(FREE, other);
      assert.equal(fast.verdict, FAST);
      assert.match(fast.request, /^De reservemotor ontbreekt\. Zet elements-js\.js in dezelfde map/);
      const none = await visit(STRICT, other);
      assert.equal(none.verdict, 'Jaarplan werkt hier niet: de pagina staat WebAssembly niet toe (regel script-src), en de reservemotor start niet.');
      assert.match(none.request, /Zet elements-js\.js .* Mag WebAssembly/);
      assert.match(none.header, /'wasm-unsafe-eval'/);
    });

    test('without its file it says which', async () => {
      const { verdict, request, report } = await visit(FREE, { '/elements.js': HTML });
      assert.equal(verdict, 'Jaarplan werkt hier niet: het bestand elements.js kwam niet.');
      assert.match(request, /text\/javascript/);
      assert.match(report, /^Niet geladen: ./m);
    });

    test('the mail holds the text, and is short enough for any program', async () => {
      for (const policy of [FREE, SHORT]) {
        const { mail, report } = await visit(policy);
        assert.ok(mail.length < 2000, `${mail.length}`);
        const { protocol, searchParams } = new URL(mail);
        assert.equal(protocol, 'mailto:');
        const [body, cut] = searchParams.get('body').replaceAll('\r\n', '\n').split('… (ingekort');
        assert.equal(body, cut === undefined ? report : report.slice(0, body.length));
        if (policy === FREE) assert.equal(cut, undefined);
        else if (name !== 'WebKitGTK') assert.ok(cut);
      }
    });

    test('in a sandbox without an origin it says so', async () => {
      const engine = engines[FREE];
      engine.pages.clear();
      engine.pages.set('/host.html', '<!doctype html><iframe sandbox="allow-scripts" src="/diagnose.html" width="900" height="900"></iframe>');
      await engine.driver.get(`${engine.server.url}/host.html`);
      await engine.driver.switchTo().frame(0);
      try {
        // In WebKit no script runs there at all: what stood in the page stays.
        if (name === 'WebKitGTK') return assert.match(await engine.driver.executeScript(() => document.body.textContent), /Dan laat deze omgeving geen scripts toe/);
        const { verdict, request, report } = await until(engine.driver, said);
        assert.equal(verdict, 'Jaarplan werkt hier niet: dit kader staat in een sandbox zonder eigen adres.');
        assert.match(request, /allow-same-origin/);
        assert.match(report, /^Sandbox zonder eigen adres: ja$/m);
        // Not even the module that copies is let in: the text is selected.
        await engine.driver.executeScript(() => document.getElementById('copy').click());
        await until(engine.driver, () => {
          const { selectionStart, selectionEnd, textLength } = document.getElementById('report');
          return selectionStart === 0 && selectionEnd === textLength;
        });
      } finally {
        await engine.driver.switchTo().defaultContent();
      }
    });

    test('from a disk it says so', async () => {
      const { verdict, request } = await visit(FREE, {}, new URL('../../www/diagnose.html', import.meta.url).href);
      assert.equal(verdict, 'Jaarplan werkt hier niet: een pagina die je van een schijf opent, laadt geen modules.');
      assert.match(request, /jaarplan\.js/);
    });
  });
}

async function until(driver, work) {
  for (const end = Date.now() + 15_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const value = await driver.executeScript(work);
    if (value) return value;
    assert.ok(Date.now() < end, await driver.executeScript(() => document.body.textContent));
  }
}

// Only here can a name be given to a server of our own.
test('on plain http, under a name of its own, it works, and the text is selected to copy', { skip: !NAMES.includes('Chromium') }, async () => {
  const server = await serve();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP intranet 127.0.0.1'] });
  try {
    const page = await browser.newPage();
    const hosts = new Set();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(`${server.url.replace('127.0.0.1', 'intranet')}/diagnose.html`);
    await page.locator('#report').waitFor();
    assert.equal(await page.locator('#verdict').innerText(), FAST);
    assert.match(await page.locator('#report').inputValue(), /^Beveiligde verbinding: nee$/m);
    await page.getByRole('button', { name: 'Kopieer' }).click();
    await page.locator('#copied').filter({ hasText: 'Geselecteerd' }).waitFor();
    assert.equal(await page.evaluate(() => getSelection().toString()), await page.locator('#report').inputValue());
    assert.equal(hosts.size, 1);
  } finally {
    await browser.close();
    await server.close();
  }
});
