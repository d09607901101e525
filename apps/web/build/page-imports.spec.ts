import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { pageImports } from './page-imports.ts';

describe('the pages that the routes name', () => {
  it('are found with their files and their words', () => {
    const source = `const PAGES = [
      { index: true, element: <HomePage /> },
      route('start', () => import('@/pages/start/start-page'), ['start', 'templates'], (client) => client.query(all())),
    ];`;
    expect(pageImports(source)).toEqual([
      { path: 'start', module: 'pages/start/start-page', areas: ['start', 'templates'] },
    ]);
  });

  it('are all those of the client', () => {
    const source = readFileSync('apps/web/src/app/routes.tsx', 'utf8');
    const pages = pageImports(source);
    expect(pages).toHaveLength(source.split("import('@/pages/").length - 1);
    expect(pages.length).toBeGreaterThan(20);
  });

  it.each(["route(path, () => import('@/pages/a-page'), [])", "route('a', open, [])", "route('a', () => import('b'))"])(
    'cannot be left out by being said otherwise: %s',
    (source) => {
      expect(() => pageImports(source)).toThrow('not read');
    },
  );
});
