// Each running starter leaves a note of its services' process numbers in the data folder; the next start ends what a
// killed starter left behind.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine } from '../../dist/libs/storage/src/embedded-postgres/process-state.js';
import { programOf } from './service.mjs';

const PATIENCE_MS = 12_000;

const folderIn = (dataDir) => join(dataDir, 'starters');
const noteOf = (dataDir, pid) => join(folderIn(dataDir), `${pid}.json`);

/** Notes the process numbers by service: { event: 123, matching: 124 }. With a database of its own, a product can do without the folder. */
export function noteServices(dataDir, services) {
  try {
    mkdirSync(folderIn(dataDir), { recursive: true });
    writeFileSync(noteOf(dataDir, process.pid), JSON.stringify(services));
  } catch (error) {
    if (!['EACCES', 'EROFS', 'ENOTDIR'].includes(error.code)) throw error;
  }
}

export const forgetServices = (dataDir) => existsSync(noteOf(dataDir, process.pid)) && rmSync(noteOf(dataDir, process.pid));

/** Ends the services of starters that are gone. A number that another program has meanwhile is left alone. */
export async function endOrphans(dataDir) {
  for (const { file, pid, services } of notes(dataDir)) {
    if (pid !== process.pid && commandLine(pid).includes('start.mjs')) continue;
    await Promise.all(Object.entries(services).map(([name, service]) => end(service, () => commandLine(service).includes(programOf(name)))));
    rmSync(file, { force: true });
  }
}

function notes(dataDir) {
  try {
    return readdirSync(folderIn(dataDir)).map((name) => {
      const file = join(folderIn(dataDir), name);
      return { file, pid: Number.parseInt(name, 10), services: readNote(file) };
    });
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  }
}

/** A note that was half written when its starter was killed names nobody. */
function readNote(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

async function end(pid, isOurs) {
  const deadline = performance.now() + PATIENCE_MS;
  for (let signal = 'SIGTERM'; isOurs(); await pause(50)) {
    if (signal) process.kill(pid, signal);
    signal = performance.now() > deadline ? 'SIGKILL' : undefined;
  }
}
