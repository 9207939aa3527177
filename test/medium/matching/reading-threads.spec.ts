import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

/** Runs a script with a `TextReader` of one real thread in a process of its own: what would end the process ends that one. */
function inAProcess(script: string): { status: number | null; told: string } {
  const source = `
    import { TextReader } from './dist/apps/matching/src/threads/text-reader.js';
    import { setTimeout as pause } from 'node:timers/promises';
    ${script}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', source], { encoding: 'utf8', timeout: 120_000 });
  return { status, told: stdout + stderr };
}

const SCRIPTED = fileURLToPath(new URL('./threads/scripted-thread.mjs', import.meta.url));
const sentence = '曲がった野菜が毎週余っているので、運ぶ人と使ってくれる店を探しています。';

describe('a reading thread is ended, and the process goes on', () => {
  it('while it loads', () => {
    const { status, told } = inAProcess(`
      for (let wait = 60; wait <= 420; wait += 40) {
        const reader = new TextReader({ threads: 1 });
        await pause(wait);
        await reader.close();
      }
      console.log('alive');`);
    expect(told).toBe('alive\n');
    expect(status).toBe(0);
  });

  it('while a text is read', () => {
    const { status, told } = inAProcess(`
      for (let wait = 5; wait <= 60; wait += 11) {
        const reader = new TextReader({ threads: 1 });
        await reader.warmUp();
        const read = reader.encountersOf([{ introduction: '${sentence}'.repeat(12) }]).catch((error) => error);
        await pause(wait);
        await reader.close();
        await read;
      }
      console.log('alive');`);
    expect(told).toMatch(/alive\n$/);
    expect(status).toBe(0);
  });

  it('when a list is no longer wanted, with the text in hand, and the next one is read', () => {
    const { told } = inAProcess(`
      const reader = new TextReader({ threads: 1 });
      await reader.warmUp();
      for (const list of [(signal) => reader.encountersOf(Array(200).fill({ introduction: '${sentence}'.repeat(20) }), signal), (signal) => reader.profilesOf(Array(200).fill('${sentence}'.repeat(20)), signal)]) {
        const given = new AbortController();
        const read = list(given.signal).then(() => 'read to the end', (error) => error.message);
        given.abort(new Error('withdrawn'));
        console.log(await read);
      }
      const [[concept]] = await reader.conceptsOf(['写真']);
      console.log(concept.label);
      await reader.close();`);
    expect(told.trim().split('\n')).toEqual(['withdrawn', 'withdrawn', '写真']);
  });

  // Ten seconds of reading against a limit of one, and a word of some milliseconds: busy or not, the one is too long and the other is not.
  it('when a text takes too long, of which nothing is read, and the next one is read', () => {
    const { status, told } = inAProcess(`
      const reader = new TextReader({ threads: 1, limitMs: 1_000 });
      await reader.warmUp();
      await reader.encountersOf([{ introduction: '${sentence}'.repeat(1_000) }]).then(([{ scenes }]) => console.log(scenes.length ? 'read' : 'nothing'), ({ code }) => console.log(code));
      const [[concept]] = await reader.conceptsOf(['写真']);
      console.log(concept.label);
      await reader.close();`);
    expect(told.split('\n').filter((line) => /^(?:intro\.unreadable|写真|read|nothing)$/.test(line))).toEqual(['nothing', '写真']);
    expect(status).toBe(0);
  });
});

/** Told line by line, without what the reader logs of the threads that it loses. */
const lines = (told: string): string[] => told.split('\n').filter((line) => line.startsWith('· ')).map((line) => line.slice(2));

describe('a text that takes its thread with it', () => {
  it('is given up by itself: texts that are read with it are read, and only who wrote it is refused', () => {
    const { told } = inAProcess(`
      const reader = new TextReader({ threads: 1, limitMs: 200, file: '${SCRIPTED}' });
      await reader.warmUp();
      const tell = (what) => console.log('· ' + JSON.stringify(what));
      tell((await reader.conceptsOf(['写真', '{"hangsIn":"concepts"}', '料理'])).map((concepts) => concepts.map(({ label }) => label)));
      tell((await reader.encountersOf([{ introduction: '{"hangsIn":"encounter"}' }])));
      tell((await reader.profilesOf(['{}', '{"hang":true}'])).map(({ tags, code }) => tags ?? code));
      tell(await reader.profileOf('{"hang":true}').catch(({ code }) => code));
      await reader.close();`);
    expect(lines(told).map((line) => JSON.parse(line))).toEqual([[['写真'], [], ['料理']], [{ scenes: [] }], [[], 'intro.unreadable'], 'intro.unreadable']);
  });

  it('is none that was read while the main thread stood still for longer than the limit', () => {
    const { told } = inAProcess(`
      const reader = new TextReader({ threads: 1, limitMs: 800, file: '${SCRIPTED}' });
      await reader.warmUp();
      const block = (ms) => { for (const until = performance.now() + ms; performance.now() < until;); };
      const read = reader.profilesOf(['{"pause":20}', '{"pause":40}', '{"pause":20}']);
      for (let times = 0; times < 2; times++) {
        await pause(30);
        block(1_000);
      }
      console.log('· ' + JSON.stringify((await read).map(({ code }) => code ?? 'read')));
      await reader.close();`);
    expect(lines(told)).toEqual(['["read","read","read"]']);
    expect(told).not.toContain('took its thread');
  });

  it('is not the one that is in hand when the reader closes', () => {
    const { told } = inAProcess(`
      const reader = new TextReader({ threads: 1, limitMs: 60_000, file: '${SCRIPTED}' });
      await reader.warmUp();
      const read = reader.encountersOf([{ introduction: '{"hangsIn":"encounter"}' }]).then(() => '· nothing to read', () => '· not read');
      await pause(100);
      await reader.close();
      console.log(await read);`);
    expect(lines(told)).toEqual(['not read']);
  });
});
