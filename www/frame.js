// The page for an <iframe>: shows the widgets that the address names, with the options it gives.
//
//   frame.html?widget=budget&headcount=143&fte=116.6&country=BE
//
// Only what is listed here gets from the address into the page. A classic script, so that a frame
// that may not load modules still says what it is.
(() => {
  const WIDGETS = ['planner', 'learning-time', 'prof-circles', 'budget', 'return-on-value', 'scenarios', 'report'];
  const SHARED = ['plan', 'lang', 'readonly'];
  const ORIGIN = ['country', 'headcount', 'fte', 'year', 'available', 'src', 'remember', 'engine']; // the first widget's; the others follow
  const WAIT = 'De widget wordt geladen. Blijft deze zin staan? Dan laat deze omgeving het script niet toe. Vraag het je beheerder.';

  const query = new URLSearchParams(location.search);
  const widgets = query.getAll('widget');

  const add = (tag, text) => {
    const element = document.createElement(tag);
    element.append(text);
    document.body.append(element);
    return element;
  };
  const problem = (text) => {
    const place = add('p', text);
    place.className = 'problem';
    place.setAttribute('role', 'alert');
  };

  const unknown = widgets.filter((widget) => !WIDGETS.includes(widget));
  if (unknown.length) return problem(`Er is geen widget met de naam ‘${unknown.join('’, ‘')}’. Kies uit: ${WIDGETS.join(', ')}.`);
  if (!widgets.length) return problem(`Het adres zegt niet welke widget. Voeg bijvoorbeeld ?widget=budget toe. Kies uit: ${WIDGETS.join(', ')}.`);
  // A plan from elsewhere would be shown as if it were this organisation's.
  if (query.has('src') && new URL(query.get('src'), location).origin !== location.origin) {
    return problem('Het plan moet op dezelfde server staan als deze pagina.');
  }

  if (query.get('lang')) document.documentElement.lang = query.get('lang');
  widgets.forEach((widget, place) => {
    const element = document.createElement(`jaarplan-${widget}`);
    for (const name of place === 0 ? [...SHARED, ...ORIGIN] : SHARED) if (query.has(name)) element.setAttribute(name, query.get(name));
    element.append(WAIT);
    document.body.append(element);
  });
})();

// Tells the page around the frame how high its content is, when that page asks (frame-host.js): only the height, only the
// parent, and by its own origin. "hello" is for anybody, and says no more than that there is something to ask.
(async () => {
  if (parent === window) return;
  let host;
  let ready = false;
  const tell = () => {
    if (!ready || !host || !innerWidth) return; // in a frame that is hidden nothing has its height
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // A page without an origin of its own, like one from a disk, has no name to call it by.
    parent.postMessage({ jaarplan: 'height', height }, host === 'null' ? '*' : host);
  };
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || data?.jaarplan !== 'hello') return;
    host = origin;
    tell();
  });
  parent.postMessage({ jaarplan: 'hello' }, '*');

  // Not before the widgets are there: what stands in their place is lower.
  const widgets = [...document.querySelectorAll('body > *')].filter(({ localName }) => localName.startsWith('jaarplan-'));
  await Promise.all(widgets.map(({ localName }) => customElements.whenDefined(localName)));
  await Promise.allSettled(widgets.map((widget) => widget.ready));
  ready = true;
  tell(); // an observer sleeps in a frame that is out of sight
  new ResizeObserver(tell).observe(document.body);
})();
