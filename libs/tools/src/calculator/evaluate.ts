import { CannotCalculate } from './cannot-calculate.js';
import { CONSTANTS, Decimal, FUNCTIONS, type Value } from './functions.js';
import { type Token, tokensOf } from './tokens.js';

const MAX_DEPTH = 100;

interface Operand {
  readonly value: Value;
  /** It was written with a percent sign and nothing was done with it yet. */
  readonly isPercent: boolean;
}
const plain = (value: Value): Operand => ({ value, isPercent: false });

/**
 * The value of an expression of numbers. From the weakest to the strongest: + and -, * and /, a sign before, ^ (from the
 * right), % behind. So -2^2 is -4, and 2^-1 is a half.
 */
export function evaluate(expression: string): Value {
  const reader = new ExpressionReader(tokensOf(expression));
  const { value } = reader.sum();
  reader.expectEnd();
  return value;
}

class ExpressionReader {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  sum(): Operand {
    let left = this.product();
    for (let sign = this.take('+', '-'); sign !== null; sign = this.take('+', '-')) {
      const right = this.product();
      refuseUnclearPercent(left, right, sign);
      const value = sign === '+' ? left.value.plus(right.value) : left.value.minus(right.value);
      left = { value, isPercent: left.isPercent && right.isPercent };
    }
    return left;
  }

  expectEnd(): void {
    const token = this.peek();
    if (token.kind === 'end') return;
    const before = this.tokens[this.at - 1]?.text;
    if (before === '%') throw new CannotCalculate('% means percent here: write mod(7, 3) for a remainder');
    throw new CannotCalculate(`a sign is missing before "${token.text}" (a product is written with *)`);
  }

  private product(): Operand {
    let left = this.signed();
    for (let sign = this.take('*', '/'); sign !== null; sign = this.take('*', '/')) {
      const right = this.signed();
      if (sign === '/' && right.value.isZero()) throw new CannotCalculate('it divides by zero');
      left = plain(sign === '*' ? left.value.times(right.value) : left.value.div(right.value));
    }
    return left;
  }

  private signed(): Operand {
    return this.within(() => {
      const sign = this.take('+', '-');
      if (sign === null) return this.power();
      const { value, isPercent } = this.signed();
      return { value: sign === '-' ? value.negated() : value, isPercent };
    });
  }

  private power(): Operand {
    const base = this.percent();
    if (this.take('^') === null) return base;
    const { value: exponent } = this.signed();
    return plain(base.value.pow(exponent));
  }

  private percent(): Operand {
    const value = this.operand();
    return this.take('%') === null ? plain(value) : { value: value.div(100), isPercent: true };
  }

  private operand(): Value {
    const token = this.peek();
    this.at += 1;
    if (token.kind === 'number') return new Decimal(token.text.replaceAll(',', ''));
    if (token.kind === 'name') return this.named(token.text);
    if (token.text === '(') {
      const { value } = this.within(() => this.sum());
      this.expect(')');
      return value;
    }
    throw new CannotCalculate(
      token.kind === 'end' ? 'it ends too early' : `"${token.text}" stands where a number should`,
    );
  }

  private named(name: string): Value {
    const constant = CONSTANTS.get(name);
    if (constant !== undefined) return constant;
    const known = FUNCTIONS.get(name);
    if (known === undefined) throw new CannotCalculate(unknown(name));
    this.expect('(');
    const values = [this.within(() => this.sum()).value];
    while (this.take(',') !== null) values.push(this.within(() => this.sum()).value);
    this.expect(')');
    if (values.length >= known.min && values.length <= known.max) return known.of(...values);
    const count = known.min === known.max ? known.min : `${known.min} to ${known.max}`;
    throw new CannotCalculate(`${name} takes ${count} value(s), not ${values.length}`);
  }

  /** Brackets are read by calling each other: a limit to that is a limit to the stack. */
  private within<Result>(read: () => Result): Result {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new CannotCalculate('it is nested too deep');
    const result = read();
    this.depth -= 1;
    return result;
  }

  private peek(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '' };
  }

  private take(...signs: readonly string[]): string | null {
    const token = this.peek();
    if (token.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.at += 1;
    return token.text;
  }

  private expect(sign: string): void {
    if (this.take(sign) !== null) return;
    const found = this.peek();
    throw new CannotCalculate(`"${sign}" is missing ${found.kind === 'end' ? 'at the end' : `before "${found.text}"`}`);
  }
}

/** A pocket calculator makes 220 of 200 + 10%, a spreadsheet 200.1. Of 1 + 10% both make the same. */
function refuseUnclearPercent(left: Operand, right: Operand, sign: string): void {
  if (!right.isPercent || left.isPercent || left.value.eq(1)) return;
  throw new CannotCalculate(
    `a percentage that is ${sign === '+' ? 'added' : 'taken off'} can mean two things: write 200 * (1 ${sign} 10%) for a share of what stands before it, or 0.1 for the number itself`,
  );
}

function unknown(name: string): string {
  if (name === 'log') return 'log can mean two things: write ln for the natural one, log10 or log2';
  if (name === 'of') return 'write * instead of "of"';
  return `it knows no "${name}": write numbers and ${[...CONSTANTS.keys(), ...FUNCTIONS.keys()].join(', ')}`;
}
