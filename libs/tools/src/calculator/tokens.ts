import { CannotCalculate } from './cannot-calculate.js';

export type Token =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'end'; readonly text: '' };

/** One piece after the other; `grouped` is 12,000 and 1,234,567.89, as people write large numbers. */
const PIECE =
  /\s*(?:(?<grouped>\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?)|(?<number>(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|(?<name>\p{L}[\p{L}\p{N}_]*)|(?<sign>\*\*|[-+*/^%(),]))/iuy;

/** The same sign in another writing. NFKC has made the full-width signs of Chinese text plain already. */
const SAME_SIGN: Readonly<Record<string, string>> = {
  ...{ '×': '*', '·': '*', '⋅': '*', '∙': '*', '÷': '/', '∕': '/', '⁄': '/', '−': '-', '–': '-', '、': ',', '**': '^' },
};

/** Numbers, names and signs of an expression; what is none of them is refused with words. */
export function tokensOf(expression: string): readonly Token[] {
  const text = expression.replaceAll(/[×·⋅∙÷∕⁄−–、]/g, (sign) => SAME_SIGN[sign] ?? sign).normalize('NFKC');
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  for (let at = 0; text.slice(at).trim() !== ''; at = PIECE.lastIndex) {
    const groups = PIECE.exec(text)?.groups;
    if (groups === undefined) throw new CannotCalculate(strange(text.slice(at).trim()));
    tokens.push(tokenOf(groups));
  }
  refuseGlued(text, tokens);
  return [...tokens, { kind: 'end', text: '' }];
}

function tokenOf({ grouped, number, name, sign = '' }: Readonly<Record<string, string | undefined>>): Token {
  if (grouped !== undefined) return { kind: 'number', text: grouped };
  if (number !== undefined) return { kind: 'number', text: number };
  if (name !== undefined) return { kind: 'name', text: name.toLowerCase() };
  return { kind: 'sign', text: SAME_SIGN[sign] ?? sign };
}

/** 1,23 may be a decimal comma, two numbers, or a slip. Nothing is guessed where guessing changes the result. */
function refuseGlued(text: string, tokens: readonly Token[]): void {
  const read = tokens.filter(({ kind }) => kind === 'number').reduce((count, token) => count + commasIn(token.text), 0);
  const isInCall = read > 0 && tokens.some(({ kind }) => kind === 'name');
  if (isInCall || commasIn(text) > read) {
    throw new CannotCalculate(
      'a comma between two digits can mean several things: write 1234.5 for one number, and a space behind the comma between two',
    );
  }
}

const commasIn = (text: string): number => text.match(/(?<=\d),(?=\d)/g)?.length ?? 0;

function strange(rest: string): string {
  const sign = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  if (sign === '=' || /^[<>!&|]/.test(rest))
    return `"${sign}" does not belong here: only a value is worked out, nothing is assigned or compared`;
  if (/^\p{Sc}/u.test(rest)) return `leave "${sign}" away: write amounts as plain numbers`;
  if (sign === '!') return 'write a factorial as a product';
  return `"${sign}" is no sign of arithmetic`;
}
