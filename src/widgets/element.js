// The class that extends HTMLElement, once for all widgets: a Rust struct cannot. It hands events to
// the widget in Rust, which changes the shadow tree, and tells the page what a person did.

// Attributes that are an input of the plan, each with its place in the document.
const INPUTS = {
  country: 'country',
  year: 'year',
  headcount: 'groups[0].headcount',
  fte: 'groups[0].fte',
  available: 'budget.available',
};
const TEXTS = { planName: 'plan', src: 'src', ...Object.fromEntries(Object.keys(INPUTS).map((name) => [name, name])) };
const FLAGS = ['readonly', 'remember'];
const OWN = ['plan', ...Object.keys(TEXTS), ...FLAGS];
const PAUSE = 800; // ms without typing before changed figures are spoken
const LABELS = 'script[type="application/json"][data-jaarplan-labels]';

const live = new Set(); // the elements that show something
let late = false;

/**
 * Defines `jaarplan-` and each name. `start(kind, plan, today, page)` gives the widget in Rust. Twice,
 * beside another version of this file, or where there are no elements: harmless.
 */
export function define(names, css, start) {
  if (typeof customElements === 'undefined') return;
  const Base = widgets(css, start);
  for (const [kind, name] of names.entries()) {
    if (!customElements.get(`jaarplan-${name}`)) customElements.define(`jaarplan-${name}`, class extends Base { static kind = kind; });
  }
  mount(names);
}

