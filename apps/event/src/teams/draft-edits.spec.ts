import type { DraftPlan } from '@tsunagu/storage';
import { heldIn, partsOf, put, reseat, seatOf, seatsOf, standing, stillStanding } from './draft-edits.js';

const team = (id: string, ...members: string[]) => ({
  id, number: 1, name: id, locked: false, theme: null, score: 1, reasons: [{ type: 'shared', text: { ja: '', en: '', yasashii: '' }, labels: [] }], members: members.map((participantId) => ({ participantId, pinned: false })),
});
const plan = (): DraftPlan => ({ teams: [team('a', 'p1', 'p2'), team('b', 'p3')], unplaced: [{ participantId: 'p4', code: 'other', cause: { ja: '人数', en: 'size' } }] });
const members = (after: DraftPlan) => after.teams.map((one) => one.members.map((member) => member.participantId));

describe('reseating people in a draft', () => {
  it('moves a person from one team to another and leaves the rest where they were', () => {
    expect(members(reseat(plan(), [{ participantId: 'p1', teamId: 'b', pinned: false }]))).toEqual([['p2'], ['p3', 'p1']]);
  });

  it('forgets score and reasons only of the teams whose members change', () => {
    const after = reseat({ ...plan(), teams: [...plan().teams, team('c', 'p9')] }, [{ participantId: 'p1', teamId: 'b', pinned: false }]);
    expect(after.teams.map((one) => one.score)).toEqual([null, null, 1]);
    expect(after.teams[2].reasons).toHaveLength(1);
  });

  it('takes a person out of all teams with a cause, and seats an unplaced one', () => {
    const after = reseat(plan(), [{ participantId: 'p3', teamId: null, pinned: false }, { participantId: 'p4', teamId: 'a', pinned: true }]);
    expect(after.unplaced.map((one) => one.participantId)).toEqual(['p3']);
    expect(after.unplaced[0].cause.ja).not.toBe('');
    expect(seatOf(after, 'p4')).toEqual({ participantId: 'p4', teamId: 'a', pinned: true });
  });

  it('goes back to the same seats when the seats before are applied again', () => {
    const before = seatsOf(plan());
    const after = reseat(plan(), [{ participantId: 'p1', teamId: 'b', pinned: true }, { participantId: 'p2', teamId: null, pinned: false }]);
    const places = (one: DraftPlan) => new Map(seatsOf(one).map((seat) => [seat.participantId, `${seat.teamId} ${seat.pinned}`]));
    expect(places(reseat(after, before))).toEqual(places(plan()));
  });

  it('brings back a team that a later run did without, so that nobody of it loses their seat', () => {
    const before: DraftPlan = { teams: [team('a', 'p1'), { ...team('b', 'p2', 'p3'), number: 2 }], unplaced: [] };
    const after: DraftPlan = { teams: [team('a', 'p1', 'p2', 'p3')], unplaced: [] };
    const back = reseat(after, seatsOf(before));
    expect(seatsOf(back)).toEqual(seatsOf(before));
    expect(back.teams.map(({ id, number, name }) => [id, number, name])).toEqual([['a', 1, 'a'], ['b', 2, 'チーム2']]);
    expect(back.unplaced).toEqual([]);
  });

  it('never brings back somebody who has been erased from the plan', () => {
    const after = reseat({ ...plan(), unplaced: [] }, [{ participantId: 'p4', teamId: 'a', pinned: false }]);
    expect(seatsOf(after).map((seat) => seat.participantId)).toEqual(['p1', 'p2', 'p3']);
  });

  it('keeps everybody exactly once', () => {
    const after = reseat(plan(), [{ participantId: 'p1', teamId: 'unknown', pinned: false }]);
    expect(seatsOf(after).map((seat) => seat.participantId).sort()).toEqual(['p1', 'p2', 'p3', 'p4']);
  });
});

