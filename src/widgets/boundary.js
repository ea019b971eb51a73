// What Rust hands out, made piece by piece: Rust names one value after the other, and here each is put
// into the object or list that was begun last.

let open; // the objects and lists that are not finished, the innermost last
let name;

const put = (value) => {
  const into = open.at(-1);
  if (Array.isArray(into)) into.push(value);
  else into[name] = value;
};

export const start = () => void (open = [[]]);
export const key = (text) => void (name = text);
export const text = put;
export const number = put;
export const truth = put;
export const nothing = () => put(null);
export const begin = (list) => {
  const value = list ? [] : {};
  put(value);
  open.push(value);
};
export const end = () => void open.pop();
export const made = () => open[0][0];
