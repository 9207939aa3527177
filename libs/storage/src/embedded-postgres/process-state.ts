import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { systemCode } from './problem.js';

/** Whether a process of this number exists, of whichever user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/**
 * Whether this number is a running PostgreSQL. After a crash the number may belong to another program, or to a dead
 * process that nobody has collected; PostgreSQL itself takes both for a running server.
 */
export function isPostgres(pid: number): boolean {
  return isAlive(pid) && (process.platform === 'win32' || commandLine(pid).includes('postgres'));
}

/** The program and arguments of a process, separated by NUL or space; empty where it is gone or only waits to be collected. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
