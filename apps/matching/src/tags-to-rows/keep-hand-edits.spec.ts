import { describe, expect, it } from '@jest/globals';
import { foldSpelling } from '@tsunagu/nlp';
import type { NewStatement, StatementRow } from '@tsunagu/storage';
import { keepHandEdits, proposeJackets } from './keep-hand-edits.js';
import { foundAs } from './statements-of.js';

const found = (kind: 'skill' | 'interest' | 'seeking', concept: string, role: NewStatement['role'] = null): NewStatement =>
  ({ kind, concept, label: concept, en: null, sound: null, role, score: 0.7, evidence: [[0, 2]], rule: 'test', foundAs: foundAs({ kind, concept, role }) });
const row = (id: string, from: NewStatement, fields: Partial<StatementRow> = {}): StatementRow =>
  ({ ...from, id, byHand: false, hidden: false, removed: false, revision: 1, eventId: 'e', participantId: 'p', createdAt: new Date(0), ...fields });

const knowledge = { mayMean: (label: string, concept: string): boolean => concept === (label === 'ML' ? '機械学習' : foldSpelling(label)) };
/** A reading of the text that was read before (revision 1), or of a new one. */
const read = (present: StatementRow[], reading: NewStatement[], revision = 2) => keepHandEdits(present, { found: reading, revision, knowledge });

describe('keeping hand edits over a new reading', () => {
  it('the first reading adds everything', () => {
    expect(read([], [found('skill', '写真'), found('interest', '防災')])).toMatchObject({ add: [{ concept: '写真' }, { concept: '防災' }], change: [], remove: [] });
  });

  it('what is found again keeps its id, what is not found goes', () => {
    const present = [row('1', found('skill', '写真')), row('2', found('interest', '防災'))];
    const changes = read(present, [{ ...found('skill', '写真'), evidence: [[5, 7]] }, found('seeking', '場所', 'place')]);
    expect(changes.change).toEqual([expect.objectContaining({ id: '1', evidence: [[5, 7]] })]);
    expect(changes.add.map((one) => one.concept)).toEqual(['場所']);
    expect(changes.remove).toEqual(['2']);
  });

  it('a removed tag stays removed, whatever role it is found with', () => {
    const present = [row('1', found('skill', '写真'), { byHand: true, removed: true })];
    expect(read(present, [found('skill', '写真'), found('skill', '写真', 'hands')])).toMatchObject({ add: [], remove: [] });
  });

  it('a tag whose kind was corrected is not found again beside the correction, in its old kind or its new one', () => {
    const present = [row('1', found('skill', '料理'), { kind: 'interest', byHand: true })];
    expect(read(present, [found('skill', '料理'), found('interest', '料理')]).add).toEqual([]);
  });

  it('a tag made by hand shadows the same one found, and another kind of it is added', () => {
    const made = row('1', found('skill', '写真'), { foundAs: null, byHand: true, evidence: [] });
    expect(read([made], [found('skill', '写真'), found('seeking', '写真')])).toMatchObject({ add: [{ kind: 'seeking' }], change: [], remove: [] });
  });

  it('highlighting of a corrected tag follows the text, and ends when the text no longer says it', () => {
    const present = [row('1', found('skill', '料理'), { kind: 'interest', byHand: true }), row('2', found('skill', '写真'), { hidden: true, byHand: true })];
    expect(read(present, [{ ...found('skill', '料理'), evidence: [[9, 11]] }]).change).toEqual([expect.objectContaining({ id: '1', evidence: [[9, 11]] }), { id: '2', evidence: [] }]);
  });

  const inWords = (words: [number, number], from: NewStatement): NewStatement => ({ ...from, evidence: [words] });
  const untold = (from: NewStatement, fields: Partial<StatementRow> = {}) => row('1', from, { byHand: true, hidden: true, ...fields });

  it.each([['hidden', { hidden: true }], ['removed', { hidden: false, removed: true }]])('a %s tag is the one that a new word makes of its words, and all that else is made of them', (_, fields) => {
    const present = [untold(inWords([0, 10], found('skill', '断酒会オアシスの世話人')), fields)];
    const made = [inWords([0, 7], found('skill', '断酒会オアシス')), inWords([8, 10], found('interest', '世話人'))];
    expect(read(present, made, 1)).toMatchObject({ add: [], remove: [], change: [{ id: '1', evidence: [[0, 10], [0, 7]], concept: '断酒会オアシス', foundAs: 'skill|断酒会オアシス|' }] });
    expect(read(present, made).add).toHaveLength(2);
    expect(read(present, [inWords([20, 24], made[0])], 1).add).toHaveLength(1);
  });

  it('while the text is the same, its words are remembered where nothing is read from them', () => {
    expect(read([untold(found('skill', '写真'))], [], 1)).toEqual({ add: [], change: [], remove: [] });
  });

  it('a tag beside it that was read before stays, and so do tags in a sentence that is read as a whole', () => {
    const other = inWords([0, 4], found('skill', '写真撮影'));
    expect(read([untold(found('skill', '写真')), row('2', other)], [other], 1)).toMatchObject({ add: [], change: [{ id: '2' }], remove: [] });
    const sentence = untold(inWords([0, 20], found('skill', 'くらし:デザイン', 'knowledge')), { removed: true });
    expect(read([sentence], [inWords([3, 8], found('skill', '写真'))], 1).add).toHaveLength(1);
  });

  it('a tag is one with the same in another spelling, in the other kana, and made by hand in other words', () => {
    expect(read([untold(found('skill', 'parkpfi'))], [found('skill', 'Park-PFI')]).add).toEqual([]);
    expect(read([untold(found('seeking', 'ゴミの出し方'))], [found('seeking', 'ごみの出し方')]).add).toEqual([]);
    const made = (label: string) => row('1', found('skill', label), { foundAs: null, byHand: true, evidence: [], revision: 0 });
    expect(read([made('Park-PFI')], [found('skill', 'parkpfi')]).add).toEqual([]);
    expect(read([made('ML')], [found('skill', '機械学習')]).add).toEqual([]);
  });

  it('a tag whose kind was corrected is found again in whatever role', () => {
    expect(read([row('1', found('skill', '登山'), { kind: 'interest', byHand: true })], [found('skill', '登山', 'knowledge')]).add).toEqual([]);
  });
});

describe('proposing data jackets', () => {
  const data = { title: '来客数', of: found('skill', '来客数', 'data') };

  it('data that is held is proposed once, as long as there is room', () => {
    expect(proposeJackets([], [], [data, data], 5).titles).toEqual(['来客数']);
    expect(proposeJackets([], [], [data], 0).titles).toEqual([]);
  });

  it('a proposal that was declined is not made again while the text still says so', () => {
    expect(proposeJackets([row('1', data.of)], [], [data], 5).titles).toEqual([]);
  });

  it('a jacket of that title is left alone; a proposal that the text no longer supports is withdrawn, a confirmed one is not', () => {
    const jackets = [{ id: 'a', title: '気温', proposed: true }, { id: 'b', title: '人流', proposed: false }, { id: 'c', title: '来客数', proposed: true }];
    expect(proposeJackets([], jackets, [data], 5)).toEqual({ titles: [], withdraw: ['a'] });
    expect(proposeJackets([], jackets, [{ ...data, title: 'visitor numbers' }], 5)).toEqual({ titles: [], withdraw: ['a'] });
  });
});
