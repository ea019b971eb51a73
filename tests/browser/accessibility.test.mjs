// Every element in every state, as the engines axe-core and IBM's see it: all rules of WCAG 2.0 to 2.2
// level A and AA, of EN 301 549, and best practice. What an engine cannot decide it calls incomplete:
// those are counted in the output and fail nothing.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { forEachEngine, Key } from './engines.mjs';
import { html, WIDGETS } from './widgets.mjs';

const source = (name) => readFileSync(createRequire(import.meta.url).resolve(name), 'utf8');
const AXE = source('axe-core/axe.min.js');
const IBM = `${source('accessibility-checker-engine/ace.js')}; window.ace = ace;`;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'EN-301-549', 'best-practice'];

/** How people look at it. */
const LOOKS = {
  light: {},
  dark: { media: { 'prefers-color-scheme': 'dark' } },
  'forced colours': { media: { 'forced-colors': 'active' } },
  '320 px': { width: 320 },
};

/** Every state of an element, each reached from the one before as a person would. */
function states(tag) {
  const { fields, tabs = [] } = WIDGETS[tag];
  const unfold = (page) => page.run((tag) => {
    for (const part of document.querySelector(tag).shadowRoot.querySelectorAll('details')) part.open = true;
  }, tag);
  return {
    empty: () => {},
    filled: async (page) => {
      for (const [name, value] of Object.entries(fields)) await page.field(name).fill(value);
      await unfold(page);
    },
    explained: (page) => page.click('[data-figure]'),
    ...Object.fromEntries(tabs.slice(1).map((tab) => [tab, async (page) => {
      await page.click(`#tab-${tab}`);
      await unfold(page);
    }])),
    wrong: async (page) => {
      if (tabs.length) await page.click(`#tab-${tabs[0]}`);
      const name = Object.keys(fields).at(-1);
      if (name) await page.field(name).fill('x');
    },
  };
}

/** Emulates a look, in Chromium. */
async function look(page, { media = {}, width } = {}) {
  const features = ['prefers-color-scheme', 'forced-colors'].map((name) => ({ name, value: media[name] ?? '' }));
  await page.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features });
  if (width) await page.driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: false });
  else await page.driver.sendDevToolsCommand('Emulation.clearDeviceMetricsOverride');
  // An element sees its new width in one frame, and says in the next which tables scroll.
  await page.run(async () => {
    for (let frames = 0; frames < 3; frames += 1) await new Promise((then) => requestAnimationFrame(then));
  });
}

const incomplete = {};
const unsure = (engine, rule, count) => ((incomplete[engine] ??= {})[rule] = (incomplete[engine][rule] ?? 0) + count);

after(() => {
  for (const [engine, rules] of Object.entries(incomplete)) {
    const counts = Object.entries(rules).map(([rule, count]) => `${rule} ${count}`);
    console.log(`${engine}, not decided: ${counts.join(', ')}`);
  }
});

