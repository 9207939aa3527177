// Rules that oxlint and dependency-cruiser cannot hold: a pattern, the files where it must not stand, and why.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = /\.(ts|tsx|mjs|cjs|js)$/;
const SPEC = /\.spec\.tsx?$/;

const RULES = [
  { pattern: /\b(it|test|describe)\.(skip|only|todo|failing)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/, files: (path) => SPEC.test(path), why: 'every test runs' },
  { pattern: /\bnew Date\(\)/, files: (path) => /^libs\/(nlp|matching|contracts)\/src\//.test(path) && !SPEC.test(path), why: 'pure code knows no clock: take the time as a parameter' },
  { pattern: /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML/, files: (path) => path.startsWith('apps/web/'), why: 'words of a participant are text, never markup' },
  { pattern: /\b(BadRequest|NotFound|Forbidden|Unauthorized|Conflict|UnprocessableEntity|InternalServerError|Http)Exception\b/, files: (path) => /^libs\/|\.(service|processor|repository)\.ts$/.test(path), why: 'services and libraries throw a coded problem; the doors translate it' },
  { pattern: /\.emit\(/, files: (path) => path.startsWith('apps/event/src/') && !/\.gateway\.ts$|\.spec\.ts$/.test(path), why: 'only the gateway sends to sockets' },
  { pattern: /\bsynchronize:\s*true/, files: (path) => /^(apps|libs)\//.test(path), why: 'tables change by migrations only' },
];

/** All breaches as `file:line: why`. */
export function sourceBreaches(folders = ['apps', 'libs', 'test', 'bench']) {
  return folders.flatMap(sourcesBelow).flatMap((path) => {
    const rules = RULES.filter(({ files }) => files(path));
    if (!rules.length) return [];
    return readFileSync(path, 'utf8').split('\n').flatMap((line, index) =>
      rules.filter(({ pattern }) => pattern.test(line)).map(({ why }) => `${path}:${index + 1}: ${why}`));
  });
}

const sourcesBelow = (folder) => readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).replaceAll('\\', '/'));
