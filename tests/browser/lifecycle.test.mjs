// Pages make, move, copy and drop elements in every way there is. In three engines.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine, Key } from './engines.mjs';
import { ATTRIBUTES, FORMS, html, PLAN, TAGS, WIDGETS } from './widgets.mjs';

/** What shows that a widget has calculated the small organisation: one figure by tag. */
const FIGURES = Object.fromEntries(TAGS.map((tag) => [tag, WIDGETS[tag].shows[0]]));

const all = (attributes) => TAGS.map((tag) => html(tag, attributes)).join('\n');

forEachEngine((engine) => {
  test('an element comes to a page in any way', async () => {
    const page = await engine.open(`${all(ATTRIBUTES)}<template>${all(ATTRIBUTES)}</template><div id="place"></div>`);
    const shown = await page.run(async (tags) => {
      const shown = [];
      for (const tag of tags) {
        const parsed = document.querySelector(tag);
        const template = document.querySelector('template').content.querySelector(tag);
        const other = document.implementation.createHTMLDocument('');
        const foreign = other.createElement(tag);
        const created = document.createElement(tag);
        const constructed = new (customElements.get(tag))();
        for (const element of [foreign, created, constructed]) {
          for (const { name, value } of parsed.attributes) element.setAttribute(name, value);
        }
        const ways = {
          parsed, created, constructed,
          cloned: parsed.cloneNode(true),
          imported: document.importNode(template, true),
          adopted: document.adoptNode(foreign),
          'cloned before it is in a page': created.cloneNode(),
        };
        for (const [way, element] of Object.entries(ways)) {
          document.querySelector('#place').append(element);
          await element.ready;
          shown.push([tag, way, window.shown(element)]);
          if (way !== 'parsed') element.remove();
        }
      }
      return shown;
    }, TAGS);
    for (const [tag, way, text] of shown) assert.ok(text.includes(FIGURES[tag]), `${tag}, ${way}: ${text.slice(0, 300)}`);
    await page.close();
  });

  test('what was typed moves along, to other places and documents and back, and survives a removal', async () => {
    for (const tag of FORMS) {
      const page = await engine.open(`${html(tag)}<div id="place"></div>`);
      await page.field('headcount').type('20');
      await page.field('fte').type('16,0');
      await page.run((tag) => {
        window.kept = document.querySelector(tag);
        window.style = () => {
          const inside = kept.shadowRoot.querySelector('[data-name=fte] input');
          return inside.ownerDocument.defaultView.getComputedStyle(inside).paddingLeft;
        };
        window.styled = style();
      }, tag);
      const look = (after) => page.run((after) => [
        after,
        kept.shadowRoot.querySelector('[data-name=fte] input').value,
        shown(kept),
        kept.shadowRoot.adoptedStyleSheets.length,
        style(),
        styled,
      ], after);
      const check = ([after, value, text, sheets, style, styled]) => {
        assert.equal(value, '16,0', after);
        assert.ok(text.includes(FIGURES[tag]), `${tag} ${after}: ${text.slice(0, 300)}`);
        assert.deepEqual([sheets, style], [1, styled], `${tag} ${after}: style`);
      };
      const place = () => document.querySelector('#place').append(kept);
      await page.run(place);
      check(await look('appended elsewhere'));
      await page.run(() => document.querySelector('main').insertBefore(kept, document.querySelector('#place')));
      check(await look('inserted'));
      await page.run(() => Element.prototype.moveBefore && document.querySelector('#place').moveBefore(kept, null));
      check(await look('moved without leaving'));
      await page.run(() => {
        window.frame = document.createElement('iframe');
        document.body.append(frame);
        frame.contentDocument.body.append(kept);
      });
      check(await look('in another document'));
      await page.run(place);
      check(await look('back'));
      await page.run(async () => {
        frame.remove();
        kept.remove();
        await new Promise((resolve) => setTimeout(resolve));
      });
      assert.equal(await page.run(() => kept.shadowRoot.childElementCount), 0, 'nothing is kept on the screen of a removed element');
      await page.run(place);
      await page.until(() => shown(kept));
      check(await look('removed and put back'));
      await page.field('headcount').fill('40');
      assert.ok(!(await page.text(tag)).includes(FIGURES[tag]), 'and it still calculates');
      await page.close();
    }
  });

  test('a removed element ends everything that it started', async () => {
    for (const tag of TAGS) {
      const page = await engine.open('');
      const running = () => page.run(() => [running.listeners, running.timers.size]);
      const before = await running();
      await page.run(async (tag) => {
        const element = document.createElement(tag);
        element.setAttribute('country', 'BE');
        document.querySelector('main').append(element);
        await element.ready;
      }, tag);
      // Typed, so that the figures are about to be spoken; not through the driver's handles, which hold an element.
      for (const [name, value] of Object.entries(WIDGETS[tag].fields)) {
        await page.run((tag, name) => document.querySelector(tag).shadowRoot.querySelector(`[data-name=${name}] :is(input, textarea)`).focus(), tag, name);
        await page.press(...value);
      }
      await page.run(async (tag) => {
        const gone = new WeakRef(document.querySelector(tag));
        gone.deref().remove();
        await new Promise((resolve) => setTimeout(resolve));
        window.gone = gone;
      }, tag);
      assert.deepEqual(await running(), before, tag);
      // Only where a page can ask for it.
      const kept = await page.run(async () => {
        for (let tries = 0; window.gc && tries < 20; tries++) {
          gc();
          if (!window.gone.deref()) return false;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return Boolean(window.gc);
      });
      assert.equal(kept, false, `${tag} is kept`);
      await page.close();
    }
  });

  test('200 elements on a page', async () => {
    const many = Array.from({ length: 200 }, (_, i) => html(TAGS[i % TAGS.length], ATTRIBUTES));
    const start = Date.now();
    const page = await engine.open(many.join('\n'));
    console.log(`${engine.name}: 200 elements after ${Date.now() - start} ms`);
    const texts = await page.run((tags) => [...document.querySelectorAll(tags.join())].map((element) => [element.localName, shown(element)]), TAGS);
    assert.equal(texts.length, 200);
    for (const [tag, text] of texts) assert.ok(text.includes(FIGURES[tag]), `${tag}: ${text.slice(0, 300)}`);
    assert.equal(await page.run(() => modules.length), 1, 'one module for all');
    await page.close();
  });

  test('2,000 elements one after the other need no more memory than 100', async () => {
    const page = await engine.open('');
    const cycle = (times) => page.run(async (tags, times, figures) => {
      for (let i = 0; i < times; i++) {
        const element = document.createElement(tags[i % tags.length]);
        for (const [name, value] of [['country', 'BE'], ['headcount', '20'], ['fte', '16']]) element.setAttribute(name, value);
        document.querySelector('main').append(element);
        await element.ready;
        if (!shown(element).includes(figures[element.localName])) throw new Error(`number ${i} shows ${shown(element).slice(0, 300)}`);
        element.remove();
        await null;
      }
      return modules[0].memory.buffer.byteLength;
    }, TAGS, times, FIGURES);
    const start = Date.now();
    const before = await cycle(100);
    const middle = await cycle(1000);
    assert.equal(await cycle(900), before, `bytes after 100: ${before}, after 1,100: ${middle}`);
    console.log(`${engine.name}: ${before / 1024} KiB, ${Date.now() - start} ms`);
    await page.close();
  });

  test('another copy of the module on the page leaves the first at work', async () => {
    const page = await engine.open(all(ATTRIBUTES));
    const same = await page.run(async (tags) => {
      const before = tags.map((tag) => customElements.get(tag));
      const copy = await load('/copy/register.js'); // its elements.js is another module too
      await copy.ready;
      await (await load('/pkg/register.js')).ready;
      return tags.every((tag, i) => customElements.get(tag) === before[i]);
    }, TAGS);
    assert.equal(same, true);
    const shown = await page.run(async (tags) => {
      const shown = [];
      for (const tag of tags) {
        const element = document.querySelector(tag).cloneNode();
        document.querySelector('main').append(element);
        await element.ready;
        shown.push([tag, window.shown(element)]);
      }
      return shown;
    }, TAGS);
    for (const [tag, text] of shown) assert.ok(text.includes(FIGURES[tag]), tag);
    await page.close();
  });

  test('the classic script beside the modules, and loaded twice: one of them is at work', async () => {
    const classic = '<script src="/pkg/jaarplan.js"></script>';
    for (const [name, scripts, register] of [['twice', classic + classic, false], ['first', classic, true], ['alone', classic, false]]) {
      const page = await engine.open(`${scripts}${all(ATTRIBUTES)}<div data-jaarplan="budget" data-country="BE" data-headcount="20" data-fte="16"></div>`, { register });
      if (name === 'alone') {
        await page.run(async () => {
          for (const url of ['/pkg/register.js', '/copy/register.js']) await (await load(url)).ready;
        });
      }
      const shown = await page.run(async () => {
        const div = document.querySelector('[data-jaarplan]');
        const widgets = [...document.querySelectorAll('main > *')].filter((element) => element.ready);
        await Promise.all([...widgets, div.firstElementChild].map((widget) => widget.ready));
        return [[...widgets, div.firstElementChild].map((widget) => [widget.localName, window.shown(widget)]), div.childElementCount, modules.length];
      });
      const [texts, children, instances] = shown;
      assert.equal(texts.length, TAGS.length + 1, name);
      for (const [tag, text] of texts) assert.ok(text.includes(FIGURES[tag]), `${name}, ${tag}: ${text.slice(0, 300)}`);
      assert.deepEqual([children, instances], [1, 1], name);
      await page.close();
    }
  });

  test('attributes and properties say the same, and are followed', async () => {
    const page = await engine.open(all('country="BE"'));
    const said = await page.run(async (tags) => {
      const said = [];
      for (const tag of tags) {
        const element = document.querySelector(tag);
        element.headcount = 20;
        element.setAttribute('fte', '16');
        said.push([tag, element.getAttribute('headcount'), element.headcount, element.fte, element.country, shown(element)]);
        element.headcount = null;
        said.push([tag, element.hasAttribute('headcount'), element.headcount]);
      }
      return said;
    }, TAGS);
    for (const tag of TAGS) {
      const [[, attribute, headcount, fte, country, text], [, there, none]] = said.filter(([of]) => of === tag);
      assert.deepEqual([attribute, headcount, fte, country, there, none], ['20', '20', '16', 'BE', false, ''], tag);
      assert.ok(text.includes(FIGURES[tag]), tag);
    }
    await page.close();
  });

  test('properties that were set before the element was known count', async () => {
    const page = await engine.open(all('country="BE"'), { register: false });
    const shown = await page.run(async (tags, plan) => {
      const early = [];
      for (const tag of tags) {
        const parsed = document.querySelector(tag);
        [parsed.headcount, parsed.fte] = [20, '16'];
        const created = document.createElement(tag);
        created.plan = plan;
        document.querySelector('main').append(created);
        early.push(parsed, created);
      }
      await (await load('/pkg/register.js')).ready;
      await Promise.all(early.map((element) => element.ready));
      return early.map((element) => [element.localName, ['headcount', 'fte', 'plan'].filter((name) => Object.hasOwn(element, name)), window.shown(element)]);
    }, TAGS, PLAN);
    for (const [tag, own, text] of shown) {
      assert.deepEqual(own, [], `${tag}: own properties hide those of the class`);
      assert.ok(text.includes(FIGURES[tag]), tag);
    }
    await page.close();
  });

  test('a plan that is set to a name is the name of a plan', async () => {
    const page = await engine.open(all('country="BE"'));
    const names = await page.run(async (tags) => {
      const names = [];
      for (const tag of tags) {
        const [first, second] = [document.querySelector(tag), document.createElement(tag)];
        first.plan = 'school';
        second.plan = 'school'; // as React and Vue do for plan="school"
        document.querySelector('main').append(second);
        await second.ready;
        names.push([tag, first.planName, second.getAttribute('plan'), typeof second.plan]);
      }
      return names;
    }, TAGS);
    for (const [tag, ...said] of names) assert.deepEqual(said, ['school', 'school', 'object'], tag);
    await page.close();
  });

  test('the page hears what a person does, and nothing else', async () => {
    for (const tag of FORMS) {
      const page = await engine.open('');
      await page.run(async (tag) => {
        window.heard = [];
        for (const type of ['input', 'change', 'jaarplan-result', 'jaarplan-error']) {
          document.addEventListener(type, (event) => heard.push([type, event.target.localName]));
        }
        const element = document.createElement(tag);
        document.querySelector('main').append(element);
        await element.ready;
        element.plan = { schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 20, fte: 15 }] };
        element.lang = 'fr';
        element.lang = 'nl';
        element.headcount = 20;
        element.remove();
        await null;
        document.querySelector('main').append(element);
      }, tag);
      await page.until((tag) => shown(document.querySelector(tag)), tag);
      assert.deepEqual(await page.run(() => heard), [], `${tag}: what a page does`);
      await page.field('headcount').type('1');
      await page.press(Key.TAB);
      const heard = await page.run(() => heard);
      assert.deepEqual(heard, [['jaarplan-result', tag], ['input', tag], ['change', tag]], tag);
      await page.close();
    }
  });

  test('elements that name the same plan show the same, others do not', async () => {
    const page = await engine.open(`
      ${FORMS.map((tag) => `<div class="school">${html(tag, 'plan="school" country="BE"')}</div>`).join('')}
      <div class="reader">${TAGS.filter((tag) => !FORMS.includes(tag)).map((tag) => html(tag, 'plan="school"')).join('')}</div>
      <div id="other">${html(FORMS[0], 'plan="other" country="BE"')}</div>
      <div id="none">${html(FORMS[0], 'country="BE"')}</div>`);
    await page.run(() => {
      window.heard = new Set();
      document.addEventListener('jaarplan-result', ({ target }) => heard.add(target.parentElement.className));
    });
    for (const [i, tag] of FORMS.entries()) {
      // Typed in one after the other: each is heard by all the rest.
      const fte = `${16 + i},0`;
      const first = page.inside(`.school ${tag}`);
      if (i === 0) await first.field('headcount').type('20');
      await first.field('fte').fill(fte);
      const values = await page.until((fte) => {
        const values = [...document.querySelectorAll('.school > *')].map(({ shadowRoot }) => shadowRoot.querySelector('[data-name=fte] input').value);
        return values.every((value) => value === fte) && values;
      }, fte);
      assert.equal(values.length, FORMS.length);
      if (i > 0) continue;
      const texts = await page.run(() => [...document.querySelectorAll('.school > *, .reader > *')].map((element) => [element.localName, shown(element)]));
      for (const [tag, text] of texts) assert.ok(text.includes(FIGURES[tag]), `${tag}: ${text.slice(0, 300)}`);
    }
    const apart = await page.run(() => ['#other', '#none'].map((place) => {
      const { shadowRoot } = document.querySelector(`${place} > *`);
      return shadowRoot.querySelector('[data-name=fte] input').value;
    }));
    assert.deepEqual(apart, ['', '']);
    // One that joins later shows what is there; what is left goes on when one goes.
    const joined = await page.run(async (tag) => {
      const element = document.createElement(tag);
      element.planName = 'school';
      document.querySelector('#none').replaceChildren(element);
      await element.ready;
      document.querySelector('.school').remove();
      return element.shadowRoot.querySelector('[data-name=fte] input').value;
    }, FORMS[0]);
    assert.equal(joined, `${15 + FORMS.length},0`);
    const last = FORMS.at(-1);
    await page.inside(`.school ${last}`).field('fte').fill('16');
    await page.until((figure) => shown(document.querySelector('#none > *')).includes(figure), FIGURES[FORMS[0]]);
    await page.close();
  });

  test('a div with the name of an element becomes one, now or later, once', async () => {
    const div = (tag) => `<div data-jaarplan="${tag.replace('jaarplan-', '')}" data-country="BE" data-headcount="20" data-fte="16">Bel 02 123 45 67.</div>`;
    const page = await engine.open(TAGS.map(div).join(''));
    await page.run(() => load('/copy/register.js').then((copy) => copy.ready));
    await page.run(() => {
      const later = document.querySelector('[data-jaarplan]').cloneNode();
      later.id = 'later';
      document.querySelector('main').append(later);
    });
    await page.until((count) => {
      const widgets = [...document.querySelectorAll('[data-jaarplan] > *')];
      return widgets.length >= count && widgets.every((widget) => shown(widget));
    }, TAGS.length + 1);
    const found = await page.run(() => [...document.querySelectorAll('[data-jaarplan]')].map((div) => [div.childElementCount, shown(div.firstElementChild), div.innerText]));
    for (const [i, tag] of [...TAGS, TAGS[0]].entries()) {
      const [children, text] = found[i];
      assert.equal(children, 1, tag);
      assert.ok(text.includes(FIGURES[tag]), `${tag}: ${text.slice(0, 300)}`);
    }
    await page.close();
  });
});
