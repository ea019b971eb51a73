// The module out of its own JavaScript: one text serves both engines. xtask/src/twin writes that text, in few forms:
//
//   names       a, ab: an int32; Da: a double; $a0: a function that gives a double; P, P1: globals
//   numbers     4 is an int32, 4. is a double
//   memory      I[a+8>>2], with a view for each kind of cell
//   statements  if, for(;;), do, a switch that only jumps, labels, expressions; one function in a line
//
// What it makes of any other text is not the module: its CRC-32 says so.

// The kinds of values; a uint32 is an int32 that is read in another way.
const INT = 0x7f;
const DOUBLE = 0x7c;
const NOTHING = 0x40;
const UNSIGNED = 0;

/** Of each view its codes to read and to write, and the size of a cell as a power of 2. */
const VIEWS = {
  I: [0x28, 0x36, 2], W: [0x28, 0x36, 2], B: [0x2d, 0x3a, 0], C: [0x2c, 0x3a, 0], H: [0x2f, 0x3b, 1], S: [0x2e, 0x3b, 1],
  G: [0x2a, 0x38, 2], F: [0x2b, 0x39, 3],
};
/** What stands at the head of the JavaScript: the kind that it gives, and its code. */
const HELPERS = {
  X: [NOTHING, 0x00], K: [NOTHING, 0xfc, 10, 0, 0], L: [NOTHING, 0xfc, 11, 0], N: [INT, 0x40, 0], M: [INT, 0x6c], Z: [INT, 0x67],
  A: [DOUBLE, 0x99], E: [DOUBLE, 0x9b], O: [DOUBLE, 0x9c], R: [DOUBLE, 0x9d], Q: [DOUBLE, 0x9f], U: [DOUBLE, 0xb6, 0xbb],
  Y: [DOUBLE, 0xa4], J: [DOUBLE, 0xa5],
};
/** How tight an operator binds, and its codes for int32, uint32 and doubles. */
const OPERATORS = {
  '|': [4, 0x72, 0x72], '^': [5, 0x73, 0x73], '&': [6, 0x71, 0x71], '==': [7, 0x46, 0x46, 0x61], '!=': [7, 0x47, 0x47, 0x62],
  '<': [8, 0x48, 0x49, 0x63], '>': [8, 0x4a, 0x4b, 0x64], '<=': [8, 0x4c, 0x4d, 0x65], '>=': [8, 0x4e, 0x4f, 0x66],
  '<<': [9, 0x74, 0x74], '>>': [9, 0x75, 0x75], '>>>': [9, 0x76, 0x76], '+': [10, 0x6a, 0x6a, 0xa0], '-': [10, 0x6b, 0x6b, 0xa1],
  '*': [11, 0x6c, 0x6c, 0xa2], '/': [11, 0x6d, 0x6e, 0xa3], '%': [11, 0x6f, 0x70],
};
const COMPARES = 8;
const UNARY = 12;
const TOKEN = /[\w$]*[a-zA-Z_$][\w$]*|\d+|>>>|<<|>>|[=!<>]=|~~|\S/g;
const NUMBER = /^(?:\d|\.\d|NaN|Infinity)/;

