// Bytes that travel as text inside a JavaScript file: no second file for a server to refuse or mislabel. This codec
// (its other half is xtask/src/letters.rs) is there because the same file with base64 is 23 % larger on the way, by brotli.

/** Printable characters that need no escape in a string, and no care in a page. The last two lead on. */
const LETTERS = Array.from({ length: 95 }, (_, i) => i + 32).filter((code) => !'"<\\'.includes(String.fromCharCode(code)));
const ALONE = LETTERS.length - 2;

/**
 * The bytes of a text that xtask/src/letters.rs wrote: first the frequent ones in hexadecimal digits; then one letter
 * for each of those, two for the others. Such a text compresses almost as well as the bytes themselves.
 */
export function bytes(text) {
  const head = 2 * ALONE;
  const order = text.slice(0, head).match(/../g).map((digits) => parseInt(digits, 16));
  for (let byte = 0; byte < 256; byte += 1) if (!order.includes(byte)) order.push(byte);
  const place = new Uint8Array(128);
  LETTERS.forEach((code, i) => (place[code] = i));
  const all = new Uint8Array(text.length);
  let length = 0;
  let lead = 0;
  for (let i = head; i < text.length; i += 1) {
    const at = place[text.charCodeAt(i)];
    if (at < ALONE) {
      all[length++] = order[lead + at];
      lead = 0;
    } else lead = (at - ALONE + 1) * ALONE;
  }
  return all.slice(0, length);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? 0xedb88320 ^ (byte >>> 1) : byte >>> 1;
  return byte;
});

/** The CRC-32 of bytes, as in gzip. Browsers have none, and their digests in secure contexts only. */
export function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** The same bytes, if they have this CRC-32. A damaged module can start all the same, and give wrong figures. */
export function whole(bytes, sum) {
  if (crc32(bytes) !== sum) throw Object.assign(new Error('the module is not whole'), { code: 'damaged' });
  return bytes;
}
