/** Every view there is: each is looked at by axe in both themes, at 390 pixels, and by `npm run screens`. */
export const VIEWS: readonly { readonly name: string; readonly path: string }[] = [
  { name: 'home', path: '/' },
  { name: 'components', path: '/components' },
  { name: 'not-found', path: '/no-such-place' },
];
