import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { packModel, type Model } from './pack-model.js';

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

/** The model of phrases, packed: 2 kB less on every phone. */
const packedModel: Plugin = {
  name: 'packed-model',
  transform(code, id) {
    if (!/budoux\/module\/data\/models\/ja\.js$/.test(id)) return null;
    return { code: packModel(JSON.parse(code.slice(code.indexOf('{'), code.lastIndexOf('}') + 1)) as Model), map: null };
  },
};

/** socket.io names all transports it knows; the pages ask for two (`socket-line.ts`), and phones need not load the third. */
const noWebTransport: Plugin = {
  name: 'no-web-transport',
  transform: (_code, id) => (/engine\.io-client\/build\/esm\/transports\/webtransport\.js$/.test(id) ? { code: 'export class WT {}', map: null } : null),
};

/** Everything that is sent is JSON: what socket.io needs for attachments and other bytes is never run. */
const NO_ATTACHMENTS: Record<string, string> = {
  'is-binary.js': 'export const isBinary = () => false; export const hasBinary = isBinary;',
  'base64-arraybuffer.js': 'export const decode = undefined;',
  'encodePacket.browser.js': 'import { PACKET_TYPES } from "./commons.js"; export const encodePacket = ({ type, data }, _, callback) => callback(PACKET_TYPES[type] + (data || "")); export const encodePacketToBinary = undefined;',
  'decodePacket.browser.js': 'import { ERROR_PACKET, PACKET_TYPES_REVERSE } from "./commons.js"; export const decodePacket = (packet) => (PACKET_TYPES_REVERSE[packet[0]] ? { type: PACKET_TYPES_REVERSE[packet[0]], data: packet.slice(1) || undefined } : ERROR_PACKET);',
  'binary.js': 'export const deconstructPacket = (packet) => ({ packet, buffers: [] }); export const reconstructPacket = (packet) => packet;',
};

/** What socket.io brings for Node and for browsers that cannot show these pages: its options of a TLS connection, and stand-ins for what every browser has. */
const WHAT_BROWSERS_HAVE: Record<string, string> = {
  'globals.js': 'export const globalThisShim = globalThis; export const nextTick = queueMicrotask; export const defaultBinaryType = "arraybuffer"; export const createCookieJar = () => {};',
  'has-cors.js': 'export const hasCORS = true;',
  'parseqs.js': 'export const encode = (query) => new URLSearchParams(query).toString(); export const decode = undefined;',
  'util.js': 'export const pick = () => ({}); export const byteLength = (text) => new TextEncoder().encode(text).length; export const randomString = () => Math.random().toString(36).slice(2, 10); export const installTimerFunctions = (owner) => { owner.setTimeoutFn = setTimeout.bind(globalThis); owner.clearTimeoutFn = clearTimeout.bind(globalThis); };',
};

const plainBrowser: Plugin = {
  name: 'plain-browser',
  transform(_code, id) {
    const code = WHAT_BROWSERS_HAVE[/engine\.io-client\/build\/esm\/(?:contrib\/)?([\w.-]+\.js)$/.exec(id)?.[1] ?? ''];
    return code ? { code, map: null } : null;
  },
};

/** The pages call the service that they come from: what the browser makes of its address is enough. */
const ownAddress: Plugin = {
  name: 'own-address',
  transform: (_code, id) => (/engine\.io-client\/build\/esm\/contrib\/parseuri\.js$/.test(id) ? {
    code: 'export function parse(source) { const { protocol, hostname, port } = new URL(source); return { source, protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ""), port }; }',
    map: null,
  } : null),
};

const noAttachments: Plugin = {
  name: 'no-attachments',
  transform(_code, id) {
    const code = NO_ATTACHMENTS[/(?:socket|engine)\.io-parser\/build\/esm\/(?:contrib\/)?([\w.-]+\.js)$/.exec(id)?.[1] ?? ''];
    return code ? { code, map: null } : null;
  },
};

/** The scripts that a part loaded later needs are asked for beside it. Its style sheet is the page's own, which is there: what Vite's helper is long for is not needed. */
const plainPreload: Plugin = {
  name: 'plain-preload',
  transform: (_code, id) => (id.endsWith('vite/preload-helper.js') ? {
    code: 'export const __vitePreload = (load, files = []) => { for (const file of files) if (file.endsWith("js")) { const link = document.createElement("link"); link.rel = "modulepreload"; link.href = "/" + file; document.head.append(link); } return load(); };',
    map: null,
  } : null),
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

export default defineConfig({
  root: here('.'),
  plugins: [react(), pageAddresses, packedModel, noWebTransport, plainBrowser, ownAddress, noAttachments, plainPreload, compressedCopies],
  resolve: {
    alias: {
      '@tsunagu/contracts': here('../../libs/contracts/src/browser.ts'),
      // BudouX's own entry loads the models of four languages (120 kB gzip); these two files are 10 kB.
      'budoux/parser': here('../../node_modules/budoux/module/parser.js'),
      'budoux/ja': here('../../node_modules/budoux/module/data/models/ja.js'),
    },
  },
  // React looks for these and does without: developers' tools, the browser's sign of a page that loads, Node's timer. What it would do with them is 0.6 kB on every phone.
  define: { __REACT_DEVTOOLS_GLOBAL_HOOK__: 'undefined', navigation: 'undefined', setImmediate: 'undefined' },
  server: { proxy: { '/api': 'http://localhost:3000', '/socket.io': { target: 'http://localhost:3000', ws: true } } },
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      // The contracts are pure: a page loads only what it uses of them.
      treeshake: { moduleSideEffects: (id) => !id.includes('/libs/contracts/') },
      input: { attendee: here('index.html'), console: here('console.html'), wall: here('wall.html') },
      // A few large files compress better than many small ones, and are asked for at once; each costs a quarter of a kilobyte of its own.
      output: { advancedChunks: { groups: [{ name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// }, { name: 'shared', test: /(?:src\/(?:look|live)\/(?!words)|libs\/contracts\/src\/check-text)/, minShareCount: 2 }] } },
    },
  },
});
