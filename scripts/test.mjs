// npm test: prepares a fresh machine (npm packages, build, Redis, Chromium, a Japanese font), runs the checks, then the
// tests: pure code first, then those with real stores, then the built product. `npm test -- libs/nlp` runs a part.
// Its last line is "N passed, N failed"; a check counts as one.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { runChecks } from './check/run-checks.mjs';
import { prepare } from './prepare/prepare.mjs';
import { requireNode } from './prepare/require-node.mjs';
import { runProgram } from './prepare/run-program.mjs';
import { prepareTestTools } from './prepare/test-tools.mjs';

const TOTALS = '.tmp/test-totals';
const STAGES = [
  { projects: ['unit'], options: [`--maxWorkers=${availableParallelism()}`] },
  // They wait more than they compute.
  { projects: ['medium', 'clients'], options: [`--maxWorkers=${Math.min(availableParallelism() + 1, 4)}`, '--forceExit'] },
  { projects: ['e2e'], options: ['--maxWorkers=2', '--forceExit'] },
];

async function runStage({ projects, options }, args) {
  const report = `.tmp/test-${projects[0]}.json`;
  rmSync(report, { force: true });
  const { code } = await runProgram(process.execPath, ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js',
    ...projects.map((project) => `--selectProjects=${project}`), '--passWithNoTests', '--json', `--outputFile=${report}`, ...options, ...args], { show: true });
  return read(report, code);
}

/** A suite that could not be run counts as one failed test, and so does a stage that ended without a report. */
function read(report, code) {
  try {
    const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed, failed: code !== 0 && !failed ? 1 : failed };
  } catch {
    return { passed: 0, failed: code === 0 ? 0 : 1 };
  }
}

/** `--only PROJECT` runs one project. */
function stagesOf(args) {
  const at = args.indexOf('--only');
  if (at < 0) return { stages: STAGES, rest: args };
  return { stages: STAGES.filter(({ projects }) => projects.includes(args[at + 1])).map((stage) => ({ ...stage, projects: [args[at + 1]] })), rest: args.toSpliced(at, 2) };
}

async function runAll({ stages, rest }) {
  requireNode();
  mkdirSync('.tmp', { recursive: true });
  rmSync(TOTALS, { force: true });
  await prepare({ say: console.log });
  await prepareTestTools({ say: console.log });
  const results = [await runChecks({ say: console.log })];
  for (const stage of stages) results.push(await runStage(stage, rest));
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

const chosen = stagesOf(process.argv.slice(2));
if (!chosen.stages.length) {
  console.error(`usage: npm test -- [--only ${STAGES.flatMap(({ projects }) => projects).join('|')}] [PATH …]`);
  process.exit(2);
}
const { passed, failed } = await runAll(chosen).catch((error) => {
  console.error(error.message);
  return { passed: 0, failed: 1 };
});
const totals = `${passed} passed, ${failed} failed`;
mkdirSync('.tmp', { recursive: true });
writeFileSync(TOTALS, `${totals}\n`);
console.log(totals);
process.exitCode = failed ? 1 : 0;
