// What editors and frameworks know of the elements: custom-elements.json and elements.d.ts, made from the built classes,
// the style sheets and the Rust sources. Only the words stand here; what they are missing for, or too many of, is an error.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { COUNTRIES } from './constants.js';

const read = (file) => readFileSync(file, 'utf8');
const pkg = process.argv[2];

// ── Words ───────────────────────────────────────────────────────────────────────────────────────

const ELEMENTS = {
  JaarplanLearningTime: 'Learning time of each employee: by component and group, by week, as a share of working time.',
  JaarplanProfCircles: 'Prof circles: how many, of which size, and what they ask of participants, facilitators and leaders.',
  JaarplanBudget: 'The L&O budget: cash and full cost side by side, line by line, against what is available.',
  JaarplanReturnOnValue: 'Return on Value: where it breaks even, the value within its range, and what doing nothing costs.',
  JaarplanScenarios: 'Two to six scenarios of a plan side by side, and their differences.',
  JaarplanPlanner: 'All of it in one calculator, with the checks and the report.',
  JaarplanReport: 'The annual plan in 13 indicators, and the note for the works council; made to be printed.',
};

/** The attributes, with the property that follows each, and what may be given in JSX. */
const ATTRIBUTES = {
  plan: { property: 'planName', jsx: 'string', about: 'The name of the plan. Elements of one page with the same name, or none, show the same plan.' },
  country: {
    jsx: COUNTRIES.map((country) => `'${country}'`).join(' | '),
    about: `The country of the plan: ${COUNTRIES.map((country) => `\`${country}\``).join(' or ')}.`,
  },
  year: { jsx: 'number | string', about: 'The year of the plan.' },
  headcount: { jsx: 'number | string', about: 'People in the organisation, or in its first group.' },
  fte: { jsx: 'number | string', about: 'Full-time equivalents in the organisation, or in its first group.' },
  available: { jsx: 'number | string', about: 'The L&O budget that is available, in euros.' },
  src: { jsx: 'string', about: 'The address of a plan document, as seen from the page.' },
  readonly: { jsx: 'boolean', about: 'The plan is shown, and nobody changes it by accident; there is a button for a copy.' },
  remember: {
    jsx: 'boolean',
    about: 'What somebody fills in stays in their browser, where every page of the same origin can read it, wages included.',
  },
  uncertainty: {
    jsx: 'boolean',
    about: 'Every default counts as not known exactly, within its range: figures are ranges. There is a switch for it, shared by the elements that show the same plan.',
  },
  lang: { inherited: true, about: '`nl`, `fr` or `en`; without it, the language of the nearest ancestor that has one.' },
  engine: { jsx: "'js'", unobserved: true, about: '`js` runs all widgets of the page as JavaScript, and does not try WebAssembly.' },
};

const PROPERTIES = {
  plan: {
    type: 'Plan | undefined',
    set: 'Plan | string | undefined',
    about: 'The plan as plain data, unknown fields included. Setting it, also as JSON text, shows another plan; any other text is its name.',
  },
  ready: {
    type: 'Promise<this>',
    about: 'Resolves with the element when it shows a plan; rejects with a `JaarplanError` when it cannot.',
  },
};

/** What the page need not call. */
const INTERNAL = [
  ...['constructor', 'connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback'],
  ...['asked', 'renewed', 'stopped', 'lost'],
];

/** All of them bubble, and only tell of what a person did. */
const EVENTS = {
  input: { type: 'Event', about: 'As of a native field, while somebody types or slides.' },
  change: { type: 'Event', about: 'As of a native field, when somebody is done with it.' },
  'jaarplan-result': { type: 'CustomEvent<Evaluation>', about: 'After a change that left a valid plan; `detail` is the result, as `evaluate` gives it.' },
  'jaarplan-error': {
    type: 'CustomEvent<JaarplanErrorDetail>',
    about: 'After a change that left a plan with mistakes, or when a plan or the engine cannot be had; `detail.code` is stable.',
  },
};

const SLOTS = {
  '': 'Shown until the element shows a plan, and when it cannot: the place for a telephone number. A `<script type="application/json">` in it is the plan.',
};

const STATES = {
  ready: 'It shows a plan.',
  error: 'It could not show a plan.',
  fallback: 'What stands inside the tag is shown instead.',
};

const ALL = Object.keys(ELEMENTS);
const CALCULATORS = ALL.filter((name) => name !== 'JaarplanReport');
const PARTS = {
  headlines: { about: 'The figures that come first, together.', in: CALCULATORS },
  card: { about: 'One of those figures, with its name.', in: CALCULATORS },
  form: { about: 'All fields together.', in: CALCULATORS },
  field: { about: 'A field with its label, its unit and what is said of it.', in: ALL },
  input: { about: 'What somebody types in, or chooses from.', in: ALL },
  slider: { about: 'The slider beside a field.', in: CALCULATORS.filter((name) => name !== 'JaarplanScenarios') },
  tab: { about: 'A tab above the panels.', in: ['JaarplanPlanner'] },
  toolbar: { about: 'The buttons that keep, open, share and print.', in: ALL },
  paper: { about: 'The sheet of the report.', in: ['JaarplanReport', 'JaarplanPlanner'] },
};

const CUSTOM_PROPERTIES = {
  '--jaarplan-ink': 'Text.',
  '--jaarplan-muted': 'Text of less weight.',
  '--jaarplan-paper': 'The ground.',
  '--jaarplan-soft': 'The ground of what stands apart.',
  '--jaarplan-line': 'Lines between things.',
  '--jaarplan-edge': 'The edge of fields.',
  '--jaarplan-accent': 'Buttons, links and the first colour of drawings.',
  '--jaarplan-error': 'What is wrong.',
  '--jaarplan-warn': 'What asks for attention.',
  '--jaarplan-font': 'The font.',
};

// ── What there is ───────────────────────────────────────────────────────────────────────────────

/** Fails when the words are of other things than there are. */
function complete(what, told, there) {
  const missing = [...there].filter((name) => !told.includes(name));
  const gone = told.filter((name) => ![...there].includes(name));
  if (missing.length) throw new Error(`npm/elements.mjs has no words for ${what}: ${missing.join(', ')}`);
  if (gone.length) throw new Error(`npm/elements.mjs has words for ${what} that are not there: ${gone.join(', ')}`);
}

const found = (text, pattern) => new Set([...text.matchAll(pattern)].map(([, name]) => name));

globalThis.HTMLElement ??= class {};
const classes = Object.fromEntries(
  Object.entries(await import(new URL(`../${pkg}/elements.js`, import.meta.url))).filter(([, value]) => value.prototype instanceof HTMLElement),
);
complete('elements', ALL, Object.keys(classes));

const names = Object.entries(ATTRIBUTES);
const observed = names.filter(([, { unobserved }]) => !unobserved).map(([name]) => name);
const followed = names.filter(([, { inherited, unobserved }]) => !inherited && !unobserved);
const fields = Object.fromEntries(followed.map(([name, one]) => [one.property ?? name, { ...one, attribute: name }]));
for (const Element of Object.values(classes)) {
  complete('attributes', observed, Element.observedAttributes);
  const members = new Set(Object.keys(new Element()));
  for (let at = Element.prototype; at !== HTMLElement.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) members.add(name);
  }
  complete('members', [...Object.keys(fields), ...Object.keys(PROPERTIES), ...INTERNAL], members);
}

const script = read('src/wasm/element.js');
complete('events', Object.keys(EVENTS), ['input', ...found(script, /(?:#emit|new Event)\('([\w-]+)'/g)]);
const says = script.split('\n').filter((line) => line.includes('#states?.'));
complete('states', Object.keys(STATES), found(says.join('\n'), /'(\w+)'/g));

const rust = readdirSync('src/widgets', { recursive: true })
  .filter((file) => file.endsWith('.rs') && !file.endsWith('tests.rs'))
  .map((file) => read(`src/widgets/${file}`));
complete('parts', Object.keys(PARTS), found(rust.join('\n'), /(?:\bset\("part", "|\bel\("[^"]*\bpart=)([\w-]+)/g));

const sheets = read('src/widgets/look.css') + read('src/widgets/pictures.css');
complete('custom properties', Object.keys(CUSTOM_PROPERTIES), found(sheets, /(--jaarplan-[\w-]+)/g));
/** What stands in for a custom property, in light and then in dark. */
const standIns = (name) => [...sheets.matchAll(new RegExp(`var\\(${name}, (.+?)\\)[; ]`, 'g'))].map(([, value]) => value);

// ── custom-elements.json ────────────────────────────────────────────────────────────────────────

const type = (text) => ({ text });
const named = (words, more) => Object.entries(words).map(([name, about]) => ({ name, description: about, ...more?.(name) }));

const attributes = names.map(([name, { property, jsx, about, inherited, unobserved }]) => ({
  name,
  type: type(jsx ?? 'string'),
  description: about,
  ...(!inherited && !unobserved && { fieldName: property ?? name }),
}));

const members = [
  ...Object.entries(PROPERTIES).map(([name, { type: of, set, about }]) => ({
    kind: 'field',
    name,
    type: type(of === 'Promise<this>' ? of : set),
    description: about,
    ...(!set && { readonly: true }),
  })),
  ...Object.entries(fields).map(([name, { attribute, jsx, about }]) => ({
    kind: 'field',
    name,
    type: type(jsx === 'boolean' ? 'boolean' : 'string'),
    description: about,
    attribute,
    reflects: true,
  })),
];

const declaration = (name) => ({
  kind: 'class',
  name,
  description: ELEMENTS[name],
  superclass: { name: 'HTMLElement', package: 'global:' },
  tagName: classes[name].tag,
  customElement: true,
  attributes,
  members,
  events: Object.entries(EVENTS).map(([event, { type: of, about }]) => ({ name: event, type: type(of), description: about })),
  slots: named(SLOTS),
  cssParts: named(Object.fromEntries(Object.entries(PARTS).filter(([, part]) => part.in.includes(name)).map(([part, { about }]) => [part, about]))),
  cssProperties: named(CUSTOM_PROPERTIES, (property) => {
    const [light, dark] = standIns(property);
    return { default: light, ...(dark && { description: `${CUSTOM_PROPERTIES[property]} Where the system is dark: ${dark}.` }) };
  }),
  cssStates: named(STATES),
});

const manifest = {
  schemaVersion: '2.1.0',
  modules: [
    {
      kind: 'javascript-module',
      path: 'elements.js',
      declarations: ALL.map(declaration),
      exports: ALL.map((name) => ({ kind: 'js', name, declaration: { name } })),
    },
    {
      kind: 'javascript-module',
      path: 'register.js',
      exports: ALL.map((name) => ({
        kind: 'custom-element-definition',
        name: classes[name].tag,
        declaration: { name, module: 'elements.js' },
      })),
    },
  ],
};
writeFileSync(`${pkg}/custom-elements.json`, `${JSON.stringify(manifest, null, 2)}\n`);

// ── elements.d.ts ───────────────────────────────────────────────────────────────────────────────

const lines = (items, indent = '  ') => items.map((line) => `${indent}${line}`).join('\n');
const comment = (about) => `/** ${about} */`;
const member = (about, ...code) => [comment(about), ...code];

const accessors = Object.entries(fields).flatMap(([name, { jsx, about }]) => {
  const [get, set] = jsx === 'boolean' ? ['boolean', 'boolean'] : ['string', `${jsx.includes('number') ? jsx : 'string'} | null | undefined`];
  return member(about, `get ${name}(): ${get};`, `set ${name}(value: ${set});`);
});
const others = Object.entries(PROPERTIES).flatMap(([name, { type: of, set, about }]) =>
  set ? member(about, `get ${name}(): ${of};`, `set ${name}(value: ${set});`) : member(about, `readonly ${name}: ${of};`),
);
const own = Object.entries(EVENTS).filter(([, one]) => one.type !== 'Event');
const given = [
  ...Object.entries(fields).flatMap(([name, { jsx, about }]) => member(about, `${name}?: ${jsx} | undefined;`)),
  ...names.filter(([, { unobserved }]) => unobserved).flatMap(([name, { jsx, about }]) => member(about, `${name}?: ${jsx} | undefined;`)),
  ...member(PROPERTIES.plan.about, `plan?: ${PROPERTIES.plan.set};`),
];
const tags = (value, indent) => lines(ALL.map((name) => `'${classes[name].tag}': ${value(name)};`), indent);
const camel = (event) => `on-${event}`.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

writeFileSync(
  `${pkg}/elements.d.ts`,
  `import type { Evaluation, InputError, JaarplanError, Plan } from './index.js';

