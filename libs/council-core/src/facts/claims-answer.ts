import { ClaimsBlock } from '@council/contracts';
import type { TypedAnswer } from '../typed/typed-answer.js';

export const CLAIMS_ANSWER: TypedAnswer<ClaimsBlock> = {
  name: 'claims',
  description: 'The claims about the world that can be looked up, each in one sentence.',
  schema: ClaimsBlock,
};
