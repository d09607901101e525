import { Decimal as Decimals } from 'decimal.js';
import { CannotCalculate } from './cannot-calculate.js';

/** Decimal digits as on paper: 34 of them, and numbers up to 10^1000, so that no power keeps us busy. */
export const Decimal = Decimals.clone({
  ...{ precision: 34, maxE: 1_000, minE: -1_000, toExpPos: 21, toExpNeg: -7, rounding: Decimals.ROUND_HALF_UP },
});
export type Value = Decimals;

interface KnownFunction {
  readonly min: number;
  readonly max: number;
  readonly of: (...values: readonly Value[]) => Value;
}

const one = (of: (value: Value) => Value): KnownFunction => ({ min: 1, max: 1, of: (value) => of(value) });
const many = (of: (...values: readonly Value[]) => Value): KnownFunction => ({ min: 1, max: 100, of });
/** Angles are radians. Beyond this a sine has no digit that is right. */
const angle = (of: (value: Value) => Value): KnownFunction =>
  one((value) => {
    if (value.abs().gt(1e15)) throw new CannotCalculate('the angle is too large (angles are radians)');
    return of(value);
  });

const sum = (...values: readonly Value[]): Value => values.reduce((total, value) => total.plus(value));

/** All that can be called. Looked up by name in this list, and nowhere else. */
export const FUNCTIONS: ReadonlyMap<string, KnownFunction> = new Map<string, KnownFunction>([
  ['abs', one((value) => value.abs())],
  ['sqrt', one((value) => value.sqrt())],
  ['cbrt', one((value) => value.cbrt())],
  ['exp', one((value) => value.exp())],
  ['ln', one((value) => value.ln())],
  ['log10', one((value) => value.log(10))],
  ['log2', one((value) => value.log(2))],
  ['floor', one((value) => value.floor())],
  ['ceil', one((value) => value.ceil())],
  ['sin', angle((value) => value.sin())],
  ['cos', angle((value) => value.cos())],
  ['tan', angle((value) => value.tan())],
  ['round', { min: 1, max: 2, of: round }],
  ['mod', { min: 2, max: 2, of: (value, by) => value.mod(by) }],
  ['pow', { min: 2, max: 2, of: (value, by) => value.pow(by) }],
  ['min', many((...values) => Decimal.min(...values))],
  ['max', many((...values) => Decimal.max(...values))],
  ['sum', many(sum)],
  ['mean', many((...values) => sum(...values).div(values.length))],
]);

export const CONSTANTS: ReadonlyMap<string, Value> = new Map([
  ['pi', Decimal.acos(-1)],
  ['e', Decimal.exp(1)],
]);

/** Half away from zero, as people round money. */
function round(value: Value | undefined, digits: Value | undefined): Value {
  const places = digits?.toNumber() ?? 0;
  if (!Number.isInteger(places) || places < 0 || places > 30) {
    throw new CannotCalculate('round(value, digits) takes 0 to 30 whole digits');
  }
  return (value as Value).toDecimalPlaces(places);
}