export { diagnose, JaarplanError, type Diagnosis } from './index.js';

/** What \`jaarplan-error\` tells. */
export interface JaarplanErrorDetail {
  /** Stable; \`not-loaded\` when the plan in \`src\` did not come. */
  code: JaarplanError['code'] | 'not-loaded';
  /** Everything that is wrong, in the order of the plan; empty when it is not about the plan. */
  errors: InputError[];
}

/** What all of the elements have. */
export interface JaarplanElement extends HTMLElement {
${lines([...others, ...accessors])}
}

/** The class of an element. */
export interface JaarplanElementClass<Element extends JaarplanElement> {
  new (): Element;
  readonly prototype: Element;
  /** The name under which \`register\` defines it. */
  readonly tag: string;
  readonly observedAttributes: string[];
}
${ALL.map((name) => `
${comment(ELEMENTS[name])}
export interface ${name} extends JaarplanElement {}
export declare const ${name}: JaarplanElementClass<${name}>;
`).join('')}
/**
 * Registers the elements, but for those that another file registered before, and starts their engine. Settles when that
 * runs; at once where there is nothing to register, as in Node.
 */
export declare function register(): Promise<void>;

declare global {
  interface HTMLElementTagNameMap {
${tags((name) => name, '    ')}
  }

  // They bubble up to the window.
  interface GlobalEventHandlersEventMap {
${lines(own.flatMap(([event, { type: of, about }]) => member(about, `'${event}': ${of};`)), '    ')}
  }
}

