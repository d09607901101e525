/** The keys of a persona file's front matter in the order in which they are written, each with its place in the persona. */
export const FRONT_MATTER_KEYS = {
  name: ['name'],
  description: ['description'],
  avatar: ['avatar'],
  language: ['language'],
  provider: ['model_config', 'provider'],
  model: ['model_config', 'model'],
  temperature: ['model_config', 'temperature'],
  top_p: ['model_config', 'top_p'],
  max_tokens: ['model_config', 'max_tokens'],
  web_search: ['capabilities', 'web_search'],
  search_provider: ['capabilities', 'search_provider'],
  code_execution: ['capabilities', 'code_execution'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FrontMatterKey = keyof typeof FRONT_MATTER_KEYS;
