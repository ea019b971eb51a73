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
