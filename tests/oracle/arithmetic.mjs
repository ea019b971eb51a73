// Evaluates the sums of the hand calculations, such as `cents(0.05 × (480 + 199.98))`, on exact fractions.
//
// + − × ÷ ^ and parentheses; `round` and `cents` (a half away from zero), `ceil`, `floor`, and
// `months(from, to, rate)`, the sum of the monthly discount factors. Roots and `months` are doubles.

import { Rational } from "./rational.mjs";

const double = (value) => (value instanceof Rational ? value.toNumber() : value);
const exact = (a, b) => a instanceof Rational && b instanceof Rational;

const OPERATORS = {
  "+": (a, b) => (exact(a, b) ? a.plus(b) : double(a) + double(b)),
  "−": (a, b) => (exact(a, b) ? a.minus(b) : double(a) - double(b)),
  "×": (a, b) => (exact(a, b) ? a.times(b) : double(a) * double(b)),
  "÷": (a, b) => (exact(a, b) ? a.over(b) : double(a) / double(b)),
};

const FUNCTIONS = {
  round: (a) => a.rounded(0),
  cents: (a) => a.rounded(2),
  ceil: (a) => new Rational(a.ceil()),
  floor: (a) => new Rational(a.floor()),
  months: (from, to, rate) => {
    let total = 0;
    for (let t = double(from); t <= double(to); t += 1) total += Math.pow(1 + double(rate), -t / 12);
    return total;
  },
};

function power(base, exponent) {
  if (!exact(base, exponent) || exponent.d !== 1n || exponent.n < 0n) return Math.pow(double(base), double(exponent));
  return new Rational(base.n ** exponent.n, base.d ** exponent.n);
}

/** The value of the sum, as the nearest double. */
export function arithmetic(sum) {
  const tokens = sum.match(/[0-9]+(?:\.[0-9]+)?|[a-z]+|[-+−×÷^(),]|\S/g);
  const expect = (token) => {
    if (tokens.shift() !== token) throw new SyntaxError(`'${token}' is missing in ${sum}`);
  };
  const list = (next, operators) => {
    let value = next();
    while (operators.includes(tokens[0])) value = OPERATORS[tokens.shift()](value, next());
    return value;
  };
  const terms = () => list(factors, ["+", "−"]);
  const factors = () => list(powers, ["×", "÷"]);
  const powers = () => {
    const base = atom();
    if (tokens[0] !== "^") return base;
    tokens.shift();
    return power(base, atom());
  };
  const atom = () => {
    const token = tokens.shift();
    if (/^[0-9]/.test(token)) return Rational.decimal(token, 12);
    const name = Object.hasOwn(FUNCTIONS, token) ? token : null;
    if (name !== null) expect("(");
    else if (token !== "(") throw new SyntaxError(`${token} is not understood in ${sum}`);
    const values = [terms()];
    while (name !== null && tokens[0] === ",") {
      tokens.shift();
      values.push(terms());
    }
    expect(")");
    return name === null ? values[0] : FUNCTIONS[name](...values);
  };
  const value = terms();
  if (tokens.length > 0) throw new SyntaxError(`${tokens[0]} is not understood in ${sum}`);
  return double(value);
}
