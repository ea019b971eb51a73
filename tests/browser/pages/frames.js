// Keeps what is said to a page, and every height that a frame in it gets.

window.said = [];
addEventListener('message', ({ data, origin }) => window.said.push({ data, origin }));

window.heights = [];
new MutationObserver((changes) => changes.forEach(({ target }) => window.heights.push(target.style.height))).observe(document, {
  subtree: true,
  attributeFilter: ['style'],
});
