import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresProblem } from './problem.js';

/** User that PostgreSQL runs as, where it cannot be the one who starts it. */
export interface RunAs { uid: number; gid: number }

const numericId = (flag: '-u' | '-g', user: string): number =>
  Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

/** PostgreSQL refuses to run as root: the user `postgres`, else `nobody`. Undefined where the caller is not root. */
export function chooseRunAs(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: numericId('-u', user), gid: numericId('-g', user) };
    } catch {
      // no such user: try the next
    }
  }
  throw new EmbeddedPostgresProblem('database.no_user_to_run_as', 'PostgreSQL does not run as root, and neither user "postgres" nor "nobody" exists.');
}

const mayPass = (path: string, { uid, gid }: RunAs): boolean => {
  const { mode, uid: owner, gid: group } = statSync(path);
  const bits = owner === uid ? mode >> 6 : group === gid ? mode >> 3 : mode;
  return (bits & 1) === 1;
};

/** Whether this user may pass `path` and every folder above it (execute bit). */
export function reachable(path: string, runAs: RunAs): boolean {
  if (!mayPass(path, runAs)) return false;
  return dirname(path) === path || reachable(dirname(path), runAs);
}
