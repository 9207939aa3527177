import { Problem } from '../problem.mjs';

const NEEDED = [20, 19];

/** @throws Problem where this Node is too old for the packages in use */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) throw new Problem('node_too_old', { found: version, needed: NEEDED.join('.') });
}
