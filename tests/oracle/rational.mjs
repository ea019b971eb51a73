// Exact fractions of BigInts: numerator / denominator, denominator > 0, lowest terms.

const abs = (a) => (a < 0n ? -a : a);

function gcd(a, b) {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** Division that rounds towards minus infinity. The divisor is positive. */
function floorDivide(a, b) {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

export class Rational {
  constructor(numerator, denominator = 1n) {
    if (denominator === 0n) throw new RangeError("division by zero");
    const divisor = gcd(abs(numerator), abs(denominator)) * (denominator < 0n ? -1n : 1n);
    this.n = numerator / divisor;
    this.d = denominator / divisor;
  }

  static of(value) {
    return value instanceof Rational ? value : new Rational(BigInt(value));
  }

  /** The decimal in `text`, rounded to `places` decimals, half away from zero. */
  static decimal(text, places) {
    const [, sign, whole, fraction = "", exponent = "0"] = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/.exec(text);
    const digits = BigInt(whole + fraction);
    const power = Number(exponent) - fraction.length;
    const size = power >= 0 ? new Rational(digits * 10n ** BigInt(power)) : new Rational(digits, 10n ** BigInt(-power));
    return (sign === "-" ? size.negated() : size).rounded(places);
  }

  plus(other) {
    const o = Rational.of(other);
    return new Rational(this.n * o.d + o.n * this.d, this.d * o.d);
  }

  minus(other) {
    return this.plus(Rational.of(other).negated());
  }

  times(other) {
    const o = Rational.of(other);
    return new Rational(this.n * o.n, this.d * o.d);
  }

  over(other) {
    const o = Rational.of(other);
    return new Rational(this.n * o.d, this.d * o.n);
  }

  negated() {
    return new Rational(-this.n, this.d);
  }

  compare(other) {
    const o = Rational.of(other);
    const difference = this.n * o.d - o.n * this.d;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  min(other) {
    return this.compare(other) <= 0 ? this : Rational.of(other);
  }

  isZero() {
    return this.n === 0n;
  }

  floor() {
    return floorDivide(this.n, this.d);
  }

  ceil() {
    return -floorDivide(-this.n, this.d);
  }

  /** To a whole number; a half goes up. */
  roundHalfUp() {
    return floorDivide(2n * this.n + this.d, 2n * this.d);
  }

  /** To `places` decimals; a half goes away from zero. */
  rounded(places) {
    const scale = 10n ** BigInt(places);
    const size = floorDivide(2n * abs(this.n) * scale + this.d, 2n * this.d);
    return new Rational(this.n < 0n ? -size : size, scale);
  }

  /** The nearest double. */
  toNumber() {
    if (this.n === 0n) return 0;
    const size = abs(this.n);
    const shift = Math.max(0, 70 + this.d.toString(2).length - size.toString(2).length);
    const scaled = size << BigInt(shift);
    let quotient = scaled / this.d;
    if (scaled % this.d !== 0n) quotient |= 1n; // keeps a near tie from looking like a tie
    const number = Number(quotient) * 2 ** -shift;
    return this.n < 0n ? -number : number;
  }
}

export const ZERO = new Rational(0n);
export const ONE = new Rational(1n);

export const sum = (items) => items.reduce((total, item) => total.plus(item), ZERO);

/** `a / b`, or null when `b` is zero. */
export const ratio = (a, b) => (Rational.of(b).isZero() ? null : Rational.of(a).over(b));
