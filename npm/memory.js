// The memory of the module as JavaScript.

/**
 * `pages` of 64 kB, which grow when the module asks for more. The bytes then move to a larger buffer, and the old one
 * loses them, as that of a WebAssembly memory does: by that the glue sees that its views are out of date.
 */
export function memory(pages) {
  let buffer = new ArrayBuffer(pages * 65536);
  return {
    get buffer() {
      return buffer;
    },
    set buffer(grown) {
      detach(buffer);
      buffer = grown;
    },
  };
}

function detach(buffer) {
  if (buffer.transfer) buffer.transfer(0);
  else new MessageChannel().port1.postMessage(0, [buffer]); // before 2023
  // A view of old bytes would be a wrong number later on: stop here instead.
  if (buffer.byteLength > 0) throw new Error('this host cannot detach a buffer');
}