/** What only the page can do. */
export function act(what, name, type, text) {
  if (what === 'print') window.print();
  else if (what === 'copy') navigator.clipboard?.writeText(text).catch(() => {}); // it is also on the screen
  else {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

function widgets(css, start) {
  // A constructed sheet belongs to one document; an element that moves to another needs its own.
  const sheets = new WeakMap();
  const dress = (root) => {
    const page = root.ownerDocument;
    const Sheet = page.defaultView?.CSSStyleSheet;
    if (!Sheet) return;
    if (!sheets.has(page)) {
      const sheet = new Sheet();
      sheet.replaceSync(css);
      sheets.set(page, sheet);
    }
    root.adoptedStyleSheets = [sheets.get(page)];
  };

  class Widget extends HTMLElement {
    static observedAttributes = ['lang', ...Object.values(TEXTS), ...FLAGS];
    #widget; // in Rust; lives while the element is in a page
    #shown = false;
    #busy = false;
    #saved; // the widget's state while there is none
    #plan; // set before there was a widget
    #request = 0;
    #timer = 0;
    #states = this.attachInternals?.().states;
    #settle;
    #failed = false;
    /** Resolves with the element when it shows a plan; rejects when it cannot. */
    ready;

    constructor() {
      super();
      this.#hope();
    }

    #hope() {
      this.#failed = false;
      this.ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
      this.ready.catch(() => {}); // nobody has to wait for it
    }

    /** What could not be shown may be shown with another plan. */
    #retry() {
      if (!this.#failed || !this.isConnected) return;
      for (const state of ['fallback', 'error']) this.#states?.delete(state);
      this.#hope();
      this.#start();
    }

    connectedCallback() {
      if (this.#widget) return;
      for (const name of OWN) {
        if (!Object.hasOwn(this, name)) continue; // set before the element was defined
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
      if (this.ownerDocument.readyState !== 'loading') return void this.#start();
      // The parser has yet to see the children, and a plan may be among them.
      const again = () => this.isConnected && this.connectedCallback();
      this.ownerDocument.addEventListener('DOMContentLoaded', again, { once: true });
    }

    disconnectedCallback() {
      queueMicrotask(() => this.isConnected || this.#stop()); // moving is leaving and coming back at once
    }

    adoptedCallback() {
      if (this.shadowRoot) dress(this.shadowRoot);
    }

    attributeChangedCallback(name, before, value) {
      if (value === before) return;
      if (!this.#shown) return this.#retry();
      if (name === 'lang') this.#widget.speak(language(this));
      else if (name === 'plan') this.#widget.join(value ?? '');
      else if (name === 'readonly') this.#widget.lock(value !== null);
      else if (name === 'remember') this.#recall();
      else if (value === null) return;
      else if (name === 'src') return void this.#fetch();
      else this.#widget.preset(INPUTS[name], value);
      this.#show();
      this.#others();
    }

    /** The plan as plain data, unknown fields included. Setting it, also as JSON text, shows another plan. */
    get plan() {
      const text = this.#widget?.plan();
      return text === undefined ? this.#plan : JSON.parse(text);
    }

    set plan(plan) {
      const copy = structuredClone(plan); // no code of the page runs while Rust is at work
      this.#request += 1; // a file still on its way comes too late
      if (this.#shown) this.#open(copy);
      else {
        this.#plan = copy;
        this.#retry();
      }
    }

    async #start() {
      const now = new Date();
      const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
      const [page] = location.href.split('#');
      const widget = (this.#widget = start(this.constructor.kind, this.getAttribute('plan') ?? '', today, page));
      try {
        const labels = document.querySelector(LABELS);
        if (labels) widget.relabel(labels.textContent);
        widget.speak(language(this));
        widget.lock(this.readonly);
        await this.#fill(widget);
        if (this.#widget !== widget) return; // left while the file was on its way
        this.#saved = this.#plan = undefined;
        this.#dressAndListen();
        this.#shown = true;
        live.add(this);
        this.#show();
        this.#states?.add('ready');
        this.#settle.resolve(this);
        this.#others();
      } catch (error) {
        // What the page put inside the element stays visible.
        if (this.#widget === widget) this.#stop();
        this.#failed = true;
        for (const state of ['fallback', 'error']) this.#states?.add(state);
        this.#settle.reject(error);
        this.#fail(error);
      }
    }

    /** The plan that the page gives, unless another widget already has one of this name. */
    async #fill(widget) {
      const inline = this.querySelector(`:scope > script[type="application/json"]`);
      const given = Object.keys(INPUTS).filter((name) => this.hasAttribute(name));
      if (this.#plan !== undefined) widget.claim(), this.#open(this.#plan);
      else if (this.#saved === undefined && !this.src && !inline && !given.length && !this.remember) this.#follow(widget);
      else if (widget.claim()) {
        if (this.#saved !== undefined) return void widget.open(this.#saved);
        if (this.#recall()) {
          // Their own plan comes before that of the page.
        } else if (this.src) await this.#fetch();
        else if (inline) this.#open(inline.textContent);
        else for (const name of given) widget.preset(INPUTS[name], this.getAttribute(name));
        if (this.#widget === widget) this.#follow(widget);
      }
    }

    /** A plan in the page's own address is shown instead. */
    #follow(widget) {
      if (!this.planName && location.hash.startsWith('#jp')) widget.follow(location.hash);
    }

    #stop() {
      clearTimeout(this.#timer);
      live.delete(this);
      const widget = this.#widget;
      if (!widget) return;
      if (this.#shown) this.#saved = widget.snapshot();
      this.#widget = undefined;
      this.#shown = false;
      this.#busy = true;
      this.shadowRoot?.replaceChildren();
      this.#busy = false;
      widget.free();
    }

    #open(plan) {
      if (typeof plan === 'string') this.#widget.open(plan);
      else this.#widget.take(plan);
      if (this.#shown) this.#show(), this.#others();
    }

    async #fetch() {
      const request = (this.#request += 1);
      const [widget, shown] = [this.#widget, this.#shown];
      try {
        const response = await fetch(new URL(this.src, this.baseURI));
        if (!response.ok) throw Object.assign(new Error(`${response.status} ${response.url}`), { code: 'not-loaded' });
        const text = await response.text();
        if (request === this.#request && widget === this.#widget) this.#open(text);
      } catch (error) {
        if (!shown) throw error;
        this.#fail(error); // the plan that is shown stays
      }
    }

    #fail(error) {
      const code = error?.errors?.[0]?.code ?? error?.code ?? 'not-loaded';
      this.#emit('jaarplan-error', { code, errors: error?.errors ?? [] });
    }

    get #key() {
      return `jaarplan:${this.planName}`;
    }

    /** Goes on with what the browser kept, when the page asked for that. */
    #recall() {
      if (!this.remember) return false;
      try {
        return this.#widget.recall(localStorage.getItem(this.#key) ?? undefined, false);
      } catch {
        return this.#widget.recall(undefined, true);
      }
    }

    #keep() {
      const text = this.#widget.to_keep();
      if (text === undefined) return;
      try {
        localStorage.setItem(this.#key, text);
      } catch {
        this.#widget.recall(undefined, true);
        this.#show();
      }
    }

    #dressAndListen() {
      const first = !this.shadowRoot;
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      const news = root.ownerDocument.createElement('p');
      news.setAttribute('role', 'status');
      news.className = 'hidden';
      root.replaceChildren(news);
      dress(root);
      if (!first) return;
      root.addEventListener('input', ({ target }) => {
        const { field, slide } = target.dataset;
        if (field) this.#widget.enter(field, target.value);
        else if (slide) this.#widget.slide(slide, target.value);
        else return;
        this.#done();
      });
      root.addEventListener('change', async ({ target }) => {
        const { field, slide, file } = target.dataset;
        // A field that goes while someone types in it says "change" in the middle of the update.
        if (this.#busy) return;
        if (file !== undefined) {
          const text = await target.files[0]?.text();
          target.value = '';
          if (text === undefined || !this.#widget) return;
          this.#widget.open_file(text);
          this.#done();
        } else if (field ?? slide) {
          this.#widget.leave(field ?? slide);
          this.#show();
        } else return;
        this.#changed();
      });
      root.addEventListener('paste', (event) => {
        const field = event.target.dataset?.field;
        if (!field || !this.#widget.paste(field, event.clipboardData.getData('text/plain'))) return;
        event.preventDefault();
        this.#done();
        this.#changed();
      });
      root.addEventListener('click', ({ target }) => {
        const button = target.closest('[data-do]');
        if (button) this.#press(button.dataset);
      });
      root.addEventListener('toggle', () => this.#reach(), true);
      new ResizeObserver(() => this.#reach()).observe(this);
      root.addEventListener('keydown', (event) => this.#keydown(event));
    }

    #keydown(event) {
      const { key, target } = event;
      const tabs = target.getAttribute('role') === 'tab' && [...target.parentElement.children];
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
      if (tabs && step) tabs.at((tabs.indexOf(target) + step) % tabs.length).click();
      else if (tabs && (key === 'Home' || key === 'End')) tabs.at(key === 'Home' ? 0 : -1).click();
      // In a field the browser takes back letters; elsewhere we take back changes.
      else if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z' && !target.matches('input:not([type=range]), textarea')) {
        this.#press({ do: event.shiftKey ? 'redo' : 'undo' });
      } else return;
      event.preventDefault();
    }

    #press({ do: what, list, figure, id, row }) {
      const before = this.#widget.revision();
      const next = this.#widget.press(what, list ?? figure ?? id ?? '', Number(row ?? 0));
      if (this.readonly && !this.#widget.is_locked()) this.readonly = false;
      if (this.#widget.revision() !== before) {
        this.#done();
        this.#changed();
      } else this.#show();
      const target = next ? this.shadowRoot.getElementById(next) : undefined;
      for (let fold = target; fold; fold = fold.parentElement) if (fold.localName === 'details') fold.open = true;
      target?.focus();
    }

    #show() {
      this.#busy = true;
      try {
        this.#widget.show(this.shadowRoot);
      } finally {
        this.#busy = false;
      }
      this.#reach();
    }

    #reaching = false;
    /** A table that is wider than its place can be scrolled by keyboard; another is no stop on the way. */
    #reach() {
      if (this.#reaching) return;
      this.#reaching = true;
      requestAnimationFrame(() => {
        this.#reaching = false;
        for (const box of this.shadowRoot?.querySelectorAll('.scroller') ?? []) {
          if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
          else box.removeAttribute('tabindex');
        }
      });
    }

    /** Shows the plan in the other widgets that have it, before the next frame. */
    #others() {
      late ||= requestAnimationFrame(() => {
        late = false;
        for (const other of live) other.#refresh();
      });
      this.#drawn = this.#widget.revision();
    }

    #drawn; // the revision that is shown
    #refresh() {
      if (this.#widget.revision() === this.#drawn) return;
      this.#drawn = this.#widget.revision();
      this.#show();
    }

    #changed() {
      this.dispatchEvent(new Event('change', { bubbles: true })); // the native one stays inside
    }

    /** After a person did something: show it, tell the page, and say it once they pause. */
    #done() {
      const widget = this.#widget;
      this.#show();
      this.#others();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        if (!this.#shown) return;
        this.#keep();
        const news = this.#widget.announcement();
        if (news) this.shadowRoot.querySelector('[role=status]').textContent = news;
      }, PAUSE);
      const wrong = widget.errors();
      if (wrong) this.#emit('jaarplan-error', { code: wrong.errors[0]?.code, ...wrong });
      else this.#emit('jaarplan-result', widget.result());
    }

    #emit(type, detail) {
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
  }

  const property = (name, get, set) =>
    Object.defineProperty(Widget.prototype, name, { configurable: true, enumerable: true, get, set });
  for (const [name, attribute] of Object.entries(TEXTS)) {
    property(
      name,
      function () { return this.getAttribute(attribute) ?? ''; },
      function (value) { value === null || value === undefined ? this.removeAttribute(attribute) : this.setAttribute(attribute, value); },
    );
  }
  for (const name of FLAGS) {
    property(
      name,
      function () { return this.hasAttribute(name); },
      function (value) { this.toggleAttribute(name, Boolean(value)); },
    );
  }
  return Widget;
}

/** `<div data-jaarplan="budget" data-headcount="143">` becomes a widget, now and when it comes later. */
function mount(names) {
  const one = (div) => {
    const name = div.dataset.jaarplan;
    if (!names.includes(name) || div.querySelector(`:scope > jaarplan-${name}`)) return;
    const widget = document.createElement(`jaarplan-${name}`);
    for (const { name, value } of div.attributes) {
      if (name.startsWith('data-') && name !== 'data-jaarplan') widget.setAttribute(name.slice(5), value);
    }
    widget.append(...div.childNodes); // shown until the widget is
    div.append(widget);
  };
  const all = (node) => {
    if (node.matches?.('[data-jaarplan]')) one(node);
    node.querySelectorAll?.('[data-jaarplan]').forEach(one);
  };
  const begin = () => {
    all(document);
    new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(all))).observe(document, {
      childList: true,
      subtree: true,
    });
  };
  if (document.readyState !== 'loading') begin();
  else document.addEventListener('DOMContentLoaded', begin, { once: true });
}

/** The language of an element: its own, or that of the nearest ancestor that has one. */
function language(element) {
  return element.closest('[lang]')?.getAttribute('lang') ?? '';
}
