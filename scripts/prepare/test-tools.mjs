import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { findChromium } from '../pictures/chromium.mjs';
import { Problem } from '../problem.mjs';
import { runProgram } from './run-program.mjs';

/** What the tests need beside npm packages, with the name of its package by installer. */
const TOOLS = [
  { what: 'Redis', isThere: () => onPath('redis-server'), apt: 'redis-server', dnf: 'redis', brew: 'redis' },
  { what: 'Chromium', isThere: () => findChromium() !== undefined, apt: 'chromium', dnf: 'chromium', brew: '--cask chromium' },
  { what: '日本語フォント (a Japanese font)', isThere: hasJapaneseFont, apt: 'fontconfig fonts-noto-cjk', dnf: 'google-noto-sans-cjk-fonts', brew: 'font-noto-sans-cjk' },
];

/**
 * Installs what is missing where that needs no question: by apt-get, as root or with a sudo that asks for no password.
 * @throws Problem with the command to type, elsewhere
 */
export async function prepareTestTools({ say }) {
  const missing = await whatIsMissing();
  if (!missing.length) return;
  const what = missing.map((tool) => tool.what).join(', ');
  if (onPath('apt-get')) {
    say(`テストに使うものを入れています… / Installing what the tests use: ${what}`);
    await installByApt(missing.flatMap(({ apt }) => apt.split(' ')));
    const still = await whatIsMissing();
    if (!still.length) return;
  }
  throw new Problem('test_tools_missing', { what, command: commandFor(missing) });
}

async function whatIsMissing() {
  const found = await Promise.all(TOOLS.map(({ isThere }) => isThere()));
  return TOOLS.filter((_, index) => !found[index]);
}

async function installByApt(packages) {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const aptGet = (...args) => {
    const [program, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-y', '-q', ...args];
    return runProgram(program, rest);
  };
  await aptGet('update');
  await aptGet('install', '--no-install-recommends', ...packages);
}

function commandFor(missing) {
  for (const [installer, command] of [['apt', 'sudo apt-get install -y'], ['dnf', 'sudo dnf install -y'], ['brew', 'brew install']]) {
    if (onPath(command.split(' ').find((word) => word !== 'sudo'))) return `${command} ${missing.map((tool) => tool[installer]).join(' ')}`;
  }
  return `(${missing.map(({ apt }) => apt).join(', ')})`;
}

async function hasJapaneseFont() {
  if (process.platform !== 'linux') return true;
  const { code, output } = await runProgram('fc-list', [':lang=ja', 'family']);
  return code === 0 && output.trim() !== '';
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
