// Some browsers, by their settings or by the page, have no WebAssembly.

delete globalThis.WebAssembly;
