// The instance of the module in which all widgets of a page live. When it stops, they go on in a fresh one.

import { JaarplanError } from './error.js';
import { started } from './opener.js';

/** One engine serves all widgets of a page: where one of them has `engine="js"`, WebAssembly is not even tried. */
function only() {
  const asking = [...document.querySelectorAll('[engine=js], [data-jaarplan][data-engine=js]')];
  return asking.some(({ dataset, localName }) => dataset.jaarplan || localName.startsWith('jaarplan-')) ? 'js' : undefined;
}

const parsed = () =>
  document.readyState !== 'loading' ||
  new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));

/** `parts` are where the module comes from, as `start` in engine.js takes them. */
export function home(parts) {
  const widgets = new Set();
  let starting;
  let running; // the functions of the instance, and how to start another one
  let inside = 0; // calls on the way; the page can make one while another works
  let fault; // why the instance is not trusted any more

  const make = ({ Handle }, host) => new Handle(...host.asked());

  /** What the instance that stopped had is not to be given back to it. */
  const forget = (widget) => {
    widget.handle?.__destroy_into_raw();
    widget.handle = undefined;
  };

  /** All widgets go on in a fresh instance, with what they last kept; `first` is the one in which it stopped. */
  function renew(first) {
    const error = new JaarplanError(
      [{ path: '', code: 'crashed', message: 'the calculation stopped; this is a defect of jaarplan, not of the plan' }],
      { cause: fault },
    );
    widgets.forEach(forget);
    inside += 1; // what stops now is not tried again
    try {
      running.functions = running.restart();
      fault = undefined;
      for (const widget of widgets) widget.host.renewed(widget === first && error);
    } catch {
      fault = starting = undefined;
      const all = [...widgets];
      widgets.clear();
      all.forEach(forget);
      for (const { host } of all) host.lost(error);
    } finally {
      inside -= 1;
    }
    return error;
  }

  /** What is wrong with a plan is thrown as data; anything else is a defect, of ours or of the machine. */
  function call(widget, name, given) {
    let stopped;
    try {
      for (let tries = 0; tries < 2; tries += 1) {
        if (fault && !inside) stopped = renew(widget);
        if (!widgets.has(widget)) return undefined; // it is gone, or starts anew
        inside += 1;
        try {
          widget.handle ??= make(running.functions, widget.host);
          return widget.handle[name](...given);
        } catch (cause) {
          if (cause?.errors) throw new JaarplanError(cause.errors);
          fault ??= cause;
          if (inside > 1) throw cause; // the call outside sees to it
        } finally {
          inside -= 1;
        }
      }
      stopped = renew(widget); // whatever it was, it stops the calculation each time: go on without it
      return undefined;
    } finally {
      if (stopped && widgets.has(widget)) widget.host.stopped(stopped);
    }
  }

  function end(widget) {
    widgets.delete(widget);
    try {
      widget.handle?.free();
    } catch (cause) {
      fault ??= cause;
    }
  }

  return {
    /** Starts an engine, unless there is one; rejects with `no-engine`. */
    start() {
      starting ??= (async () => {
        await parsed();
        running = await started(parts, only());
      })().catch((error) => {
        starting = undefined;
        throw error;
      });
      return starting;
    },

    /**
     * A widget in the instance, with the functions of the one in Rust; they give nothing once it is gone. Its `host` is
     * the element: `asked()` gives what a widget is made of; `renewed(error)` lets it go on in a fresh instance, with an
     * error when it was the one that stopped, which it tells when `stopped(error)` says that all go on; `lost(error)`
     * says that there is no other instance.
     */
    widget(host) {
      const widget = { host };
      widgets.add(widget);
      return new Proxy(widget, {
        get: (_, name) => (name === 'free' ? () => end(widget) : (...given) => call(widget, name, given)),
      });
    },
  };
}
