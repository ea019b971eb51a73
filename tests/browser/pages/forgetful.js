// Some browsers, by their settings or by the page, keep nothing.

Object.defineProperty(window, 'localStorage', {
  get() {
    throw new DOMException('storage is off', 'SecurityError');
  },
});
