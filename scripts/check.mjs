// npm run check: types, lint, the arrows of the architecture, and the rules of style that a program can hold.
import process from 'node:process';
import { runChecks } from './check/run-checks.mjs';
import { installPackages } from './prepare/install-packages.mjs';
import { oneAtATime } from './prepare/one-at-a-time.mjs';

try {
  await oneAtATime(() => installPackages({ say: console.log }), { say: console.log });
  const { failed } = await runChecks({ say: console.log });
  process.exitCode = failed ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
