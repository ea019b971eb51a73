/**
 * The bytes of a module that was packed with gzip and base64.
 *
 * Base64 alone would make the file twice as long, and compress badly on the way. And gzip carries a
 * CRC-32: a file that was damaged is refused here, where it might else start and give wrong numbers.
 */
export function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
