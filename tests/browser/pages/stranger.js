// Stands in a frame in the place of another page, and speaks its language.
parent.postMessage({ jaarplan: 'hello' }, '*');
parent.postMessage({ jaarplan: 'height', height: 499 }, '*');
