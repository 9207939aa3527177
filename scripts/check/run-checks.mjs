import { runNode } from '../prepare/run-program.mjs';
import { sourceBreaches } from './source-rules.mjs';

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

/** Runs all checks at the same time and prints them; resolves to { passed, failed }. */
export async function runChecks({ say }) {
  const results = await Promise.all(Object.entries(CHECKS).map(async ([name, check]) => ({ name, problems: await check() })));
  for (const { name, problems } of results) say(problems ? `✗ ${name}\n${problems}\n` : `✓ ${name}`);
  const failed = results.filter(({ problems }) => problems).length;
  return { passed: results.length - failed, failed };
}
