import type audit from '@/i18n/en/audit.json';

export type Deed = keyof (typeof audit)['deed'];

/** What a write does, by its method and its address under /api/v1. A test holds it against the routes of the server. */
const DEEDS: readonly (readonly [method: string, path: string, deed: Deed])[] = [
  ['POST', 'auth/sign-in', 'signIn'],
  ['POST', 'auth/first-admin', 'signIn'],
  ['POST', 'auth/token', 'signIn'],
  ['POST', 'auth/sign-out', 'signOut'],
  ['POST', 'users', 'addUser'],
  ['PUT', 'users/*', 'changeUser'],
  ['POST', 'tokens', 'makeToken'],
  ['DELETE', 'tokens/*', 'revokeToken'],
  ['PUT', 'auth/password', 'changePassword'],
  ['PUT', 'groups/*/people', 'letIn'],
  ['DELETE', 'groups/*/people/*', 'takeOut'],
  ['POST', 'groups', 'addGroup'],
  ['PUT', 'groups/*', 'changeGroup'],
  ['DELETE', 'groups/*', 'deleteGroup'],
  ['POST', 'agents', 'addAgent'],
  ['PUT', 'agents/*', 'changeAgent'],
  ['DELETE', 'agents/*', 'deleteAgent'],
  ['POST', 'agents/*/duplicate', 'duplicateAgent'],
  ['POST', 'workflows', 'addWorkflow'],
  ['PUT', 'workflows/*', 'changeWorkflow'],
  ['DELETE', 'workflows/*', 'deleteWorkflow'],
  ['POST', 'workflows/validate', 'validate'],
  ['POST', 'workflows/generate', 'generate'],
  ['POST', 'workflows/execute', 'start'],
  ['POST', 'workflows/estimate', 'estimate'],
  ['POST', 'sessions/estimate', 'estimate'],
  ['POST', 'templates', 'addTemplate'],
  ['PUT', 'templates/*', 'changeTemplate'],
  ['DELETE', 'templates/*', 'deleteTemplate'],
  ['POST', 'templates/*/instantiate', 'useTemplate'],
  ['POST', 'templates/*/apply', 'useTemplate'],
  ['PUT', 'models/pricing', 'setPrice'],
  ['DELETE', 'models/pricing', 'takeBackPrice'],
  ['POST', 'reviews/*/decision', 'decide'],
  ['POST', 'sessions/*/review', 'decide'],
  ['POST', 'sessions/*/signal', 'decide'],
  ['PUT', 'sessions/*/files', 'writeFile'],
  ['POST', 'sessions/*/files/rollback', 'rollBack'],
  ['POST', 'sessions/*/files/adopt', 'adopt'],
  ['POST', 'sessions/*/messages', 'speak'],
  ['POST', 'sessions/*/retry', 'retry'],
  ['POST', 'sessions/*/unlock', 'unlock'],
  ['POST', 'sessions/*/fork', 'fork'],
  ['POST', 'sessions/*/control', 'control'],
  ['PATCH', 'sessions/*', 'rename'],
  ['DELETE', 'sessions/*', 'deleteSession'],
  ['POST', 'providers', 'addProvider'],
  ['PUT', 'providers/*', 'changeProvider'],
  ['DELETE', 'providers/*', 'deleteProvider'],
  ['POST', 'providers/*/key', 'setKey'],
  ['PUT', 'providers/*/key', 'setKey'],
  ['DELETE', 'providers/*/key', 'removeKey'],
  ['POST', 'providers/*/test', 'testProvider'],
  ['POST', 'memory/ingest', 'remember'],
  ['POST', 'memory/query', 'recall'],
];

const SHAPES = DEEDS.map(([method, path, deed]) => ({
  method,
  deed,
  shape: new RegExp(`^/api/v1/${path.replaceAll('*', '[^/]+')}$`),
}));

/** Null: a read, or a write of a version that this client does not know. */
export function deedOf(method: string, path: string): Deed | null {
  return SHAPES.find((one) => one.method === method && one.shape.test(path))?.deed ?? null;
}
