// `scripts/test.mjs` prepares what the tests need and runs them; `npx jest libs/nlp` works too.
// unit: pure code, needs nothing. medium: real PostgreSQL and Redis. e2e: the built product, browser included.
// clients: the examples of other services in their own languages, against the built product.
const compile = (tsx) => ['@swc/jest', {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
    keepClassNames: true,
  },
  module: { type: 'es6' },
}];

const base = {
  testEnvironment: '<rootDir>/test/node-environment.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': compile(false), '^.+\\.tsx$': compile(true) },
  moduleNameMapper: {
    '^@tsunagu/(.*)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

const withStores = { globalSetup: '<rootDir>/test/global-setup.mjs', globalTeardown: '<rootDir>/test/global-teardown.mjs' };
const ROOT = import.meta.dirname.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const PURE = '(libs/(nlp|matching|contracts|config)|apps/(web|cli)|test/(unit|web|gold|gold-events))';
const PRODUCT = 'test/(e2e|faults|start|clients)';
const CLIENTS = 'test/clients';

export default {
  testTimeout: 60_000, // for all projects: jest does not read it from one
  projects: [
    { ...base, displayName: 'unit', testRegex: [`${ROOT}/${PURE}/.*\\.spec\\.tsx?$`] },
    { ...base, ...withStores, displayName: 'medium', testRegex: [`${ROOT}/(apps|libs|test)/.*\\.spec\\.ts$`], testPathIgnorePatterns: [`${ROOT}/${PURE}/`, `${ROOT}/${PRODUCT}/`] },
    { ...base, ...withStores, displayName: 'e2e', testRegex: [`${ROOT}/${PRODUCT}/.*\\.spec\\.ts$`], testPathIgnorePatterns: [`${ROOT}/${CLIENTS}/`], setupFilesAfterEnv: ['<rootDir>/test/helpers/product-patience.mjs'] },
    { ...base, ...withStores, displayName: 'clients', testRegex: [`${ROOT}/${CLIENTS}/.*\\.spec\\.ts$`] },
  ],
};
