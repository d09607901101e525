interface View {
  readonly name: string;
  readonly path: () => string;
}

const at = (name: string, path: string): View => ({ name, path: () => path });

/** Every view there is: each is held against axe and against 390 pixels, in both themes and languages, and drawn by `npm run screens`. */
export const VIEWS: readonly View[] = [
  at('home', '/'),
  at('start', '/start'),
  { name: 'start-again', path: () => `/start?from=${process.env['COUNCIL_SAMPLE'] ?? ''}` },
  at('sessions', '/sessions'),
  at('sessions-filtered', '/sessions?status=failed&q=nothing'),
  { name: 'session', path: () => `/sessions/${process.env['COUNCIL_SAMPLE'] ?? ''}` },
  { name: 'session-print', path: () => `/sessions/${process.env['COUNCIL_SAMPLE'] ?? ''}/print` },
  at('reviews', '/reviews'),
  at('agents', '/agents'),
  at('agent', '/agents/94cc1d02-4d8e-53f3-8891-4621767b8b81'),
  at('new-agent', '/agents/new'),
  at('groups', '/groups'),
  at('group', '/groups/ea6321da-0adf-5aa0-9202-c4e58664df62'),
  at('new-group', '/groups/new'),
  at('templates', '/templates'),
  at('template', '/templates/66902429-d746-53d2-a3f7-90d50ec7584c'),
  at('settings', '/settings'),
  at('settings-providers', '/settings/providers'),
  at('settings-new-provider', '/settings/providers/new'),
  at('settings-provider', '/settings/providers/openai'),
  at('settings-prices', '/settings/prices'),
  at('settings-system', '/settings/system'),
  at('settings-users', '/settings/users'),
  at('settings-audit', '/settings/audit'),
  at('settings-account', '/settings/account'),
  at('components', '/components'),
  at('not-found', '/no-such-place'),
];