/** The bytes of the module whose JavaScript is `text`; `data` is its data section. */
export function assemble(text, data) {
  const out = new Uint8Array(text.length + data.length);
  let end = 0;
  const byte = (value) => (out[end++] = value);
  const all = (bytes) => {
    out.set(bytes, end);
    end += bytes.length;
  };
  const unsigned = (value) => {
    for (; value > 127; value >>>= 7) out[end++] = value | 128;
    out[end++] = value;
  };
  const constant = (value) => {
    out[end++] = 0x41;
    for (; value < -64 || value > 63; value >>= 7) out[end++] = value | 128;
    out[end++] = value & 127;
  };
  /** What `write` writes, behind its length in five bytes. */
  const measured = (write) => {
    const start = (end += 5);
    write();
    const length = end - start;
    for (let i = 0; i < 5; i += 1) out[start - 5 + i] = ((length >>> (7 * i)) & 127) | (i < 4 ? 128 : 0);
  };
  const list = (parts, write) => {
    unsigned(parts.length);
    for (const part of parts) write(part);
  };
  const string = (text) => list(text, (letter) => byte(letter.charCodeAt(0)));
  const kindOf = (name) => (name[0] === 'D' ? DOUBLE : INT);

  // The functions, each in its line, and what stands around them.
  const types = new Map();
  const functions = new Map();
  const imports = [];
  const bodies = [];
  let rest = '';
  const typeOf = (params, result) => {
    const key = String([...params, result]);
    if (!types.has(key)) types.set(key, { place: types.size, params, result });
    return types.get(key).place;
  };
  for (const line of text.split('\n')) {
    const [, name, params, body] = /^function (.*?)\((.*?)\){(.*)}$/.exec(line) ?? [];
    if (!name) {
      rest += line;
      continue;
    }
    const locals = params ? params.split(',') : [];
    const result = !/return[^;}]/.test(body) ? NOTHING : name[0] === '$' ? DOUBLE : INT;
    const type = typeOf(locals.map(kindOf), result);
    functions.set(name, { place: functions.size, result });
    const [, imported] = /^(?:return.)?_\.(\w+)/.exec(body) ?? [];
    if (imported) imports.push({ imported, type });
    else bodies.push({ locals, type, result, body });
  }
  const globals = new Map();
  for (const [, name, value] of rest.matchAll(/\b(P\d*)=(\w+)/g)) globals.set(name, { place: globals.size, value: Number(value) });

  // What is being compiled.
  let tokens;
  let at;
  let locals;
  let scopes; // of each block around, the label, whether it is a loop's, and whether a jump to it starts again
  let sum; // the last sum with a number: where it ends, where its number starts, and that number

  const is = (token) => tokens[at] === token && ((at += 1), true);
  const drop = (kind) => kind !== NOTHING && byte(0x1a);
  const op = (code, value) => {
    byte(code);
    unsigned(value);
  };

  /** Each of these writes an expression and gives its kind; this one takes operators from a level on. */
  function binary(level, index) {
    let left = atom();
    for (;;) {
      const sign = tokens[at];
      if (sign === '?' && level < 4) {
        at += 1;
        op(0x04, INT);
        const kind = end - 1;
        binary(2);
        byte(0x05);
        at += 1;
        left = binary(2) === DOUBLE ? DOUBLE : INT;
        out[kind] = left;
        byte(0x0b);
      }
      const operator = OPERATORS[sign];
      if (!operator || operator[0] < level || (index && sign === '>>' && tokens[at + 2] === ']')) return left;
      at += 1;
      const token = tokens[at];
      if (token === '0' && (sign === '|' || sign === '>>>')) {
        // They say only how to read what they stand behind.
        at += 1;
        left = sign === '|' ? INT : UNSIGNED;
        continue;
      }
      const start = end;
      const right = binary(operator[0] + 1);
      const double = left === DOUBLE;
      byte(operator[double ? 3 : left === UNSIGNED || right === UNSIGNED ? 2 : 1]);
      const alone = tokens[at - 1] === token && NUMBER.test(token);
      if (sign === '+' && alone) sum = [end, start, Number(token)];
      // Shifted by a number, it is small enough for an int32.
      left = double && operator[0] > COMPARES ? DOUBLE : sign === '>>>' && !alone ? UNSIGNED : INT;
    }
  }

  function sequence() {
    let last = binary(0);
    while (is(',')) {
      drop(last);
      last = binary(0);
    }
    return last;
  }

  function args() {
    const kinds = [];
    while (!is(')')) {
      kinds.push(binary(2) === DOUBLE ? DOUBLE : INT);
      is(',');
    }
    return kinds;
  }

  function number(sign) {
    let token = tokens[at++];
    let double = token[0] === 'N' || token[0] === 'I';
    if (tokens[at] === '.' || token === '.') {
      double = true;
      if (token !== '.') token += tokens[at++];
      if (/^[\de]/.test(tokens[at])) token += tokens[at++];
    }
    if (double && /e$/.test(token)) token += tokens[at++] + tokens[at++]; // e-7
    if (!double) {
      constant(Number(token) * sign);
      return INT;
    }
    byte(0x44);
    all(new Uint8Array(Float64Array.of(Number(token) * sign).buffer));
    return DOUBLE;
  }

  function cell(view) {
    const [read, write, size] = VIEWS[view];
    let offset = 0;
    if (tokens[at + 1] === ']' && NUMBER.test(tokens[at])) constant(Number(tokens[at++]) << size);
    else {
      sum = undefined;
      binary(size && 9, size > 0);
      // Nothing is below 1024, so that an address and a small number never wrap around.
      if (sum && sum[0] === end && sum[2] < 1024) [, end, offset] = sum;
      sum = undefined;
      if (size) at += 2;
    }
    at += 1;
    const single = view === 'G';
    if (is('=')) {
      binary(2);
      if (single) byte(0xb6);
      op(write, size);
      unsigned(offset);
      return NOTHING;
    }
    op(read, size);
    unsigned(offset);
    if (single) byte(0xbb);
    return single || view === 'F' ? DOUBLE : view === 'W' ? UNSIGNED : INT;
  }

  /** A call by the table; the module wants its place last. */
  function indirect(result) {
    at += 2;
    const start = end;
    binary(0);
    const place = out.slice(start, end);
    end = start;
    at += 2;
    const kinds = args();
    if (is('|')) {
      at += 1;
      result = INT;
    }
    all(place);
    op(0x11, typeOf(kinds, result));
    byte(0);
    return result;
  }

  function atom() {
    const token = tokens[at];
    if (VIEWS[token]) {
      at += 2;
      return cell(token);
    }
    if (token === '.' || NUMBER.test(token)) return number(1);
    if (token === 'T') return indirect(NOTHING);
    at += 1;
    if (token === '(') {
      const last = sequence();
      at += 1;
      return last;
    }
    if (token === '!') {
      binary(UNARY);
      byte(0x45);
      return INT;
    }
    if (token === '~~') {
      binary(UNARY);
      // By way of 64 bits, with a sign or without: their lower half is what JavaScript gives too.
      const { place } = locals.get('~~');
      op(0x22, place);
      all([0xfc, 6]);
      op(0x20, place);
      all([0xfc, 7]);
      op(0x20, place);
      all([0x44, 0, 0, 0, 0, 0, 0, 0, 0, 0x63, 0x1b, 0xa7]);
      return INT;
    }
    if (token === '+') {
      if (tokens[at] === 'T') return indirect(DOUBLE);
      byte(binary(UNARY) === UNSIGNED ? 0xb8 : 0xb7);
      return DOUBLE;
    }
    if (token === '-') {
      if (tokens[at] === '.' || NUMBER.test(tokens[at])) return number(-1);
      binary(UNARY);
      byte(0x9a);
      return DOUBLE;
    }
    if (is('(')) {
      args();
      if (HELPERS[token]) {
        const [result, ...code] = HELPERS[token];
        all(code);
        return result;
      }
      const { place, result } = functions.get(token);
      op(0x10, place);
      return result;
    }
    const local = locals.get(token);
    const { place } = local ?? globals.get(token);
    if (!is('=')) op(local ? 0x20 : 0x23, place);
    else {
      binary(2);
      op(local ? 0x22 : 0x24, place);
      if (!local) op(0x23, place);
    }
    return local ? local.kind : INT;
  }

  /** How many blocks out the one is that a jump leaves or starts again. */
  function jump() {
    const again = tokens[at++] === 'continue';
    const label = /^\w/.test(tokens[at] ?? '') && tokens[at++];
    let out = 0;
    while (
      scopes[scopes.length - 1 - out].again !== again ||
      !(label ? scopes[scopes.length - 1 - out].label === label : scopes[scopes.length - 1 - out].loop)
    ) out += 1;
    return out;
  }

  function block(code, scope, write) {
    op(code, NOTHING);
    scopes.push(scope);
    write();
    scopes.pop();
    byte(0x0b);
  }

  function repeated(label, write) {
    block(0x02, { label, loop: true, again: false }, () => block(0x03, { label, loop: true, again: true }, write));
  }

  const body = () => {
    while (!is('}')) statement();
  };

  function statement(label) {
    if (tokens[at + 1] === ':') {
      at += 2;
      statement(tokens[at - 2]);
    } else if (is('{')) {
      if (label) block(0x02, { label, loop: false, again: false }, body);
      else body();
    } else if (is('if')) {
      at += 1;
      sequence();
      at += 1;
      block(0x04, {}, () => {
        statement();
        if (!is('else')) return;
        byte(0x05);
        statement();
      });
    } else if (is('for')) {
      at += 4; // (;;)
      repeated(label, () => {
        statement();
        op(0x0c, 0);
      });
    } else if (is('do')) {
      repeated(label, () => {
        statement();
        at += 2; // while(
        sequence();
        at += 1;
        op(0x0d, 0);
      });
      is(';');
    } else if (is('switch')) {
      at += 1;
      sequence();
      at += 2; // ){
      const cases = [];
      const places = [];
      let other;
      while (!is('}')) {
        if (is('case')) places.push(Number(tokens[at++]));
        else at += 1; // default
        at += 1;
        if (tokens[at] === 'case') continue;
        other = jump();
        for (const place of places.splice(0)) cases[place] = other;
        is(';');
      }
      byte(0x0e);
      list(Array.from(cases, (to) => to ?? other), unsigned);
      unsigned(other);
    } else if (tokens[at] === 'break' || tokens[at] === 'continue') {
      op(0x0c, jump());
      is(';');
    } else if (is('return')) {
      if (/^[^;}]/.test(tokens[at] ?? ';')) sequence();
      byte(0x0f);
      is(';');
    } else if (!is(';')) {
      drop(binary(0));
      is(';');
    }
  }

  function compile({ locals: params, result, body }) {
    tokens = body.match(TOKEN);
    at = 0;
    scopes = [];
    locals = new Map();
    const local = (name) => locals.set(name, { place: locals.size, kind: kindOf(name) });
    params.forEach(local);
    const own = [];
    if (is('var')) {
      do {
        local(tokens[at]);
        own.push(kindOf(tokens[at]));
        at += 3; // a=0
      } while (is(','));
    }
    if (tokens.includes('~~')) {
      locals.set('~~', { place: locals.size });
      own.push(DOUBLE);
    }
    list(own, (kind) => {
      byte(1);
      byte(kind);
    });
    while (at < tokens.length) statement();
    if (result !== NOTHING) byte(0); // behind the last return
    byte(0x0b);
  }

  list(bodies, (function_) => measured(() => compile(function_)));
  const code = out.slice(0, end);

  const table = /T=\[,(.*?)\]/.exec(rest)[1].split(',');
  const exported = [...rest.slice(rest.lastIndexOf('return{')).matchAll(/(\w+):({value:)?([\w$]+)/g)];
  const section = (kind, write) => {
    byte(kind);
    measured(write);
  };
  end = 0;
  all([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  section(1, () => list([...types.values()], ({ params, result }) => {
    byte(0x60);
    list(params, byte);
    list(result === NOTHING ? [] : [result], byte);
  }));
  section(2, () => list(imports, ({ imported, type }) => {
    string('a');
    string(imported);
    op(0, type);
  }));
  section(3, () => list(bodies, ({ type }) => unsigned(type)));
  section(4, () => {
    all([1, 0x70, 1]);
    unsigned(table.length + 1);
    unsigned(table.length + 1);
  });
  section(5, () => {
    all([1, 0]);
    unsigned(Number(/ArrayBuffer\((\d+)\*/.exec(rest)[1]));
  });
  section(6, () => list([...globals.values()], ({ value }) => {
    all([INT, 1]);
    constant(value);
    byte(0x0b);
  }));
  section(7, () => list(exported, ([, name, global, place]) => {
    string(name);
    byte(name === 'memory' ? 2 : global ? 3 : 0);
    unsigned(name === 'memory' ? 0 : (global ? globals : functions).get(place).place);
  }));
  section(9, () => {
    all([1, 0, 0x41, 1, 0x0b]);
    list(table, (name) => unsigned(functions.get(name).place));
  });
  section(10, () => all(code));
  section(11, () => all(data));
  return out.slice(0, end);
}
