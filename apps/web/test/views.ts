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
  at('groups', '/groups'),
  at('templates', '/templates'),
  at('settings', '/settings'),
  at('settings-providers', '/settings/providers'),
  at('settings-new-provider', '/settings/providers/new'),
  at('settings-provider', '/settings/providers/openai'),
  at('settings-prices', '/settings/prices'),
  at('settings-system', '/settings/system'),
  at('components', '/components'),
  at('not-found', '/no-such-place'),
];
