import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadReaders, type Readers } from '@tsunagu/nlp';
import { parseEvent } from './read-event.js';
import { understandEvent, type UnderstoodEvent } from './understand-event.js';

describe('understanding an event file', () => {
  let readers: Readers;
  beforeAll(async () => { readers = await loadReaders(); });
  const understand = (participant: object): Promise<UnderstoodEvent> =>
    understandEvent(parseEvent(JSON.stringify({ event: { theme: '機械学習' }, participants: [{ id: 'a', ...participant }] })), readers);

  it('maps statements with the words of the introduction they come from', async () => {
    const [{ statements }] = (await understand({ intro: 'こんにちは。機械学習が得意です。' })).people;
    expect(statements).toContainEqual(expect.objectContaining({ kind: 'skill', concept: '機械学習', quote: '機械学習' }));
  });

  it('says each concept of one kind once', async () => {
    const [{ statements }] = (await understand({ intro: '機械学習が得意です。機械学習の研究をしています。' })).people;
    const keys = statements.map(({ kind, concept }) => `${kind} ${concept}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([['竹を使ってくれる人を探しています。', 'skill', 'くらし:廃材'], ['曲がった野菜を買ってくれる店を探しています。', 'skill', 'くらし:食材'], ['アプリを使ってくれる人を探しています。', 'seeking', 'くらし:利用者の声']] as const)('knows who has what, where somebody is sought for it: %s', async (intro, kind, concept) => {
    const [{ statements }] = (await understand({ intro })).people;
    expect(statements).toContainEqual(expect.objectContaining({ kind, concept }));
    if (intro.startsWith('竹')) expect(statements.map((one) => `${one.kind} ${one.concept}`).filter((one) => /^seeking くらし/.test(one))).toEqual([]);
  });

  it('tells what is only a guess', async () => {
    const [{ statements }] = (await understand({ intro: '会場を貸してくれる人を探しています。高齢者に花を届けるしくみを一緒に考えてくれる人を探しています。' })).people;
    const guesses = statements.filter(({ guess }) => guess);
    expect(guesses.length).toBeGreaterThan(0);
    for (const { concept, score } of guesses) expect([concept.startsWith('くらし:') || concept.startsWith('ひと:'), score < 0.5]).toEqual([true, true]);
    expect(statements.find(({ concept }) => concept === 'くらし:場所提供')?.guess).toBeUndefined();
  });

  it('reads data jackets and the theme into concepts', async () => {
    const { event, people } = await understand({ data_jackets: [{ title: '機械学習の正解データ', sharing: 'open' }] });
    expect(people[0].jackets[0]).toMatchObject({ title: '機械学習の正解データ', sharing: 'open' });
    expect(people[0].jackets[0].concepts.length).toBeGreaterThan(0);
    expect(event.theme?.map(({ concept }) => concept)).toContain('機械学習');
  });

  it('takes a participant without a text as one without statements', async () => {
    expect((await understand({ intro: '  ' })).people[0].statements).toEqual([]);
    expect((await understand({})).people[0].statements).toEqual([]);
  });

  it('names the participant and the field whose text cannot be taken', async () => {
    await expect(understand({ data_jackets: [{ title: 'x\u0007', sharing: 'open' }] })).rejects.toThrow(/^\[intro\.control_character\] participants\.a\.data_jackets\.0: /);
    await expect(understand({ intro: 'あ'.repeat(1001) })).rejects.toThrow(/^\[intro\.too_long\] participants\.a\.intro: .*1,000文字まで.*now 1001/);
  });
});
