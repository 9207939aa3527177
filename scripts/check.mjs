// npm run check: types, lint, the arrows of the architecture, and the rules of style that a program can hold.
import process from 'node:process';
import { sourceBreaches } from './check/source-rules.mjs';
import { installPackages } from './prepare/install-packages.mjs';
import { oneAtATime } from './prepare/one-at-a-time.mjs';
import { runNode } from './prepare/run-program.mjs';

const tool = (file, args) => async () => {
  const { code, output } = await runNode(`node_modules/${file}`, args);
  return code === 0 ? '' : output.trim() || `ended with ${code}`;
};

const CHECKS = {
  'types of services and tests': tool('typescript/bin/tsc', ['-p', 'tsconfig.json']),
  'types of the pages': tool('typescript/bin/tsc', ['-p', 'apps/web/tsconfig.json']),
  lint: tool('oxlint/bin/oxlint', ['--quiet', '-f', 'unix']),
  'import arrows': tool('dependency-cruiser/bin/dependency-cruise.mjs', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', 'apps', 'libs', 'test']),
  'source rules': async () => sourceBreaches().join('\n'),
};

try {
  await oneAtATime(() => installPackages({ say: console.log }));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const results = await Promise.all(Object.entries(CHECKS).map(async ([name, check]) => ({ name, problems: await check() })));
for (const { name, problems } of results) console.log(problems ? `✗ ${name}\n${problems}\n` : `✓ ${name}`);
process.exitCode = results.some(({ problems }) => problems) ? 1 : 0;
