import { format, resolveConfig } from 'prettier';

/** docs/nodes.md: every kind of node that can run, from the registry that validation uses. Needs the build. */
export async function nodesPage() {
  const { describeKinds } = await import('../dist/libs/council-core/src/index.js');
  const kinds = describeKinds();
  const page = [
    '# Kinds of nodes',
    '',
    'Made from the registry of kinds by `node scripts/generated.mjs`. The same, as data and in Chinese too:',
    '`GET /api/v1/workflows/kinds`; what is wrong with a graph: `POST /api/v1/workflows/validate`.',
    '',
    'A graph is `{name, start_node_id, nodes: {<id>: {node_id, type, name, next_ids, properties}}}`. A property that a kind',
    'does not know is refused: nothing that is written does nothing. What a canvas says of how it draws a node (`label`,',
    '`name`, `type`, `node_id`, `next_ids`, `status` among its properties) is left out.',
    '',
    kinds.map(({ kind, words }) => `[${words.en.name}](#${kind})`).join(' · '),
    '',
    ...kinds.flatMap(section),
  ].join('\n');
  return format(page, { ...(await resolveConfig('docs/nodes.md')), parser: 'markdown' });
}

function section({ kind, exits, properties, words: { en } }) {
  const rows = Object.entries(en.properties).map(([name, meaning]) => row(name, meaning, properties));
  return [
    `## ${kind}`,
    '',
    en.description,
    '',
    `- **Exits** (\`next_ids\`): ${exitsText(exits)}${en.exits === null ? '' : ` ${en.exits}`}`,
    `- **Passes on**: ${en.output}`,
    '',
    ...(rows.length === 0 ? ['It has no properties.'] : ['| property | takes | meaning |', '| - | - | - |', ...rows]),
    '',
  ];
}

function exitsText({ min, max }) {
  if (max === 0) return 'none.';
  return min === max ? `${min}.` : `${min} to ${max}.`;
}

function row(name, meaning, schema) {
  const property = propertyOf(name, schema) ?? {};
  const isRequired = (schema.required ?? []).includes(name);
  const preset = property.default === undefined ? '' : `, \`${JSON.stringify(property.default)}\` unless said`;
  const takes = `${typeText(property)}${preset}${isRequired ? ', required' : ''}`;
  return `| \`${name}\` | ${takes.replaceAll('|', '\\|')} | ${meaning.replaceAll('|', '\\|')} |`;
}

/** A schema may be one of several; a property has the same meaning in all of them. */
function propertyOf(name, schema) {
  const parts = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return parts.map((part) => part.properties?.[name]).find((property) => property !== undefined);
}

function typeText(property) {
  if (property.const !== undefined) return `\`${JSON.stringify(property.const)}\``;
  if (property.enum !== undefined) return property.enum.map((value) => `\`${value}\``).join(', ');
  const either = property.anyOf ?? property.oneOf;
  if (either !== undefined) return either.map(typeText).join(' or ');
  switch (property.type) {
    case 'array':
      return `list${boundsText(property.minItems, property.maxItems)} of ${typeText(property.items ?? {})}`;
    case 'object':
      return property.properties === undefined ? 'object' : `{${fieldsText(property.properties)}}`;
    case 'integer':
    case 'number':
      return `${property.type === 'integer' ? 'whole number' : 'number'}${boundsText(...rangeOf(property))}`;
    case 'string':
      if (property.format === 'uuid') return 'uuid';
      return `text${boundsText(property.minLength, property.maxLength)}`;
    case 'boolean':
      return 'true or false';
    default:
      return 'anything';
  }
}

const fieldsText = (fields) =>
  Object.entries(fields)
    .map(([name, field]) => `${name}: ${typeText(field)}`)
    .join('; ');

const rangeOf = ({ minimum, exclusiveMinimum, maximum }) => [
  minimum ?? exclusiveMinimum,
  maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum,
];

function boundsText(min, max) {
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return ` (from ${min})`;
  return min === undefined ? ` (up to ${max})` : ` (${min} to ${max})`;
}
