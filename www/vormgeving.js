// Theming: puts what is chosen on a widget, and writes it as CSS.

import { copy } from './copy.js';

const shown = document.querySelector('#shown');
const stage = document.querySelector('#stage');
const css = document.querySelector('#css');
const font = document.querySelector('#font');
const width = document.querySelector('#width');
const dark = document.querySelector('#dark');
const pickers = [...document.querySelectorAll('[data-property]')];
const system = matchMedia('(prefers-color-scheme: dark)');

for (const swatch of document.querySelectorAll('[data-colour]')) swatch.style.setProperty('background', swatch.dataset.colour);

const original = (picker) => (dark.checked ? picker.dataset.dark : picker.dataset.light);

/** The properties that differ from what the widget would show by itself. */
function chosen() {
  const own = dark.checked === system.matches;
  const colours = pickers.filter((picker) => !own || picker.value !== original(picker)).map((picker) => [picker.dataset.property, picker.value]);
  return [
    ...(own ? [] : [['color-scheme', dark.checked ? 'dark' : 'light']]),
    ...colours,
    ...(font.value ? [['--jaarplan-font', font.value]] : []),
  ];
}

function show() {
  const properties = chosen();
  for (const name of [...shown.style]) shown.style.removeProperty(name);
  for (const [name, value] of properties) shown.style.setProperty(name, value);
  css.value = properties.length
    ? `${shown.localName} {\n${properties.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}`
    : '/* Je hebt nog niets veranderd. */';
  const paper = pickers.find(({ dataset }) => dataset.property === '--jaarplan-paper').value;
  stage.style.setProperty('background', paper);
  const full = width.value === width.max;
  stage.style.setProperty('max-inline-size', full ? 'none' : `${width.value}px`);
  document.querySelector('#wide').value = full ? 'de volle breedte' : `${width.value} px`;
  document.querySelector('#contrast').textContent = warning(paper);
}

/** Names the text colours that stand out too little from the background (WCAG 2.2, 1.4.3: 4.5). */
function warning(paper) {
  const weak = pickers
    .filter(({ dataset }) => /-(ink|muted|accent|error|warn)$/.test(dataset.property))
    .filter(({ value }) => contrast(value, paper) < 4.5)
    .map(({ dataset }) => dataset.property);
  return weak.length ? `Te weinig contrast met de achtergrond om goed te lezen: ${weak.join(', ')}.` : 'Alle tekstkleuren zijn goed leesbaar op deze achtergrond.';
}

function contrast(one, other) {
  const [light, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (low + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5]
    .map((place) => parseInt(colour.slice(place, place + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Every picker at the colour of the chosen scheme. */
function begin() {
  for (const picker of pickers) picker.value = original(picker);
  show();
}

function reset() {
  font.value = '';
  width.value = width.max;
  dark.checked = system.matches;
  begin();
}

const form = document.querySelector('#theme');
form.addEventListener('input', ({ target }) => (target === dark ? begin() : show()));
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', (event) => {
  event.preventDefault();
  reset();
});
system.addEventListener('change', reset);
document.querySelector('#copy').addEventListener('click', () => copy(css, document.querySelector('#copied')));
reset();