/** What may be said of an element in JSX, or in a template. */
export interface JaarplanProps {
${lines(given)}
}

/** As React 19 does it: what is a property of the element is set as one. */
export interface JaarplanReactProps<Element> extends JaarplanProps {
  id?: string | undefined;
  className?: string | undefined;
  style?: object | undefined;
  lang?: string | undefined;
  slot?: string | undefined;
  title?: string | undefined;
  hidden?: boolean | undefined;
  key?: string | number | bigint | null | undefined;
  ref?: { current: Element | null } | ((element: Element | null) => void | (() => void)) | null | undefined;
  children?: unknown;
  onInput?: ((event: any) => void) | undefined;
  onChange?: ((event: any) => void) | undefined;
${lines(own.flatMap(([event, { type: of, about }]) => member(about, `'on${event}'?: ((event: ${of}) => void) | undefined;`)))}
}

// Where there is no React, this says nothing.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${tags((name) => `JaarplanReactProps<${name}>`, '      ')}
    }
  }
}

export interface JaarplanVueProps extends JaarplanProps {
${lines(own.flatMap(([event, { type: of, about }]) => member(about, `${camel(event)}?: ((event: ${of}) => void) | undefined;`)))}
}

// Nor this, where there is no Vue.
declare module 'vue' {
  interface GlobalComponents {
${tags(() => 'new () => { $props: JaarplanVueProps }', '    ')}
  }
}
`,
);
