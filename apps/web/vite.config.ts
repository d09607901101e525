import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { earlyPages } from './build/early-pages.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const server = process.env['COUNCIL_SERVER'] ?? 'http://127.0.0.1:8080';
const VENDOR =
  /node_modules[\\/](react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack[\\/]query-core|@tanstack[\\/]react-query|openapi-fetch|use-sync-external-store)[\\/]/;
const PARTS =
  /node_modules[\\/](@radix-ui|@floating-ui|aria-hidden|react-remove-scroll|lucide-react)|src[\\/](ui|live|reviews|state|templates)[\\/](?!markdown|prose|first-words|use-schema-form)/;
const { version } = JSON.parse(readFileSync(at('../../package.json'), 'utf8')) as { readonly version: string };
/** What the server answers itself, also while the pages come from Vite. */
const proxied = ['/api', '/health', '/samples'];

export default defineConfig(({ command }) => ({
  root: at('.'),
  define: { 'import.meta.env.COUNCIL_VERSION': JSON.stringify(version) },
  plugins: [react(), tailwindcss(), earlyPages(at('.'))],
  resolve: {
    alias: [
      { find: '@/', replacement: at('./src/') },
      { find: '@council/contracts', replacement: at('../../libs/contracts/src/index.ts') },
      // Its exports name the build with the warnings for developers, in production too.
      ...(command === 'build'
        ? [{ find: /^react-router$/, replacement: at('../../node_modules/react-router/dist/production/index.mjs') }]
        : []),
    ],
  },
  build: {
    outDir: at('../../dist/apps/web'),
    emptyOutDir: true,
    // The floor is what knows light-dark() and color-mix(): then both themes stay one line each in the built CSS.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    manifest: true,
    // Data addresses would need a wider security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs and only an update of a package changes.
            { name: 'vendor', test: VENDOR },
            // The rest of what every page needs, in one file.
            { name: 'first', tags: ['$initial'], test: /^(?!.+[\\/](main\.tsx|index\.html)$)/ },
            // Parts of nearly every page, menus and dialogs among them: the header's account brings the most of it anyway.
            { name: 'parts', test: PARTS, minShareCount: 2 },
          ],
        },
      },
      // A schema that no page uses is left out: making one has no side effect.
      treeshake: { moduleSideEffects: [{ test: /libs[\\/]contracts[\\/]src/, sideEffects: false }] },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      // The server answers to its own name and to pages of its own origin alone.
      ...Object.fromEntries(
        proxied.map((path) => [path, { target: server, changeOrigin: true, headers: { origin: server } }]),
      ),
      '/ws': { target: server, ws: true, changeOrigin: true, headers: { origin: server } },
    },
  },
}));
