import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { programPath, publishFolder, ROOTS_FOLDER } from './binaries.js';
import { EmbeddedPostgresProblem, systemCode } from './problem.js';
import { isAlive } from './process-state.js';
import { reachable, type RunAs } from './run-as.js';

/** A database cluster on disk. */
export interface Cluster { folder: string; data: string; password: string }

/** The one account of the cluster. Not named as any schema is: PostgreSQL would look for tables in that schema first. */
export const CLUSTER_USER = 'owner';

interface Place { dataDir: string; binaries: string; runAs?: RunAs; durable: boolean }

/**
 * The cluster below `dataDir`, made when missing. It is made in a draft folder and put in place in one step, so a
 * start that was killed half way leaves nothing usable behind, and of two first starters one wins.
 * @throws EmbeddedPostgresProblem where the folder cannot be written or belongs to someone else
 */
export async function findOrMakeCluster(place: Place): Promise<Cluster> {
  const dataDir = resolve(place.dataDir);
  const link = join(dataDir, 'postgres');
  prepareDataDir(dataDir);
  for (const folder of [dataDir, ...(place.runAs && existsSync(ROOTS_FOLDER) ? [ROOTS_FOLDER] : [])]) removeDrafts(folder);
  if (!existsSync(link)) await makeCluster({ ...place, dataDir }, link);
  const folder = realpathSync(link);
  return { folder, data: join(folder, 'cluster'), password: readPassword(folder) };
}

function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    const probe = join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new EmbeddedPostgresProblem('database.folder_not_writable', `The data folder ${dataDir} cannot be written (${systemCode(error)}).`, { cause: error });
  }
}

/** What starters that were killed had half made: a cluster, or a copy of the programs. */
function removeDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^(?:postgres|cluster)\b.*\.new-(\d+)(?:-|$)/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

async function makeCluster(place: Place, link: string): Promise<void> {
  const { dataDir, runAs } = place;
  const elsewhere = runAs !== undefined && !reachable(dataDir, runAs);
  const mark = randomBytes(6).toString('hex');
  const folder = elsewhere ? join(ROOTS_FOLDER, `cluster-${mark}`) : link;
  const draft = `${folder}.new-${process.pid}-${mark}`;
  try {
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    if (elsewhere) chmodSync(ROOTS_FOLDER, 0o755);
    if (runAs) chownSync(draft, runAs.uid, runAs.gid);
    await initialise(draft, place);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
  publishFolder(draft, folder);
  if (elsewhere) linkFolder(folder, link);
}

function linkFolder(folder: string, link: string): void {
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() && !existsSync(link)) rmSync(link);
  try {
    symlinkSync(folder, link);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

async function initialise(folder: string, { binaries, runAs, durable }: Place): Promise<void> {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (runAs) chownSync(passwordFile, runAs.uid, runAs.gid);
  const flags = ['-D', join(folder, 'cluster'), '-U', CLUSTER_USER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions', ...(durable ? [] : ['--no-sync'])];
  let output = '';
  const code = await new Promise<number | null>((done, fail) => {
    const initdb = spawn(programPath(binaries, 'initdb'), flags, { ...runAs, cwd: folder, env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe'] });
    initdb.stdout.on('data', (part) => { output += part; });
    initdb.stderr.on('data', (part) => { output += part; });
    initdb.once('error', fail).once('close', done);
  }).catch((error: Error) => { throw new EmbeddedPostgresProblem('database.did_not_start', `PostgreSQL cannot be run on this machine (${error.message}); set DATABASE_URL.`, { cause: error }); });
  if (code !== 0) throw new EmbeddedPostgresProblem('database.did_not_start', `The database could not be made: ${output.trim().split('\n').pop()}`);
}

function readPassword(folder: string): string {
  try {
    return readFileSync(join(folder, 'password'), 'utf8');
  } catch (error) {
    throw new EmbeddedPostgresProblem('database.folder_of_other_user', `The database in ${folder} belongs to another user (${systemCode(error)}).`, { cause: error });
  }
}
