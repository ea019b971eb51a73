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
const FLAGS = ['readonly', 'remember', 'uncertainty'];
const OWN = ['plan', ...Object.keys(TEXTS), ...FLAGS];
const PAUSE = 800; // ms without typing before changed figures are spoken
const SLICE = 4; // ms of a simulation between two frames
const LABELS = 'script[type="application/json"][data-jaarplan-labels]';

// What cannot be said by the widget itself, because it could not start.
const SORRY = {
  nl: 'Deze rekenhulp kan hier niet werken. Geef dit door aan wie de pagina beheert:',
  fr: 'Ce calculateur ne peut pas fonctionner ici. Transmettez ceci à la personne qui gère la page :',
  en: 'This calculator cannot work here. Pass this on to whoever manages the page:',
};

const live = new Set(); // the elements that show something
let late = false;
let going = false; // whether a slice of a simulation is on its way

/** The classes of all widgets. `home` has the instance that they live in, as npm/home.js makes it. */
export function classes(home, css) {
  const Base = widget(home, css);
  return {
    JaarplanLearningTime: class extends Base { static tag = 'jaarplan-learning-time'; },
    JaarplanProfCircles: class extends Base { static tag = 'jaarplan-prof-circles'; },
    JaarplanBudget: class extends Base { static tag = 'jaarplan-budget'; },
    JaarplanReturnOnValue: class extends Base { static tag = 'jaarplan-return-on-value'; },
    JaarplanScenarios: class extends Base { static tag = 'jaarplan-scenarios'; },
    JaarplanPlanner: class extends Base { static tag = 'jaarplan-planner'; },
    JaarplanReport: class extends Base { static tag = 'jaarplan-report'; },
  };
}

/**
 * Defines each class under its tag; whether there was anything to define. Twice, beside another version of this file,
 * or where there are no elements: harmless.
 */
export function define(classes) {
  if (typeof customElements === 'undefined') return false;
  const free = Object.values(classes).filter(({ tag }) => !customElements.get(tag));
  for (const element of free) customElements.define(element.tag, element);
  mount(free.map(({ tag }) => tag));
  return free.length > 0;
}

