// The wizard: reads the choices, writes the code, and shows what it does.

import { copy } from './copy.js';
import { WIDGETS, canHoldPlan, code, elements, nodes } from './embed.js';

const PAUSE = 400; // ms without a change before the preview is made again
/** The form that works best where the code goes. */
const BEST = { html: 'tag', wordpress: 'tag', confluence: 'iframe', sharepoint: 'iframe' };

const form = document.querySelector('#choices');
const snippet = document.querySelector('#snippet');
const preview = document.querySelector('#preview');
const say = (id, text) => {
  const place = document.getElementById(id);
  place.textContent = text;
  place.hidden = !text;
};

/** The choices, as embed.js takes them. */
function choice() {
  const data = new FormData(form);
  const text = (name) => (data.get(name) ?? '').trim();
  return {
    form: text('form'),
    widgets: data.getAll('widget'),
    source: text('source'),
    inputs: Object.fromEntries(['country', 'headcount', 'fte', 'year', 'available'].map((name) => [name, text(name)])),
    src: text('src'),
    inline: text('inline'),
    lang: text('lang'),
    plan: text('plan'),
    fallback: text('fallback'),
    readonly: data.has('readonly'),
    remember: data.has('remember'),
    follow: data.has('follow'),
    base: text('base') || './',
    script: true,
  };
}

/** Shows what belongs to the choices, and hides the rest. */
function arrange() {
  const inline = form.querySelector('[value="inline"]');
  inline.disabled = !canHoldPlan(new FormData(form).get('form'));
  if (inline.disabled && inline.checked) form.querySelector('[value="empty"]').checked = true;
  const data = new FormData(form);
  for (const part of form.querySelectorAll('[data-when]')) {
    const [name, value] = part.dataset.when.split('=');
    part.hidden = data.get(name) !== value;
  }
  document.querySelector('#fallback').disabled = data.get('form') === 'iframe';
  for (const advice of document.querySelectorAll('[data-place]')) advice.hidden = advice.dataset.place !== data.get('place');
}

/** What somebody who pastes this code should know. */
function remark({ form, widgets, source, src, inline, inputs }, place) {
  if (widgets.length === 0) return 'Kies minstens één widget.';
  if (form !== 'iframe' && BEST[place] === 'iframe') return 'Op dit platform werkt deze vorm meestal niet. Kies een iframe.';
  if (source === 'inputs' && Object.values(inputs).some((text) => text.includes(','))) return 'Schrijf een getal hier met een punt, zoals 116.6.';
  if (source === 'file' && !src) return 'Vul het adres van het bestand in.';
  if (source === 'inline' && !inline.startsWith('{')) return 'Plak het hele plan. Het begint met {.';
  if (form === 'iframe' && source === 'file' && new URL(src, location).origin !== location.origin) {
    return 'Een kader leest alleen een bestand dat op dezelfde server staat als het kader zelf.';
  }
  return '';
}

function write() {
  arrange();
  const chosen = choice();
  snippet.value = chosen.widgets.length ? code(elements(chosen)) : '';
  say('remark', remark(chosen, new FormData(form).get('place')));
  say('copied', '');
}

let shown = '';
async function show() {
  const chosen = { ...choice(), script: false, base: './', remember: false };
  say('problem', '');
  if (chosen.source === 'file' && new URL(chosen.src, location).origin !== location.origin) {
    chosen.source = 'empty';
    say('problem', 'Het bestand staat op een ander adres. Je ziet hier een leeg plan.');
  }
  const text = chosen.widgets.length ? code(elements(chosen)) : '';
  if (text === shown) return;
  shown = text;
  preview.replaceChildren();
  await new Promise((resolve) => setTimeout(resolve)); // the widgets that go let go of their plan
  if (shown !== text) return;
  const made = text ? nodes(elements({ ...chosen, follow: false })) : []; // this page has the script
  preview.replaceChildren(
    ...made.map((node) => {
      if (node.localName === 'iframe') {
        node.className = chosen.follow ? 'frame' : 'frame fixed';
        return node;
      }
      const stage = document.createElement('div');
      stage.className = 'stage';
      stage.append(node);
      return stage;
    }),
  );
  for (const node of made) {
    node.ready?.catch(() => node.isConnected && say('problem', 'Dit plan kan niet gelezen worden. Kijk het bestand of de JSON na.'));
  }
}

let timer = 0;
function update({ target }) {
  if (target?.name === 'place') form.querySelector(`[name="form"][value="${BEST[target.value]}"]`).checked = true;
  write();
  clearTimeout(timer);
  timer = setTimeout(show, PAUSE);
}

form.addEventListener('input', update);
form.addEventListener('submit', (event) => event.preventDefault());
document.querySelector('#copy').addEventListener('click', () => {
  copy(snippet, document.querySelector('#copied')).then(() => (document.querySelector('#copied').hidden = false));
});

const asked = new URLSearchParams(location.search).get('widget');
if (asked in WIDGETS) for (const box of form.querySelectorAll('[name="widget"]')) box.checked = box.value === asked;
write();
show();
