// UTF-8 for hosts that have no TextDecoder and TextEncoder, like a page in jsdom.

export const Decoder =
  globalThis.TextDecoder ??
  class {
    decode(bytes = []) {
      return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
    }
  };

export const Encoder =
  globalThis.TextEncoder ??
  class {
    encode(text) {
      const whole = text.replace(/\p{Surrogate}/gu, '\ufffd'); // halves of a letter have no bytes
      const letters = encodeURIComponent(whole).replace(/%(..)/g, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
      return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    }
  };
