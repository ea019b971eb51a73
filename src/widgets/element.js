// The class that extends HTMLElement, once for all widgets: a Rust struct cannot. It hands events to
// the widget in Rust, which changes the shadow tree, and tells the page what a person did.

const ATTRIBUTES = ['country', 'headcount', 'fte', 'src'];
const PAUSE = 800; // ms without typing before changed figures are spoken

/** Defines an element. `start(year)` gives the widget in Rust. Twice, or without elements, is harmless. */
export function define(tag, css, start) {
  if (typeof customElements === 'undefined' || customElements.get(tag)) return;

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
    static observedAttributes = ['lang', ...ATTRIBUTES];
    #widget; // in Rust; lives while the element is in a page
    #shown = false;
    #busy = false;
    #saved; // the widget's state while there is none
    #plan; // set before there was a widget
    #request = 0;
    #timer = 0;
    #states = this.attachInternals?.().states;
    #settle;
    /** Resolves with the element when it shows a plan; rejects when it cannot. */
    ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));

    constructor() {
      super();
      this.ready.catch(() => {}); // nobody has to wait for it
    }

    connectedCallback() {
      if (this.#widget) return;
      for (const name of ['plan', ...ATTRIBUTES]) {
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
      if (!this.#shown || value === before) return;
      if (name === 'lang') this.#widget.speak(language(this));
      else if (value === null) return;
      else if (name === 'src') return void this.#fetch();
      else this.#widget.preset(name, value);
      this.#show();
    }

    /** The plan as plain data, unknown fields included. Setting it, also as JSON text, shows another plan. */
    get plan() {
      const text = this.#widget?.plan();
      if (text !== undefined) return JSON.parse(text);
      return this.#saved === undefined ? this.#plan : JSON.parse(this.#saved).plan;
    }

    set plan(plan) {
      const copy = structuredClone(plan); // no code of the page runs while Rust is at work
      this.#request += 1; // a file still on its way comes too late
      if (!this.#shown) [this.#plan, this.#saved] = [copy, undefined];
      else this.#open(copy);
    }

    async #start() {
      const widget = (this.#widget = start(nextYear()));
      try {
        const inline = this.querySelector(':scope > script[type="application/json"]');
        if (this.#saved !== undefined) widget.restore(this.#saved);
        else if (this.#plan !== undefined) this.#open(this.#plan);
        else if (this.getAttribute('src')) await this.#fetch();
        else if (inline) this.#open(inline.textContent);
        else for (const name of ATTRIBUTES) if (this.hasAttribute(name)) widget.preset(name, this.getAttribute(name));
        if (this.#widget !== widget) return; // left while the file was on its way
        this.#saved = this.#plan = undefined;
        widget.speak(language(this));
        this.#dressAndListen();
        this.#shown = true;
        this.#show();
        this.#states?.add('ready');
        this.#settle.resolve(this);
      } catch (error) {
        // What the page put inside the element stays visible.
        if (this.#widget === widget) this.#stop();
        this.#states?.add('error');
        this.#settle.reject(error);
        this.#fail(error);
      }
    }

    #stop() {
      clearTimeout(this.#timer);
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
      if (this.#shown) this.#show();
    }

    async #fetch() {
      const request = (this.#request += 1);
      const [widget, shown] = [this.#widget, this.#shown];
      try {
        const response = await fetch(new URL(this.getAttribute('src'), this.baseURI));
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

    #dressAndListen() {
      const first = !this.shadowRoot;
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      const live = root.ownerDocument.createElement('p');
      live.setAttribute('role', 'status');
      live.className = 'hidden';
      root.replaceChildren(live);
      dress(root);
      if (!first) return;
      root.addEventListener('input', ({ target }) => {
        if (!target.dataset.field) return;
        this.#widget.enter(target.dataset.field, target.value);
        this.#done();
      });
      root.addEventListener('change', ({ target }) => {
        // A field that goes while someone types in it says "change" in the middle of the update.
        if (!target.dataset.field || this.#busy) return;
        this.#widget.leave(target.dataset.field);
        this.#show();
        this.dispatchEvent(new Event('change', { bubbles: true })); // the native one stays inside
      });
      root.addEventListener('click', ({ target }) => {
        const button = target.closest('[data-do]');
        if (button) this.#press(button.dataset);
      });
    }

    #press({ do: what, list, figure, id, row }) {
      const next = this.#widget.press(what, list ?? figure ?? id ?? '', Number(row ?? 0));
      if (['add', 'remove', 'undo'].includes(what)) {
        this.#done();
        this.dispatchEvent(new Event('change', { bubbles: true }));
      } else this.#show();
      const target = next && this.shadowRoot.getElementById(next);
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
    }

    /** After a person did something: show it, tell the page, and say it once they pause. */
    #done() {
      const widget = this.#widget;
      this.#show();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        const news = this.#widget?.announcement();
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

  for (const name of ATTRIBUTES) {
    Object.defineProperty(Widget.prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(name) ?? '';
      },
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  }
  customElements.define(tag, Widget);
}

/** The language of an element: its own, or that of the nearest ancestor that has one. */
function language(element) {
  return element.closest('[lang]')?.getAttribute('lang') ?? '';
}

/** The year that people plan for: the next one from July on. */
function nextYear() {
  const today = new Date();
  return today.getFullYear() + (today.getMonth() >= 6 ? 1 : 0);
}
