import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calculate } from './calculator.js';

const resultOf = (expression: string): string => calculate(expression).output.slice(expression.trim().length + 3);

describe('calculate', () => {
  it.each([
    ['0.1 + 0.2', '0.3'],
    ['10000.01 - 10000', '0.01'],
    ['98765432109.87 + 0.01', '98765432109.88'],
    ['123456789 * 987654321', '121932631112635269'],
    ['(1.05^3 - 1) * 12000', '1891.5'],
    ['-2^2', '-4'],
    ['2^-1', '0.5'],
    ['2^3^2', '512'],
    ['2**10', '1024'],
    ['10 - 4 - 3', '3'],
    ['8 / 4 / 2', '1'],
    ['-(3 + 4) * +2', '-14'],
    ['.5 + 1.', '1.5'],
    ['1.2e3 * 2', '2400'],
    ['1e30 * 10', '1e+31'],
    ['1 / 3', '0.333333333333333 (rounded to 15 digits)'],
    ['sqrt(2)^2', '2'],
    ['round(2.5) + sqrt(16)', '7'],
    ['round(2.345, 2)', '2.35'],
    ['mod(7, 3) + min(4, 2, 3) + mean(1, 2, 6)', '6'],
    ['ln(e)', '1'],
    ['round(sin(pi / 6), 10)', '0.5'],
    ['0^0', '1'],
  ])('works out %s', (expression, result) => {
    expect(resultOf(expression)).toBe(result);
  });

  it.each([
    ['12,000 * 5%', '600'],
    ['1,234,567.89 + 0.11', '1234568'],
    ['(20 + 30)% * 8', '4'],
    ['5% + 10%', '0.15'],
    ['240 * 15%', '36'],
    ['200 * (1 + 10%)', '220'],
    ['３＋４×２', '11'],
    ['（1−0.5）÷2', '0.25'],
  ])('reads %s as a person would', (expression, result) => {
    expect(resultOf(expression)).toBe(result);
  });

  it.each([
    ['200 + 10%', 'can mean two things'],
    ['7 % 3', 'mod(7, 3)'],
    ['1,23 + 1', 'a comma between two digits'],
    ['12,00,000', 'a comma between two digits'],
    ['max(1,234)', 'a comma between two digits'],
    ['log(100)', 'log10'],
    ['x = 3', 'nothing is assigned or compared'],
    ['x + 3', 'knows no "x"'],
    ['1 = 1', 'nothing is assigned or compared'],
    ['$5 * 3', 'leave "$" away'],
    ['5 # 3', '"#" is no sign'],
    ['2(3)', 'a sign is missing before "("'],
    ['1 2', 'a sign is missing before "2"'],
    ['1 +', 'ends too early'],
    ['* 2', 'stands where a number should'],
    ['(1', '")" is missing at the end'],
    ['sqrt(1, 2)', 'takes 1 value(s), not 2'],
    ['round(1, 0.5)', '0 to 30 whole digits'],
    ['1 / 0', 'divides by zero'],
    ['sqrt(-1)', 'no real value'],
    ['(-8)^(1/3)', 'no real value'],
    ['9^9^9^9', 'too large'],
    ['exp(1e15)', 'too large'],
    ['sin(1e100)', 'the angle is too large'],
    [`${'('.repeat(200)}1${')'.repeat(200)}`, 'nested too deep'],
    [`${'-'.repeat(499)}1`, 'nested too deep'],
    ['constructor', 'knows no "constructor"'],
    ['__proto__', '"_" is no sign'],
    ['toString()', 'knows no "tostring"'],
    ['random()', 'knows no "random"'],
    ['pi.constructor', '"." is no sign'],
    ['"a"', 'is no sign'],
    ['`${1}`', 'is no sign'],
    [' ', 'ends too early'],
  ])('refuses %s, saying why', (expression, words) => {
    expect(calculate(expression)).toEqual({ output: expect.stringContaining(words), isError: true });
  });

  it.each(['1.0000000001^1e14', '0.9999^1e300', '2^0.000001', '1e-900^1.5', 'exp(-1e9)', 'ln(1e-900)', 'tan(1e14)'])(
    'comes to an end with %s',
    (expression) => {
      expect(calculate(expression).output).not.toBe('');
    },
  );

  it('has an answer to everything, and never a thrown one', () => {
    const piece = fc.constantFrom(
      ...[
        '1',
        '2.5',
        '1,000',
        '.',
        ',',
        '%',
        '^',
        '*',
        '/',
        '+',
        '-',
        '(',
        ')',
        ' ',
        'e',
        'pi',
        'sqrt(',
        'max(',
        '9e99',
        '=',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        expect(typeof calculate(pieces.join('')).output).toBe('string');
      }),
      { numRuns: 3_000 },
    );
  });
});
