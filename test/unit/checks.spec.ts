import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** A breach of each rule: file, its text, the rule that must name it. */
const BREACHES: [file: string, text: string, rule: string][] = [
  ['libs/nlp/src/a.ts', `import '@tsunagu/contracts';`, 'nlp-arrows'],
  ['libs/matching/src/a.ts', `import '@tsunagu/nlp';`, 'matching-arrows'],
  ['libs/contracts/src/a.ts', `import '@tsunagu/config';`, 'contracts-arrows'],
  ['libs/config/src/a.ts', `import '@tsunagu/contracts';`, 'config-arrows'],
  ['libs/storage/src/a.ts', `import '@tsunagu/messaging';`, 'storage-arrows'],
  ['libs/messaging/src/a.ts', `import '@tsunagu/nlp';`, 'messaging-arrows'],
  ['apps/event/src/a.ts', `import '@tsunagu/nlp';`, 'event-arrows'],
  ['apps/web/src/a.ts', `import '@tsunagu/storage';`, 'web-arrows'],
  ['apps/cli/src/a.ts', `import '../../event/src/b.js';`, 'no-app-is-imported'],
  ['apps/matching/src/a.ts', `import '../../../libs/nlp/src/inner.js';`, 'front-door'],
  ['libs/nlp/src/framework.ts', `import '@nestjs/common';`, 'pure-needs-no-frameworks'],
  ['libs/matching/src/file.ts', `import 'node:fs';`, 'pure-reads-no-system'],
  ['libs/nlp/src/all-of-natural.ts', `import 'natural';`, 'natural-by-its-parts'],
  ['libs/nlp/src/other-tokenizer.ts', `import 'kuromoji';`, 'only-kuromoji'],
  ['apps/event/src/queue.ts', `import 'bullmq';`, 'only-bullmq'],
  ['apps/event/src/entity.ts', `import 'typeorm';`, 'only-typeorm'],
  ['libs/matching/src/tags-to-similarity/early.ts', `import '../similarity-to-teams/late.js';`, 'stages-in-order'],
  ['libs/storage/src/circle-a.ts', `import './circle-b.js';`, 'no-circles'],
  ['apps/event/src/tests.ts', `import '../../../test/helpers/a.js';`, 'tests-stay-tests'],
  ['libs/storage/src/dev.ts', `import 'fast-check';`, 'no-development-packages'],
  ['apps/web/src/zod.ts', `import 'zod';`, 'web-stays-small'],
  ['apps/event/src/missing.ts', `import './nowhere.js';`, 'resolvable'],
];

const INNOCENT: Record<string, string> = {
  'apps/event/src/b.ts': `import '@tsunagu/contracts'; import '@tsunagu/storage'; import '@tsunagu/messaging'; import '@tsunagu/config';`,
  'apps/matching/src/b.ts': `import '@tsunagu/nlp'; import '@tsunagu/matching';`,
  'libs/nlp/src/inner.ts': `import 'natural/lib/natural/stemmers/index.js';`,
  'libs/nlp/src/text-to-tokens/kuromoji-tokenizer.ts': `import 'kuromoji'; import 'node:path';`,
  'libs/matching/src/similarity-to-teams/late.ts': `import '../tags-to-similarity/fine.js';`,
  'libs/matching/src/tags-to-similarity/fine.ts': '',
  'libs/storage/src/circle-b.ts': `import './circle-a.js';`,
  'test/helpers/a.ts': '',
};

describe('npm run check', () => {
  let tree: string;
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), `${text}\nexport {};\n`);
  };
  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'tsunagu-check-'));
    for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs', '.oxlintrc.json']) copyFileSync(join(PROJECT, name), join(tree, name));
    symlinkSync(join(PROJECT, 'node_modules'), join(tree, 'node_modules'));
    for (const lib of ['config', 'contracts', 'matching', 'messaging', 'nlp', 'storage']) write(`libs/${lib}/src/index.ts`, '');
    for (const [file, text] of [...Object.entries(INNOCENT), ...BREACHES]) write(file, text);
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it('names each import that goes against the arrows, and no other', () => {
    const { stdout } = spawnSync(process.execPath, ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs', 'test'], { cwd: tree, encoding: 'utf8', maxBuffer: 2 ** 26 });
    const { violations } = (JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }).summary;
    const found = [...new Set(violations.map(({ from, rule }) => `${from} ${rule.name}`))];
    const unnamed = BREACHES.map(([file, , rule]) => `${file} ${rule}`).filter((breach) => !found.includes(breach));
    expect(unnamed).toEqual([]);
    expect(found.map((line) => line.split(' ')[0]).filter((file) => file in INNOCENT && !file.includes('circle'))).toEqual([]);
  });

  it.each([
    ['libs/nlp/src/clock.ts', 'export const now = Date.now();', 'no-restricted-properties'],
    ['libs/matching/src/chance.ts', 'export const chance = Math.random();', 'no-restricted-properties'],
    ['libs/contracts/src/surroundings.ts', 'export const { env } = process;', 'no-restricted-globals'],
    ['apps/event/src/settings.ts', 'export const port = process.env.PORT;', 'no-process-env'],
    ['apps/event/src/some.spec.ts', `it${'.skip'}('waits', () => {});`, 'no-disabled-tests'],
    ['apps/event/src/only.spec.ts', `it${'.only'}('alone', () => {});`, 'no-focused-tests'],
    ['apps/web/src/raw.tsx', 'export const Raw = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />;', 'no-danger'],
    ['apps/event/src/long.ts', Array.from({ length: 301 }, (_, line) => `export const n${line} = ${line};`).join('\n'), 'max-lines'],
  ])('lint refuses %s', (file, text, rule) => {
    write(file, text);
    const { stdout, status } = spawnSync(process.execPath, ['node_modules/oxlint/bin/oxlint', '--quiet', '-f', 'unix', file], { cwd: tree, encoding: 'utf8' });
    expect(stdout).toContain(`(${rule})`);
    expect(status).toBe(1);
  });

  it.each([
    ['libs/nlp/src/today.ts', 'export const today = new Date();', 'pure code knows no clock'],
    ['apps/event/src/todo.spec.ts', `it${'.todo'}('later');`, 'every test runs'],
    ['apps/event/src/profiles.service.ts', 'throw new NotFoundException();', 'coded problem'],
    ['apps/event/src/noise.service.ts', `server.emit('x');`, 'only the gateway'],
    ['libs/storage/src/options.ts', 'export const options = { synchronize: true };', 'migrations only'],
    ['apps/web/src/raw.ts', 'element.innerHTML = words;', 'never markup'],
  ])('the source rules refuse %s', (file, text, why) => {
    write(file, text);
    const script = `const { sourceBreaches } = await import(${JSON.stringify(join(PROJECT, 'scripts/check/source-rules.mjs'))}); console.log(sourceBreaches(['apps', 'libs']).join('\\n'));`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: tree, encoding: 'utf8' });
    expect(said).toMatch(new RegExp(`^${file.replace(/[.]/g, '\\.')}:1: .*${why}`, 'm'));
  });
});

it('npm test refuses a project that there is not, instead of running nothing and ending well', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/test.mjs', '--only', 'typo'], { cwd: PROJECT, encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, expect.stringContaining('--only unit|')]);
});