function widget(home, css) {
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

  class Widget extends (globalThis.HTMLElement ?? class {}) {
    static observedAttributes = ['lang', ...Object.values(TEXTS), ...FLAGS];
    #widget; // in Rust; lives while the element is in a page
    #shown = false;
    #busy = false;
    #heard = false; // whether there are listeners in the shadow tree
    #saved; // what a person did so far; for when the element comes back, or the instance stopped
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
      if (this.#failed && this.isConnected) this.#start();
    }

    connectedCallback() {
      if (this.#widget || this.#starting) return;
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
      else if (name === 'uncertainty') {
        if (this.#widget.is_uncertain() === (value !== null)) return;
        this.#widget.weigh(value !== null);
      }
      else if (value === null) return;
      else if (name === 'src') return void this.#fetch();
      else this.#widget.preset(INPUTS[name], value);
      this.#show();
      this.#others();
    }

    /**
     * The plan as plain data, unknown fields included. Setting it, also as JSON text, shows another plan. Any other text
     * is its name: frameworks set the property where a page means the attribute.
     */
    get plan() {
      const shown = this.#shown && this.#widget.plan();
      if (shown) return JSON.parse(shown);
      if (this.#saved === undefined) return this.#plan;
      const { scenarios, current } = JSON.parse(this.#saved);
      return scenarios[current].plan;
    }

    set plan(plan) {
      if (typeof plan === 'string' && !/^\s*[{[]/.test(plan)) return void (this.planName = plan);
      const copy = structuredClone(plan); // no code of the page runs while Rust is at work
      this.#request += 1; // a file still on its way comes too late
      if (this.#shown) this.#open(copy);
      else {
        this.#plan = copy;
        this.#retry();
      }
    }

    #starting = false;
    #again = false; // it stopped before it showed anything, and starts once more
    async #start() {
      this.#starting = true;
      if (this.#failed) this.#hope();
      let widget;
      try {
        await home.start();
        this.#starting = false;
        if (!this.isConnected) return; // it starts when it comes back
        widget = this.#widget = home.widget(this);
        this.#instruct();
        await this.#fill(widget);
        if (this.#widget === widget) this.#save();
        if (this.#widget !== widget) return; // left while the file was on its way
        this.#dress();
        this.#shown = true;
        live.add(this);
        this.#show();
        if (!this.#shown) return;
        this.#again = false;
        for (const state of ['fallback', 'error']) this.#states?.delete(state);
        this.#states?.add('ready');
        this.#settle?.resolve(this);
        this.#settle = undefined;
        this.#others();
      } catch (error) {
        if (!widget) this.#starting = false;
        if (this.#widget === widget) this.#give(error);
      }
    }

    /** What the page says of the widget. */
    #instruct() {
      const labels = document.querySelector(LABELS);
      if (labels) this.#widget.relabel(labels.textContent);
      this.#widget.speak(language(this));
      this.#widget.lock(this.readonly);
      if (this.uncertainty) this.#widget.weigh(true);
    }

    /** Shows what the page put inside the element, and why there is nothing else. */
    #give(error) {
      this.#stop();
      if (!this.#settle) this.#hope();
      this.#failed = true;
      for (const state of ['fallback', 'error']) this.#states?.add(state);
      this.#states?.delete('ready');
      const tried = error.cause?.refused?.map(({ engine, code }) => `${engine}: ${code}`).join(', ');
      const page = this.ownerDocument;
      const reason = page.createElement('code');
      reason.append([error.code, tried ?? error.path ?? error.message].filter(Boolean).join(', '));
      const sorry = page.createElement('p');
      sorry.append(SORRY[language(this).slice(0, 2).toLowerCase()] ?? SORRY.nl, ' ', reason);
      sorry.className = 'sorry';
      this.#root().replaceChildren(page.createElement('slot'), sorry);
      this.#settle.reject(error);
      this.#settle = undefined;
      this.#fail(error);
    }

    // ── What `home` asks of it ──────────────────────────────────────────────────────────────────

    /** What its widget in Rust is made of. */
    asked() {
      const now = new Date();
      const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
      const [page] = location.href.split('#');
      return [this.constructor.tag.slice(9), this.planName, today, page];
    }

    /** Goes on in a fresh instance; with an error when it stopped in this widget. */
    renewed(error) {
      if (!this.#shown) {
        this.#stop();
        if (error && this.#again) return this.#give(error);
        this.#again = Boolean(error);
        return void this.#start();
      }
      const { activeElement } = this.shadowRoot;
      const tab = this.shadowRoot.querySelector('[role=tab][aria-selected=true]')?.dataset;
      this.#instruct();
      this.#resume(Boolean(error));
      if (tab) this.#widget.press(tab.do, tab.id ?? '', 0);
      this.#dress();
      this.#show();
      this.#face(activeElement?.id);
      this.#drawn = this.#kept = this.#widget.revision();
    }

    /** The calculation stopped in this widget, and goes on. */
    stopped(error) {
      this.#say(this.shadowRoot.querySelector('.undo span')?.textContent);
      this.#fail(error);
    }

    /** There is no other instance. */
    lost(error) {
      this.#give(error);
    }

    // ── The plan ────────────────────────────────────────────────────────────────────────────────

    /** The plan that the page gives, unless another widget already has one of this name. */
    async #fill(widget) {
      if (this.#plan === undefined) await this.#look(widget);
      if (this.#plan === undefined || this.#widget !== widget) return;
      widget.claim();
      this.#open(this.#plan);
      this.#plan = undefined;
    }

    async #look(widget) {
      const inline = this.querySelector(`:scope > script[type="application/json"]`);
      const given = Object.keys(INPUTS).filter((name) => this.hasAttribute(name));
      if (this.#saved !== undefined) this.#resume(false);
      else if (!this.src && !inline && !given.length && !this.remember) this.#follow(widget);
      else if (widget.claim()) {
        if (this.#recall()) {
          // Their own plan comes before that of the page.
        } else if (this.src) await this.#fetch();
        else if (inline) this.#open(inline.textContent);
        else for (const name of given) widget.preset(INPUTS[name], this.getAttribute(name));
        if (this.#widget === widget) this.#follow(widget);
      }
    }

    #resume(told) {
      this.#widget.resume(this.#saved, told);
      if (!this.remember) return;
      try {
        this.#widget.keep_on(localStorage.getItem(this.#key) ?? undefined);
      } catch {
        this.#widget.recall(undefined, true);
      }
    }

    #save() {
      const saved = this.#widget.snapshot();
      if (saved === undefined) return; // it has just stopped for good
      this.#saved = saved;
      this.#kept = this.#widget.revision();
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
      if (this.#shown) this.#save();
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
      this.#emit('jaarplan-error', { code: error.code ?? 'not-loaded', errors: error.errors ?? [] });
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

    #root() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      dress(root);
      return root;
    }

    /** An empty shadow tree, in which the widget is going to show itself. */
    #dress() {
      const root = this.#root();
      const news = root.ownerDocument.createElement('p');
      news.setAttribute('role', 'status');
      news.className = 'hidden';
      this.#busy = true;
      root.replaceChildren(news);
      this.#busy = false;
      if (!this.#heard) this.#listen(root);
      this.#heard = true;
    }

    #listen(root) {
      const on = (type, heard, capture) => root.addEventListener(type, (event) => this.#shown && heard(event), capture);
      on('input', ({ target }) => {
        const { field, slide } = target.dataset;
        if (field) this.#widget.enter(field, target.value);
        else if (slide) this.#widget.slide(slide, target.value);
        else return;
        this.#done();
      });
      on('change', async ({ target }) => {
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
      on('paste', (event) => {
        const field = event.target.dataset?.field;
        if (!field || !this.#widget.paste(field, event.clipboardData.getData('text/plain'))) return;
        event.preventDefault();
        this.#done();
        this.#changed();
      });
      on('click', ({ target }) => {
        const button = target.closest('[data-do]');
        if (button) this.#press(button.dataset);
      });
      on('toggle', () => this.#reach(), true);
      new ResizeObserver(() => this.#reach()).observe(this);
      on('keydown', (event) => this.#keydown(event));
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
      if (!this.#widget) return;
      if (this.readonly && !this.#widget.is_locked()) this.readonly = false;
      if (this.#widget.revision() !== before) {
        this.#done();
        this.#changed();
      } else this.#show();
      this.#face(next);
    }

    /** Puts the focus on what has this id, and unfolds what it stands in. */
    #face(id) {
      const target = id ? this.shadowRoot.getElementById(id) : undefined;
      for (let fold = target; fold; fold = fold.parentElement) if (fold.localName === 'details') fold.open = true;
      target?.focus();
    }

    #show() {
      if (!this.#shown) return; // it has just stopped for good
      this.#busy = true;
      try {
        this.#widget.show(this.shadowRoot);
      } finally {
        this.#busy = false;
      }
      this.#reach();
      const uncertain = this.#widget?.is_uncertain();
      if (uncertain !== undefined) this.uncertainty = uncertain;
      if (this.#widget?.is_pending()) this.#go_on();
    }

    /** Works off the simulations of all elements, a slice for each frame, so that typing is not held up. */
    #go_on() {
      if (going) return;
      going = true;
      soon(() => {
        going = false;
        const until = performance.now() + SLICE;
        for (const element of live) if (element.#slice(until)) break;
        if ([...live].some((element) => element.#widget?.is_pending())) this.#go_on();
      });
    }

    /** Whether there was something to do. */
    #slice(until) {
      if (!this.#widget?.is_pending()) return false;
      const before = this.#widget.revision();
      while (this.#widget?.go_on() && performance.now() < until);
      if (this.#widget?.revision() !== before) this.#refresh();
      return true;
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
      this.#refresh();
      this.#drawn = this.#widget?.revision();
    }

    #refresh() {
      late ||= requestAnimationFrame(() => {
        late = false;
        for (const other of live) other.#follow_up();
      });
    }

    #drawn; // the revision that is shown
    #kept; // the revision that is saved
    #follow_up() {
      const revision = this.#widget.revision();
      if (revision !== this.#drawn) {
        this.#drawn = revision;
        this.#show();
      }
      if (this.#shown && revision !== this.#kept) this.#save();
    }

    #changed() {
      this.dispatchEvent(new Event('change', { bubbles: true })); // the native one stays inside
    }

    /** After a person did something: show it, tell the page, and say it once they pause. */
    #done() {
      this.#show();
      if (this.#shown) this.#save();
      const widget = this.#widget;
      if (!widget) return;
      this.#others();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#shown && (this.#keep(), this.#tell()), PAUSE);
      const wrong = widget.errors();
      const result = wrong ?? widget.result();
      if (!this.#shown) return; // it has just stopped for good
      if (wrong) this.#emit('jaarplan-error', { code: wrong.errors[0]?.code, ...wrong });
      else this.#emit('jaarplan-result', result);
    }

    /** Says what changed, once it rests on all samples. */
    #tell() {
      if (this.#widget?.is_pending()) this.#timer = setTimeout(() => this.#shown && this.#tell(), 100);
      else this.#say(this.#widget?.announcement());
    }

    #say(news) {
      if (news) this.shadowRoot.querySelector('[role=status]').textContent = news;
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
function mount(tags) {
  const one = (div) => {
    const tag = `jaarplan-${div.dataset.jaarplan}`;
    if (!tags.includes(tag) || div.querySelector(`:scope > ${tag}`)) return;
    const widget = document.createElement(tag);
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

/** Before the next frame; a little later where there are none, as in a page that nobody sees. */
function soon(then) {
  const once = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    then();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, 100);
}

/** The language of an element: its own, or that of the nearest ancestor that has one. */
function language(element) {
  return element.closest('[lang]')?.getAttribute('lang') ?? '';
}
