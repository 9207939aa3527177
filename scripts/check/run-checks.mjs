import { runNode } from '../prepare/run-program.mjs';
import { sourceBreaches } from './source-rules.mjs';

const tool = (file, args) => async () => {
  const { code, output } = await runNode(`node_modules/${file}`, args);
  return code === 0 ? '' : output.trim() || `ended with ${code}`;
};

/** Checks again only what changed since the last time. */
const types = (project, name) => tool('typescript/bin/tsc', ['-p', project, '--incremental', '--tsBuildInfoFile', `.tmp/types-of-${name}.tsbuildinfo`]);

const CHECKS = {
  'types of services and tests': types('tsconfig.json', 'services'),
  'types of the pages': types('apps/web/tsconfig.json', 'pages'),
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
