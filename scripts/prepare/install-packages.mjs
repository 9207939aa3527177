import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Problem } from '../problem.mjs';
import { runNode, runProgram } from './run-program.mjs';

const LOCK_FILE = 'package-lock.json';
const NPMS_RECORD = 'node_modules/.package-lock.json';
const STAMP = 'node_modules/.installed-from';

/**
 * Installs the npm packages where they are missing or not those of package-lock.json. No package's script is run.
 * A node_modules that is a link belongs to somebody else: npm would empty the folder behind it, so it is left as it is.
 */
export async function installPackages({ say }) {
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const wanted = createHash('sha256').update(readFileSync(LOCK_FILE)).digest('hex');
  if (areInstalled(wanted)) return;
  say('npm パッケージを入れています… / Installing the npm packages…');
  const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code !== 0) throw new Problem('packages_failed', { reason: lastError(output) });
  writeFileSync(STAMP, wanted);
}

/** By our own stamp; or, where somebody ran npm by hand, by npm's record being newer than the list. */
function areInstalled(wanted) {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return true;
  if (!existsSync(NPMS_RECORD) || statSync(NPMS_RECORD).mtimeMs < statSync(LOCK_FILE).mtimeMs) return false;
  writeFileSync(STAMP, wanted);
  return true;
}

const npm = (args) => process.env.npm_execpath ? runNode(process.env.npm_execpath, args) : runProgram(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);

const lastError = (output) => output.split('\n').filter((line) => /^npm (error|ERR!) /.test(line) && !/complete log|A complete/.test(line)).map((line) => line.replace(/^npm (error|ERR!) /, ''))[0] ?? (output.trim().split('\n').pop() || 'npm');
