// Stands in a page in a frame, and tells the page around it what a person sees of the element with the id "it".

const events = [];
for (const type of ['jaarplan-error', 'jaarplan-result']) addEventListener(type, ({ detail }) => events.push([type, detail.code]));

let ready = 'unknown';
let promise;

function seen(element) {
  const here = element.ready;
  if (here && here !== promise) {
    promise = here;
    ready = 'waiting';
    here.then(() => (ready = 'shown'), (error) => (ready = error.code ?? String(error)));
  }
  const inside = element.querySelector('p');
  const state = (name) => {
    try {
      return element.matches(`:state(${name})`);
    } catch {
      return undefined; // not every engine has states
    }
  };
  return {
    ready,
    text: element.shadowRoot ? window.shown(element) : element.innerText,
    inside: Boolean(inside?.checkVisibility?.() ?? inside?.getClientRects().length),
    fallback: state('fallback'),
    events,
    instances: window.modules.length,
    loaded: document.readyState === 'complete',
    wrong: window.wrong,
  };
}

setInterval(() => {
  const element = document.querySelector('#it');
  if (element) parent.postMessage(seen(element), '*');
}, 50);
