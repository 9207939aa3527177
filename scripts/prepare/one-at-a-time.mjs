import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The holder touches its lock so often; one that is this old has no holder, whoever has its process number by now. */
const BEAT_MS = 1_000;
const STALE_MS = 20_000;
const TELL_AFTER_MS = 5_000;

/**
 * Runs `work` while no other command of this project prepares packages or builds: two starters may begin at once.
 * A lock whose holder was killed is taken over; who waits for long is told for whom.
 */
export async function oneAtATime(work, { folder = '.tmp', staleMs = STALE_MS, tellAfterMs = TELL_AFTER_MS, say = () => {} } = {}) {
  const lock = join(folder, 'preparing');
  mkdirSync(folder, { recursive: true });
  for (let waited = 0; !take(lock); waited += 100) {
    if (isAbandoned(lock, staleMs) && removeAbandoned(lock, staleMs)) continue;
    if (waited === tellAfterMs) say(`別のコマンドの準備が終わるのを待っています… / Waiting for another command that prepares this project (process ${holder(lock)})`);
    await pause(100);
  }
  const beat = setInterval(() => touch(lock), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (holder(lock) === process.pid) rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * Removes a lock without a holder. One of those who find it does so and looks again first: whoever is late would remove the lock of who
 * was faster. @returns whether somebody else was not at it
 */
function removeAbandoned(lock, staleMs) {
  const turn = `${lock}.turn`;
  if (!take(turn)) {
    // whose owner was killed within the few lines below
    if (isAbandoned(turn, staleMs)) rmSync(turn, { force: true });
    return false;
  }
  try {
    if (isAbandoned(lock, staleMs)) rmSync(lock, { force: true });
  } finally {
    rmSync(turn, { force: true });
  }
  return true;
}

/** The number written by the holder; 0 where it is just being written or released. */
function holder(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isAbandoned(lock, staleMs) {
  const pid = holder(lock);
  if (pid && isDead(pid)) return true;
  const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return touched !== undefined && Date.now() - touched > staleMs;
}

function isDead(pid) {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Gone already where somebody took this process for dead. */
function touch(lock) {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