/** What axe-core finds: one line for each element that breaks a rule. */
async function axe(page, where) {
  if (!(await page.run(() => Boolean(window.axe)))) await page.driver.executeScript(AXE);
  const { violations, unclear } = await page.run(async (tags) => {
    const { violations, incomplete } = await window.axe.run(document, { runOnly: tags, resultTypes: ['violations', 'incomplete'] });
    return {
      violations: violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' >> ')}: ${failureSummary}`)),
      unclear: incomplete.map(({ id, nodes }) => [id, nodes.length]),
    };
  }, TAGS);
  for (const [rule, count] of unclear) unsure('axe-core', rule, count);
  return violations.map((line) => [line.replace(/\s+/g, ' '), where]);
}

/** What IBM's engine finds. */
async function ibm(page, where) {
  if (!(await page.run(() => Boolean(window.ace)))) await page.driver.executeScript(IBM);
  const found = await page.run(async () => {
    const { results } = await new window.ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']);
    return results.filter(({ value: [, result] }) => result !== 'PASS').map(({ ruleId, reasonId, value, message, snippet, path }) => ({
      rule: ruleId, sure: value.join() === 'VIOLATION,FAIL', kind: value.join(' '), line: `${ruleId}/${reasonId}: ${path.dom}: ${message}: ${snippet}`,
    }));
  });
  for (const { rule, kind } of found.filter(({ sure }) => !sure)) unsure('IBM', `${rule} (${kind.toLowerCase()})`, 1);
  return found.filter(({ sure }) => sure).map(({ line }) => [line, where]);
}

/** Each fault once, with where it was found. */
function nothing(found) {
  const faults = {};
  for (const [fault, where] of found) (faults[fault] ??= []).push(where);
  assert.deepEqual(faults, {});
}

forEachEngine((engine) => {
  const chromium = engine.name === 'Chromium';
  for (const tag of Object.keys(WIDGETS)) {
    test(`${tag}: axe-core finds nothing`, async () => {
      const page = await engine.open(html(tag));
      const found = [];
      for (const [state, reach] of Object.entries(states(tag))) {
        await reach(page);
        if (!chromium) {
          if (state !== 'filled') continue;
          found.push(...(await axe(page, state)));
          break;
        }
        for (const [name, how] of Object.entries(LOOKS)) {
          await look(page, how);
          found.push(...(await axe(page, `${state}, ${name}`)));
        }
        await look(page);
      }
      nothing(found);
      await page.close();
    });

    if (!chromium) continue;

    test(`${tag}: IBM’s engine finds nothing`, async () => {
      const page = await engine.open(html(tag));
      const found = [];
      for (const [state, reach] of Object.entries(states(tag))) {
        await reach(page);
        if (state !== 'empty' && state !== 'explained') found.push(...(await ibm(page, state)));
      }
      nothing(found);
      await page.close();
    });

    test(`${tag}: at 400 % everything stands below each other`, async () => {
      const page = await engine.open(html(tag));
      await look(page, { width: 320 }); // 1280 px wide, four times as large
      const wide = [];
      for (const [state, reach] of Object.entries(states(tag))) {
        await reach(page);
        wide.push(...(await page.run(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth > clientWidth ? [`${scrollWidth} px`] : [];
        })).map((line) => `${state}: ${line}`));
      }
      await look(page);
      assert.deepEqual(wide, []);
      await page.close();
    });
  }

  for (const tag of Object.keys(WIDGETS)) {
    // WCAG 1.4.12: who sets these himself must lose no word.
    test(`${tag}: with wider spacing no text is cut off`, async () => {
      const page = await engine.open(html(tag));
      const cut = [];
      for (const [state, reach] of Object.entries(states(tag))) {
        await reach(page);
        cut.push(...(await page.run(CUT, tag)).map((text) => `${state}: ${text}`));
      }
      assert.deepEqual(cut, []);
      await page.close();
    });

    // WCAG 2.4.11, on the way there and on the way back.
    test(`${tag}: what has the focus can be seen`, async () => {
      const page = await engine.open(html(tag));
      for (const [name, value] of Object.entries(WIDGETS[tag].fields)) await page.field(name).fill(value);
      const hidden = [];
      for (const back of [false, true]) {
        await page.run(() => (window.visited = new WeakSet()));
        for (let tabs = 0; tabs < 300; tabs++) {
          if (back) await page.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
          else await page.press(Key.TAB);
          const at = await page.focused(VISIBLE);
          if (!at || at.again) break;
          if (!at.seen) hidden.push(`${back ? 'back' : 'on'}: ${at.name} under ${at.under}`);
        }
      }
      assert.deepEqual(hidden, []);
      await page.close();
    });
  }
});

/** Texts that do not fit in their box, when lines, paragraphs, letters and words stand further apart. */
const CUT = async (tag) => {
  const { shadowRoot } = document.querySelector(tag);
  const before = shadowRoot.adoptedStyleSheets;
  const wider = new CSSStyleSheet();
  wider.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }`);
  const clipped = () => new Map([...shadowRoot.querySelectorAll('*')].flatMap((element) => {
    const { overflowX, overflowY, display, clipPath } = getComputedStyle(element);
    const text = element.textContent.trim();
    if (!text || element.localName === 'select' || element.localName === 'option' || display === 'inline' || clipPath !== 'none' || !element.getClientRects().length) return [];
    const [x, y] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
    const lost = (overflow) => overflow === 'hidden' || overflow === 'clip';
    return (lost(overflowX) && x > 1) || (lost(overflowY) && y > 1) ? [[element, `${element.localName}.${element.className}: ${text.slice(0, 60)}`]] : [];
  }));
  // Texts that lie over each other.
  const over = () => {
    const lines = [];
    const walk = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement;
      if (!walk.currentNode.data.trim() || parent.closest('option, .hidden, svg') || !parent.checkVisibility?.()) continue;
      let fixed = parent;
      while (fixed && getComputedStyle(fixed).position !== 'sticky') fixed = fixed.parentElement;
      if (fixed) continue; // lies over others on purpose, and moves away
      const range = document.createRange();
      range.selectNodeContents(walk.currentNode);
      for (const { left, right, top, bottom } of range.getClientRects()) lines.push({ left, right, top, bottom, text: walk.currentNode.data.trim() });
    }
    lines.sort((a, b) => a.top - b.top);
    const found = [];
    for (const [i, a] of lines.entries()) {
      for (let j = i + 1; j < lines.length && lines[j].top < a.bottom - 6; j++) {
        const b = lines[j];
        if (a.text !== b.text && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 && Math.min(a.bottom, b.bottom) - b.top > 6) {
          found.push(`“${a.text}” over “${b.text}”`);
        }
      }
    }
    return found;
  };
  const already = clipped();
  const crossed = new Set(over());
  shadowRoot.adoptedStyleSheets = [...before, wider];
  const now = [...clipped()].filter(([element]) => !already.has(element)).map(([, text]) => text);
  now.push(...over().filter((text) => !crossed.has(text)));
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) now.push('the page scrolls sideways');
  shadowRoot.adoptedStyleSheets = before;
  return now;
};

/** Whether some of the element that has the focus can be seen where it stands. */
const VISIBLE = (element) => {
  const again = window.visited.has(element);
  window.visited.add(element);
  const root = element.getRootNode();
  const { left, right, top, bottom } = element.getBoundingClientRect();
  let [seen, under] = [root === document, 'the edge'];
  for (let y = Math.max(top, 0) + 1; y < Math.min(bottom, innerHeight) && !seen; y += 4) {
    for (let x = Math.max(left, 0) + 2; x < Math.min(right, innerWidth) && !seen; x += 8) {
      const hit = root.elementFromPoint(x, y);
      const stuck = hit?.closest('.headlines, .undo');
      seen = Boolean(hit) && (element.contains(hit) || hit.contains(element) || !stuck);
      if (!seen && hit) under = `${hit.localName}.${hit.className}`;
    }
  }
  return { again, seen, under, name: `${element.localName}#${element.id}.${element.className} ${element.textContent.slice(0, 40)}` };
};
