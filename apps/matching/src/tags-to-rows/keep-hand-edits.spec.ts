import { describe, expect, it } from '@jest/globals';
import type { NewStatement, StatementRow } from '@tsunagu/storage';
import { keepHandEdits, proposeJackets } from './keep-hand-edits.js';
import { foundAs } from './statements-of.js';

const found = (kind: 'skill' | 'interest' | 'seeking', concept: string, role: NewStatement['role'] = null): NewStatement =>
  ({ kind, concept, label: concept, en: null, sound: null, role, score: 0.7, evidence: [[0, 2]], rule: 'test', foundAs: foundAs({ kind, concept, role }) });
const row = (id: string, from: NewStatement, fields: Partial<StatementRow> = {}): StatementRow =>
  ({ ...from, id, byHand: false, hidden: false, removed: false, revision: 1, eventId: 'e', participantId: 'p', createdAt: new Date(0), ...fields });

describe('keeping hand edits over a new reading', () => {
  it('the first reading adds everything', () => {
    expect(keepHandEdits([], [found('skill', '写真'), found('interest', '防災')])).toMatchObject({ add: [{ concept: '写真' }, { concept: '防災' }], change: [], remove: [] });
  });

  it('what is found again keeps its id, what is not found goes', () => {
    const present = [row('1', found('skill', '写真')), row('2', found('interest', '防災'))];
    const changes = keepHandEdits(present, [{ ...found('skill', '写真'), evidence: [[5, 7]] }, found('seeking', '場所', 'place')]);
    expect(changes.change).toEqual([expect.objectContaining({ id: '1', evidence: [[5, 7]] })]);
    expect(changes.add.map((one) => one.concept)).toEqual(['場所']);
    expect(changes.remove).toEqual(['2']);
  });

  it('a removed tag stays removed, whatever role it is found with', () => {
    const present = [row('1', found('skill', '写真'), { byHand: true, removed: true })];
    expect(keepHandEdits(present, [found('skill', '写真'), found('skill', '写真', 'hands')])).toMatchObject({ add: [], remove: [] });
  });

  it('a tag whose kind was corrected is not found again beside the correction, in its old kind or its new one', () => {
    const present = [row('1', found('skill', '料理'), { kind: 'interest', byHand: true })];
    expect(keepHandEdits(present, [found('skill', '料理'), found('interest', '料理')]).add).toEqual([]);
  });

  it('a tag made by hand shadows the same one found, and another kind of it is added', () => {
    const made = row('1', found('skill', '写真'), { foundAs: null, byHand: true, evidence: [] });
    expect(keepHandEdits([made], [found('skill', '写真'), found('seeking', '写真')])).toMatchObject({ add: [{ kind: 'seeking' }], change: [], remove: [] });
  });

  it('highlighting of a corrected tag follows the text, and ends when the text no longer says it', () => {
    const present = [row('1', found('skill', '料理'), { kind: 'interest', byHand: true }), row('2', found('skill', '写真'), { hidden: true, byHand: true })];
    expect(keepHandEdits(present, [{ ...found('skill', '料理'), evidence: [[9, 11]] }]).change).toEqual([{ id: '1', evidence: [[9, 11]] }, { id: '2', evidence: [] }]);
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
