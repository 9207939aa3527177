// The arrows of the architecture: who may import whom. `npm run check` runs it; the reasons stand in ARCHITECTURE.md.

const SIBLINGS = 'config|contracts|matching|messaging|nlp|storage';

/** One library or app, and the libraries that it may import. */
const mayImport = (name, from, allowed) => ({
  name: `${name}-arrows`,
  comment: `${name} may import only: ${allowed.join(', ') || 'no sibling'}.`,
  severity: 'error',
  from: { path: from },
  to: { path: `^libs/(${SIBLINGS})/`, pathNot: [from, ...allowed.map((lib) => `^libs/${lib}/`)] },
});

/** A package that only one place may know. */
const onlyIn = (name, packages, places, comment) => ({
  name: `only-${name}`,
  comment,
  severity: 'error',
  from: { path: '^(apps|libs|test)/', pathNot: places },
  to: { path: packages.map((pack) => `^node_modules/${pack}(/|$)`) },
});

/** Code that only tests run. */
const TESTS = ['\\.spec\\.tsx?$', '^test/', '^libs/[^/]+/test/'];

const PURE = '^libs/(nlp|matching|contracts)/src/';

module.exports = {
  forbidden: [
    mayImport('event', '^apps/event/', ['contracts', 'storage', 'messaging', 'config']),
    mayImport('matching-app', '^apps/matching/', ['nlp', 'matching', 'contracts', 'storage', 'messaging', 'config']),
    mayImport('cli', '^apps/cli/', ['nlp', 'matching', 'contracts', 'storage', 'messaging', 'config']),
    mayImport('web', '^apps/web/', ['contracts']),
    mayImport('storage', '^libs/storage/', ['contracts', 'config']),
    mayImport('messaging', '^libs/messaging/', ['contracts', 'storage', 'config']),
    {
      name: 'transport-stands-alone',
      comment: 'The Nest transport could be published by itself: it imports nothing of the product.',
      severity: 'error',
      from: { path: '^libs/messaging/src/transport/' },
      to: { path: '^(libs|apps)/', pathNot: '^libs/messaging/src/transport/' },
    },
    mayImport('nlp', '^libs/nlp/', []),
    mayImport('matching', '^libs/matching/', []),
    mayImport('contracts', '^libs/contracts/', []),
    mayImport('config', '^libs/config/', []),
    {
      name: 'no-app-is-imported',
      comment: 'Nothing imports an app, and no app another one.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^$1/$2/' },
    },
    {
      name: 'front-door',
      comment: "A library is imported by its name, through its index.ts (contracts: also browser.ts, for phones).",
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: `^libs/(${SIBLINGS})/src/`, pathNot: ['^$1/$2/', '^libs/[^/]+/src/index\\.ts$', '^libs/contracts/src/browser\\.ts$'] },
    },
    {
      name: 'web-stays-small',
      comment: 'Phones load contracts/browser.ts (an alias in vite.config.ts), which is free of zod.',
      severity: 'error',
      from: { path: '^(apps/web/|libs/contracts/src/browser\\.ts$)', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^node_modules/zod/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-needs-no-frameworks',
      comment: 'nlp, matching and contracts know no Nest, database, queue, socket or log.',
      severity: 'error',
      from: { path: PURE, pathNot: TESTS },
      to: { path: '^node_modules/(@nestjs|typeorm|pg|bullmq|ioredis|socket\\.io|pino|piscina|rxjs|prom-client)(/|$)' },
    },
    {
      name: 'pure-reads-no-system',
      comment: 'nlp, matching and contracts touch no file, process or network; the two files named for it read the lexicon and the dictionary.',
      severity: 'error',
      from: { path: PURE, pathNot: [...TESTS, '/(kuromoji-tokenizer|lexicon-files)\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'natural-by-its-parts',
      comment: 'The root of natural costs 119 MB and reads .env: import natural/lib/natural/<part>/index.js.',
      severity: 'error',
      from: { path: '^(apps|libs|test)/' },
      to: { path: '^node_modules/natural/', pathNot: '^node_modules/natural/lib/natural/[^/]+/' },
    },
    onlyIn('kuromoji', ['(@types/)?kuromoji'], ['^libs/nlp/src/text-to-tokens/kuromoji-tokenizer(\\.spec)?\\.ts$'], "kuromoji's field names leave one file never."),
    onlyIn('bullmq', ['bullmq'], ['^libs/messaging/', '^test/'], 'libs/messaging is the only code that knows BullMQ.'),
    onlyIn('typeorm', ['typeorm', '@nestjs/typeorm'], ['^libs/storage/', '^test/'], 'libs/storage is the only code that knows TypeORM.'),
    {
      name: 'stages-in-order',
      comment: 'An earlier stage does not import a later one: tokens → tags, similarity → candidates, teams → reasons.',
      severity: 'error',
      from: { path: '^libs/(nlp/src/text-to-tokens|matching/src/tags-to-similarity)/' },
      to: { path: '^libs/(nlp/src/tokens-to|matching/src/(similarity|teams)-to)' },
    },
    {
      name: 'no-circles',
      comment: 'Files that import each other cannot be understood one by one. Entities may name each other as types.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'tests-stay-tests',
      comment: 'The product imports neither tests nor packages that are only installed for development.',
      severity: 'error',
      from: { path: '^(apps/(event|matching|cli)|libs)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'no-development-packages',
      comment: 'The product runs with `npm ci --omit=dev`.',
      severity: 'error',
      from: { path: '^(apps/(event|matching|cli)|libs)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be found.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^budoux/', '^sudachi-synonyms-dictionary$'] }, // aliases in apps/web/vite.config.ts; a package whose exports name a missing file beside the right one
    },
  ],
  options: {
    doNotFollow: { path: '^(node_modules|dist)/' },
    exclude: { path: '^(node_modules/.*/node_modules|dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    preserveSymlinks: true, // also where node_modules is a link
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
