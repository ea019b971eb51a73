// What the wizard writes: from choices to elements, and from elements to code or to a page.

/** The widgets, with their names. */
export const WIDGETS = {
  planner: 'Rekenhulp',
  'learning-time': 'Leertijd',
  'prof-circles': 'Prof-cirkels',
  budget: 'L&O-budget',
  'return-on-value': 'Return on Value',
  scenarios: 'Scenario’s',
  report: 'Rapport',
};

/** One file for everything, that the page does not wait for. `base` ends with a slash. */
const SCRIPT = (base) => ({ tag: 'script', attributes: { defer: true, src: `${base}jaarplan.js` } });

/** What the page around a frame loads for it to have the height of what it shows. */
const FOLLOW = (base) => ({ tag: 'script', attributes: { src: `${base}frame-host.js` } });

const INPUTS = ['country', 'headcount', 'fte', 'year', 'available'];

/** Whether a plan can stand in the code itself: what strips unknown tags strips the plan too. */
export const canHoldPlan = (form) => form === 'tag';

/**
 * The elements that show the chosen widgets.
 *
 * @param {object} choice
 * @param {'tag' | 'div' | 'iframe'} choice.form
 * @param {string[]} choice.widgets names in WIDGETS
 * @param {'empty' | 'inputs' | 'file' | 'inline'} choice.source
 * @param {Record<string, string>} choice.inputs by name of the attribute; empty ones are left out
 * @param {string} choice.src
 * @param {string} choice.inline JSON
 * @param {string} choice.lang
 * @param {string} choice.plan the name that linked widgets share
 * @param {boolean} choice.readonly
 * @param {boolean} choice.remember
 * @param {string} choice.fallback what stands there while there is no widget; a frame has its own
 * @param {boolean} [choice.follow] whether a frame gets the height of what it shows, by a script in the page around it
 * @param {string} choice.base
 * @param {boolean} [choice.script] without it, no script: the page has one
 * @returns {{tag: string, attributes: Record<string, string | true>, text?: string, json?: string}[]}
 */
export function elements(choice) {
  const { form, widgets, fallback } = choice;
  const base = choice.base.endsWith('/') ? choice.base : `${choice.base}/`;
  if (form === 'iframe') return [frame(choice, base), ...(choice.follow ? [FOLLOW(base)] : [])];
  const prefix = form === 'div' ? 'data-' : '';
  const named = (attributes) =>
    Object.fromEntries(Object.entries(attributes).map(([name, value]) => [prefix + name, form === 'div' && value === true ? '' : value]));
  const shown = widgets.map((widget, place) => {
    const attributes = named(place === 0 ? { ...shared(choice), ...origin(choice) } : shared(choice));
    return {
      tag: form === 'div' ? 'div' : `jaarplan-${widget}`,
      attributes: form === 'div' ? { 'data-jaarplan': widget, ...attributes } : attributes,
      text: fallback,
      json: place === 0 && choice.source === 'inline' && canHoldPlan(form) ? choice.inline.trim() : '',
    };
  });
  return choice.script ? [SCRIPT(base), ...shown] : shown;
}

/** What every widget of the plan says of itself. */
function shared({ plan, lang, readonly }) {
  return { ...(plan && { plan }), ...(lang && { lang }), ...(readonly && { readonly: true }) };
}

/** Where the plan comes from: for the first widget only, the others follow. */
function origin({ source, inputs, src, remember }) {
  const given = source === 'inputs' ? INPUTS.filter((name) => inputs[name]).map((name) => [name, inputs[name]]) : [];
  return { ...Object.fromEntries(given), ...(source === 'file' && src && { src }), ...(remember && { remember: true }) };
}

function frame(choice, base) {
  const query = new URLSearchParams(choice.widgets.map((widget) => ['widget', widget]));
  for (const [name, value] of Object.entries({ ...shared(choice), ...origin(choice) })) query.set(name, value);
  return {
    tag: 'iframe',
    attributes: {
      src: `${base}frame.html?${query}`,
      title: `Jaarplan: ${choice.widgets.map((widget) => WIDGETS[widget]).join(', ')}`,
      width: '100%',
      height: '900',
      loading: 'lazy',
    },
  };
}

/** The elements as HTML. */
export function code(list) {
  return list.map(written).join('\n');
}

const LINE = 90;

function written({ tag, attributes, text = '', json = '' }) {
  const pairs = Object.entries(attributes).map(([name, value]) => (value === true ? name : `${name}="${escaped(value)}"`));
  const long = [`<${tag}`, ...pairs].join(' ').length > LINE;
  const open = [`<${tag}`, ...pairs].join(long ? '\n  ' : ' ');
  const inside = [
    ...(text ? [`  ${escaped(text)}`] : []),
    // A "<" can only stand in a string of the plan; as \u003c it cannot end the script.
    ...(json ? [`  <script type="application/json">\n${inert(json)}\n  </script>`] : []),
  ];
  return inside.length ? `${open}>\n${inside.join('\n')}\n</${tag}>` : `${open}></${tag}>`;
}

const inert = (json) => json.replaceAll('<', '\\u003c');

const NAMES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => NAMES[sign]);

/** The elements as nodes. */
export function nodes(list) {
  return list.map(({ tag, attributes, text = '', json = '' }) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value === true ? '' : value);
    if (text) node.append(text);
    if (json) node.plan = json; // a script element that code fills is refused by Trusted Types, data or not
    return node;
  });
}
