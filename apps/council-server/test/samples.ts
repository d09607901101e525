import { readRepositoryFile } from './repository.js';

/** The documents that come with the project, with the language that they are written in. */
export const SAMPLES = [
  { file: 'examples/product-proposal.md', language: 'en' },
  { file: 'examples/design-document.md', language: 'en' },
  { file: 'examples/proposal-zh.md', language: 'zh' },
] as const;

export const readSample = (file: (typeof SAMPLES)[number]['file']): string => readRepositoryFile(file);
