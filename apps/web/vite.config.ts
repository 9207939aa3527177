import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** In development the pages answer at the addresses that the event service gives them. */
const pageAddresses: Plugin = {
  name: 'page-addresses',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (/^\/console(\/|\?|$)/.test(request.url ?? '')) request.url = '/console.html';
      else if (/^\/wall\//.test(request.url ?? '')) request.url = '/wall.html';
      next();
    });
  },
};

const COMPRESSED = /\.(js|css|svg|html)$/;

/** Writes `.br` and `.gz` beside each file, so that the service need not compress the same bytes for every phone. */
const compressedCopies: Plugin = {
  name: 'compressed-copies',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => COMPRESSED.test(file))) {
      const bytes = readFileSync(join(dir!, name));
      writeFileSync(join(dir!, `${name}.br`), brotliCompressSync(bytes));
      writeFileSync(join(dir!, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

/** The pages are written for React. Phones and the wall, often on a bad network, run them by Preact, a sixth of its size; the console's menus need React itself. */
const PREACT = {
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom/client': 'preact/compat/client',
  'react-dom': 'preact/compat',
  react: 'preact/compat',
};

const PAGES = {
  phone: { input: { attendee: here('index.html'), wall: here('wall.html') }, runtime: PREACT },
  console: { input: { console: here('console.html') }, runtime: {} },
};

/** `--mode phone` builds the pages of attendees and the wall, `--mode console` adds the organiser's; development serves all of them by React. */
export default defineConfig(({ mode }) => {
  const { input, runtime } = PAGES[mode === 'phone' ? 'phone' : 'console'];
  return {
    root: here('.'),
    plugins: [react(), pageAddresses, compressedCopies],
    resolve: {
      alias: {
        '@tsunagu/contracts': here('../../libs/contracts/src/browser.ts'),
        // BudouX's own entry loads the models of four languages (120 kB gzip); these two files are 10 kB.
        'budoux/parser': here('../../node_modules/budoux/module/parser.js'),
        'budoux/ja': here('../../node_modules/budoux/module/data/models/ja.js'),
        ...runtime,
      },
    },
    server: { proxy: { '/api': 'http://localhost:3000', '/socket.io': { target: 'http://localhost:3000', ws: true } } },
    build: {
      outDir: '../../dist/apps/web',
      emptyOutDir: mode === 'phone',
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: `.vite/${mode}.json`,
      rolldownOptions: {
        // The contracts are pure: a page loads only what it uses of them.
        treeshake: { moduleSideEffects: (id) => !id.includes('/libs/contracts/') },
        input,
        // A few large files compress better than many small ones, and are asked for at once; each costs a quarter of a kilobyte of its own.
        output: { advancedChunks: { groups: [{ name: 'runtime', test: /node_modules\/(?:preact|react|react-dom|scheduler)\// }, { name: 'shared', test: /(?:src\/(?:look|live)\/(?!words)|libs\/contracts\/src\/check-text)/, minShareCount: 2 }] } },
      },
    },
  };
});
