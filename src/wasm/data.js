// What Rust asks of the page, and about a value that the page hands over.

export const digits = (value) => {
  const fits = (as) => as(64, value) === value;
  if (typeof value === 'bigint' && (fits(BigInt.asIntN) || fits(BigInt.asUintN))) return `${value}`;
};

// Nothing for a question that a proxy throws at.
const answer = (question) => {
  try {
    return question();
  } catch {}
};

export const members = (value) => {
  if (Array.isArray(value)) return Array.from(value);
  if (answer(() => value instanceof Map)) return Array.from(value).flat();
  if (typeof value !== 'object') return;
  if (answer(() => value instanceof Uint8Array || value instanceof ArrayBuffer)) return;
  if (answer(() => !(Symbol.iterator in value))) return Object.entries(value).flat();
};

/** What only the page can do. */
export function act(what, name, type, text) {
  if (what === 'print') window.print();
  else if (what === 'copy') navigator.clipboard?.writeText(text).catch(() => {}); // it is also on the screen
  else {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

// What Rust hands out, made piece by piece: Rust names one value after the other, and here each is put
// into the object or list that was begun last.

let open = [[]]; // the objects and lists that are not finished, the innermost last
let name;

const put = (value) => {
  const into = open.at(-1);
  if (Array.isArray(into)) into.push(value);
  else into[name] = value;
};

export const key = (text) => void (name = text);
export const text = put;
export const truth = put;
export const number = (value) => put(value ?? null);
export const bracket = (sign) => {
  if (sign === ']' || sign === '}') return void open.pop();
  const value = sign === '[' ? [] : {};
  put(value);
  open.push(value);
};
export const made = () => {
  const [[value]] = open;
  open = [[]];
  return value;
};
