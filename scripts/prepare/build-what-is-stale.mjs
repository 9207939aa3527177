import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.mjs';
import { runNode } from './run-program.mjs';

const CONFIGURATION = ['package-lock.json', 'tsconfig.json', 'nest-cli.json', '.swcrc'];

const PARTS = [
  {
    name: 'services', sources: ['apps/event', 'apps/matching', 'apps/cli', 'examples/nest-service', 'libs', ...CONFIGURATION], proof: 'dist/apps/event/src/main.js',
    build: () => runNode('node_modules/@nestjs/cli/bin/nest.js', ['build', '--all']), after: removeLeftOver,
  },
  {
    name: 'pages', sources: ['apps/web', 'libs/contracts', ...CONFIGURATION], proof: 'dist/apps/web/.vite/console.json', build: buildPages,
  },
];

/** Builds each part whose sources changed since its last build, at the same time; resolves to their names. */
export async function buildWhatIsStale({ all = false, only = ['services', 'pages'], say }) {
  const stale = PARTS.filter(({ name }) => only.includes(name)).map((part) => ({ ...part, state: fingerprint(part.sources) })).filter((part) => all || !isBuilt(part));
  if (stale.length) say(`ビルドしています… / Building: ${stale.map(({ name }) => name).join(', ')}`);
  const failed = (await Promise.allSettled(stale.map(buildPart))).find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  return stale.map(({ name }) => name);
}

const stampOf = (name) => join('dist', `.${name}`);

const isBuilt = ({ name, proof, state }) => existsSync(proof) && existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === state;

async function buildPart({ name, state, build, after }) {
  rmSync(stampOf(name), { force: true });
  const { code, output } = await build();
  if (code !== 0 || /Failed to compile|Error:/.test(output)) throw new Problem('build_failed', { part: name, reason: output.trim() });
  after?.();
  mkdirSync('dist', { recursive: true });
  writeFileSync(stampOf(name), state);
}

/** Those of phones and the wall first, which empty the folder; the console's beside them. */
async function buildPages() {
  const built = await buildPagesOf('phone');
  return built.code === 0 ? buildPagesOf('console') : built;
}

const buildPagesOf = (mode) => runNode('node_modules/vite/bin/vite.js', ['build', 'apps/web', '--mode', mode, '--logLevel', 'warn'], { env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' } });

/** One hash over the names and contents of all source files; tests do not count. */
function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesBelow).sort()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (/\.[a-z]+$/.test(path) && !path.endsWith('/')) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** The compiler leaves the output of sources that are gone; an old migration, for example, would still be found. */
function removeLeftOver() {
  for (const file of ['dist/apps/event', 'dist/apps/matching', 'dist/apps/cli', 'dist/examples', 'dist/libs'].flatMap(filesBelow)) {
    const source = file.replace(/^dist./, '').replace(/\.js(\.map)?$/, '');
    if (/\.js(\.map)?$/.test(file) && !existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(file);
  }
}
