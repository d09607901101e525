import { pathInRepository, readRepositoryFile } from './repository.js';

/** The documents that come with the project, with the language that they are written in. */
export const SAMPLES = [
  { file: 'examples/product-proposal.md', language: 'en' },
  { file: 'examples/design-document.md', language: 'en' },
  { file: 'examples/proposal-zh.md', language: 'zh' },
] as const;

type SampleFile = (typeof SAMPLES)[number]['file'];

export const readSample = (file: SampleFile): string => readRepositoryFile(file);
export const samplePath = (file: SampleFile): string => pathInRepository(file);
