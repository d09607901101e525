/** What a tool was asked, by name and value: text with its own lines rather than in the signs of JSON. */
export function readableInput(input: string): string {
  let asked: unknown;
  try {
    asked = JSON.parse(input);
  } catch {
    return input;
  }
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return input;
  return Object.entries(asked)
    .map(([name, value]) => `${name}:${typeof value === 'string' ? aside(value) : ` ${JSON.stringify(value)}`}`)
    .join('\n');
}

const aside = (text: string): string => (text.includes('\n') ? `\n${text.trimEnd()}` : ` ${text}`);
