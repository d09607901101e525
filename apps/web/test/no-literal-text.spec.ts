import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { noLiteralText } from '../../../scripts/no-literal-text.mjs';

const config = {
  files: ['**/*.tsx'],
  languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  plugins: { web: { rules: { 'no-literal-text': noLiteralText } } },
  rules: { 'web/no-literal-text': 'error' },
} as unknown as Linter.Config;

const findings = (jsx: string): number => new Linter().verify(`const a = ${jsx};`, [config], 'a.tsx').length;

describe('text that a person reads', () => {
  it.each([
    '<p>Hello</p>',
    '<p>你好</p>',
    "<p>{'Hello'}</p>",
    '<p>{`Hello ${name}`}</p>',
    "<p>{isOpen ? 'Open' : null}</p>",
    "<p>{isOpen && 'Open'}</p>",
    '<img alt="A council" />',
    "<Button title={'Close'} />",
    '<input placeholder="Name" />',
    '<nav aria-label="Main" />',
  ])('is found in %s', (jsx) => {
    expect(findings(jsx)).toBe(1);
  });

  it.each([
    "<p>{t('hello')}</p>",
    '<p> · </p>',
    '<p>{`${a} · ${b}`}</p>',
    '<p className="grid gap-2" id="main" type="button">{count} %</p>',
    '<img alt="" />',
    '<Button label={t("close")} look="primary" />',
  ])('is not seen in %s', (jsx) => {
    expect(findings(jsx)).toBe(0);
  });
});
