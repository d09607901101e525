/** Attributes that a person reads or hears. */
const READ = new Set([
  'alt',
  'title',
  'label',
  'placeholder',
  'description',
  'hint',
  'text',
  'aria-label',
  'aria-description',
]);
/** Two letters of any script in a row: signs, numbers and units of one letter are nobody's language. */
const WORDS = /\p{L}{2,}/u;

function literalOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked).join(' ');
  return '';
}

/**
 * ESLint: what a person reads comes from the files of words (`t('…')`), so that it exists in every language. Looks at
 * text between tags, at strings in braces there, and at the attributes that are read or heard.
 */
export const noLiteralText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { literal: '"{{text}}" is text that a person reads: put it into apps/web/src/i18n and say t(…).' },
  },
  create(context) {
    const check = (node, text) => {
      if (WORDS.test(text)) context.report({ node, messageId: 'literal', data: { text: text.trim().slice(0, 40) } });
    };
    return {
      JSXText: (node) => check(node, node.value),
      JSXAttribute(node) {
        if (node.name.type !== 'JSXIdentifier' || !READ.has(node.name.name) || node.value === null) return;
        check(node, literalOf(node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value));
      },
      JSXExpressionContainer(node) {
        if (node.parent.type === 'JSXElement' || node.parent.type === 'JSXFragment') {
          for (const part of partsOf(node.expression)) check(part, literalOf(part));
        }
      },
    };
  },
};

/** `a ? 'x' : 'y'` and `a && 'x'` show one of their parts. */
function partsOf(node) {
  if (node.type === 'ConditionalExpression') return [...partsOf(node.consequent), ...partsOf(node.alternate)];
  if (node.type === 'LogicalExpression') return [...partsOf(node.left), ...partsOf(node.right)];
  return [node];
}
