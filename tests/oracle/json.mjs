// A small JSON reader that keeps every number as the digits that stand in the text.
//
// `JSON.parse` turns 0.1 into the nearest binary double; the model is defined on the decimal.

/** A number as it was written. */
export class Literal {
  constructor(text) {
    this.text = text;
  }
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\r\n]*/y;

/** Reads one JSON text. Objects become `Map`s, numbers become `Literal`s. */
export function read(text) {
  let at = 0;
  const fail = (what) => {
    throw new SyntaxError(`${what} at character ${at}`);
  };
  const match = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return null;
    at = pattern.lastIndex;
    return found[0];
  };
  const space = () => match(SPACE);
  const take = (character) => {
    space();
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const string = () => {
    space();
    const found = match(STRING);
    return found === null ? fail("a string is missing") : JSON.parse(found);
  };

  function list() {
    const items = [];
    if (take("]")) return items;
    do items.push(value());
    while (take(","));
    return take("]") ? items : fail("']' is missing");
  }

  function object() {
    const fields = new Map();
    if (take("}")) return fields;
    do {
      const key = string();
      if (!take(":")) fail("':' is missing");
      if (fields.has(key)) fail(`the key ${key} stands twice`);
      fields.set(key, value());
    } while (take(","));
    return take("}") ? fields : fail("'}' is missing");
  }

  function value() {
    if (take("{")) return object();
    if (take("[")) return list();
    if (text[at] === '"') return string();
    for (const [word, meaning] of [["true", true], ["false", false], ["null", null]]) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return meaning;
      }
    }
    const number = match(NUMBER);
    return number === null ? fail("a value is missing") : new Literal(number);
  }

  const result = value();
  space();
  return at === text.length ? result : fail("text after the value");
}