describe('what is left of a step once others have moved people', () => {
  const from = [{ participantId: 'p1', teamId: 'b', pinned: true }, { participantId: 'p2', teamId: 'b', pinned: false }];
  const to = [{ participantId: 'p1', teamId: 'a', pinned: false }, { participantId: 'p2', teamId: 'a', pinned: false }];

  it('is the seats of people who still sit where the step put them', () => {
    const moved = reseat(plan(), [from[0], { participantId: 'p2', teamId: null, pinned: false }]);
    expect(stillStanding(moved, from, to)).toEqual([to[0]]);
  });

  it('is nothing of people who are gone or whose pin somebody took', () => {
    expect(stillStanding(reseat(plan(), [{ ...from[0], pinned: false }]), from, [to[0]])).toEqual([]);
    expect(stillStanding({ teams: [], unplaced: [] }, from, to)).toEqual([]);
  });

  it('is what teams were called before a new run, also of a team that the run did without', () => {
    const before: DraftPlan = { teams: [{ ...team('a', 'p1'), name: '見守り' }, { ...team('b', 'p2'), name: '料理' }], unplaced: [] };
    const after: DraftPlan = { teams: [team('a', 'p1', 'p2')], unplaced: [] };
    const back = put(after, stillStanding(after, partsOf(after), partsOf(before)));
    expect(back.teams.map(({ name }) => name)).toEqual(['見守り', '料理']);
    const renamed = put(after, [{ teamId: 'a', name: '海の会' }]);
    expect(put(renamed, stillStanding(renamed, partsOf(after), partsOf(before))).teams.map(({ name }) => name)).toEqual(['海の会', '料理']);
  });

  it('is the mark that a team still bears, whatever else has been put on it', () => {
    const [locked, open] = [{ teamId: 'a', locked: true }, { teamId: 'a', locked: false }];
    const after = put(put(plan(), [locked]), [{ teamId: 'a', name: '海の会' }]);
    expect(stillStanding(after, [locked], [open])).toEqual([open]);
    expect(stillStanding(after, [{ teamId: 'a', name: '山の会' }], [{ teamId: 'a', name: 'a' }])).toEqual([]);
    expect(stillStanding({ teams: [], unplaced: [] }, [locked], [open])).toEqual([]);
  });
});

describe('marks on teams', () => {
  it('are put beside each other and beside seats, and leave score and reasons', () => {
    const after = put(plan(), [{ teamId: 'b', name: '海の会' }, { teamId: 'b', locked: true }, { participantId: 'p4', teamId: 'a', pinned: true }]);
    expect(after.teams[1]).toEqual({ ...plan().teams[1], name: '海の会', locked: true });
    expect(seatOf(after, 'p4')).toMatchObject({ teamId: 'a' });
    expect(standing(after, [{ teamId: 'b', name: '' }, { teamId: 'gone', locked: true }])).toEqual([{ teamId: 'b', name: '海の会' }]);
  });
});

describe('what a hand has decided, for another plan', () => {
  const unnamed = (): DraftPlan => ({ teams: [{ ...team('a', 'p1', 'p2'), name: 'チーム1' }, { ...team('b', 'p3'), number: 2, name: '司会', slot: '司会' }], unplaced: [] });
  const changed = (change: Partial<DraftPlan['teams'][number]>): DraftPlan => ({ ...unnamed(), teams: [{ ...unnamed().teams[0], ...change }, unnamed().teams[1]] });
  const newId = () => 'new';

  it('is nothing where nobody is pinned, no team locked, and none has another name than its number or the rules give it', () => {
    expect(heldIn(unnamed(), newId)).toBeUndefined();
  });

  it.each([[{ locked: true }], [{ name: '海の会' }], [{ members: [{ participantId: 'p1', pinned: true }] }]])('is the whole plan, its teams under other ids, once there is %j', (change) => {
    expect(heldIn(changed(change), newId)).toEqual({ ...changed(change), teams: changed(change).teams.map((one) => ({ ...one, id: 'new' })) });
  });
});
