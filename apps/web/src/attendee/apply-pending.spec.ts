import { describe, expect, it } from '@jest/globals';
import type { PhoneState, StatementView } from '@tsunagu/contracts';
import type { Outgoing } from '../live/outbox.js';
import { applyPending, isWaiting } from './apply-pending.js';

const statement = (id: string, label: string): StatementView => ({ id, kind: 'skill', label, concept: label, role: null, score: 1, evidence: [], byHand: false, hidden: false });
const state = {
  me: { nickname: 'はな', paused: false, left: false, reading: 'read', introduction: { revision: 2, shown: true, text: '前の文' }, contact: { text: '', shared: false } },
  statements: [statement('1', '写真'), statement('2', '会計')], hellos: { sent: ['a'], mutual: [] }, known: ['k'], jackets: [], room: { cloud: [{ label: '料理', en: 'cooking' }] },
} as unknown as PhoneState;
const change = (name: Outgoing['name'], params: Record<string, string>, body?: unknown): Outgoing => ({ key: `${name}-${Math.random()}`, by: 'me', at: 0, name, params, body, sent: false });
const labels = (shown: PhoneState): string[] => shown.statements.map(({ label }) => label);

describe('changes on their way', () => {
  it('show a removed tag as gone', () => {
    expect(labels(applyPending(state, [change('changeTag', { tagId: '1' }, { removed: true })]))).toEqual(['会計']);
  });

  it('show a tag again whose removal was undone before either was sent', () => {
    const items = [change('changeTag', { tagId: '1' }, { removed: true }), change('changeTag', { tagId: '1' }, { removed: false })];
    expect(labels(applyPending(state, items))).toEqual(['写真', '会計']);
  });

  it('keep a tag removed that was removed, restored and removed again', () => {
    const items = [true, false, true].map((removed) => change('changeTag', { tagId: '1' }, { removed }));
    expect(labels(applyPending(state, items))).toEqual(['会計']);
  });

  it('show somebody again whom I avoided and met again before either was sent, and nobody as avoided whom I meet again', () => {
    const meeting = { ...state, me: { ...state.me, avoided: [{ participantId: 'z' }] }, candidates: [{ participantId: 'b' }, { participantId: 'c' }] } as unknown as PhoneState;
    const avoid = change('avoid', { participantId: 'b' }, {});
    const shown = (...items: Outgoing[]) => applyPending(meeting, items).candidates.map((one) => one.participantId);
    expect(shown(avoid)).toEqual(['c']);
    expect(shown(avoid, change('stopAvoiding', { participantId: 'b' }))).toEqual(['b', 'c']);
    expect(shown(avoid, change('stopAvoiding', { participantId: 'c' }))).toEqual(['c']);
    expect(applyPending(meeting, [change('stopAvoiding', { participantId: 'z' })]).me.avoided).toEqual([]);
  });

  it('show whom I said I know, and whom no more', () => {
    expect(applyPending(state, [change('sayKnown', { participantId: 'b' }), change('takeKnownBack', { participantId: 'k' })]).known).toEqual(['b']);
  });

  it('show an added tag as waiting, and once only when its push has come', () => {
    const add = change('addTag', {}, { label: '料理', kind: 'skill' });
    expect(applyPending(state, [add]).statements.at(-1)).toMatchObject({ label: '料理', en: 'cooking' });
    const waiting = applyPending(state, [add]);
    expect(isWaiting(waiting.statements.at(-1)!)).toBe(true);
    const arrived = { ...state, statements: [...state.statements, statement('3', '料理')] };
    expect(labels(applyPending(arrived, [add]))).toEqual(['写真', '会計', '料理']);
  });

  it('show an added card as waiting, and once only when its push has come', () => {
    const add = change('addJacket', {}, { title: '来街者数', description: '日別', sharing: 'open' });
    const waiting = applyPending(state, [add]).jackets;
    expect(waiting).toMatchObject([{ title: '来街者数', description: '日別', sharing: 'open', proposed: false }]);
    expect(isWaiting(waiting[0]!)).toBe(true);
    const arrived = { ...state, jackets: [{ ...waiting[0]!, id: 'j' }] };
    expect(applyPending(arrived, [add])).toBe(arrived);
  });

  it('show whether a service outside may read the introduction', () => {
    const asked = { ...state, me: { ...state.me, textLeavesTo: [] } } as PhoneState;
    const agreed = applyPending(asked, [change('letTextLeave', {}, { host: 'models.example', language: 'ja' })]);
    expect(agreed.me.textLeavesTo).toEqual(['models.example']);
    expect(applyPending(agreed, [change('keepTextHere', {})]).me.textLeavesTo).toEqual([]);
  });

  it('show who joins a team that others have formed as its member, where it has a seat, and once only', () => {
    const team = { id: 'f', name: '路地班', seats: 2, members: [{ participantId: 'a', nickname: 'あお' }], wants: [], version: 1 };
    const looking = { ...state, me: { ...state.me, id: 'me' }, foundedTeam: null, foundedTeams: [team, { ...team, id: 'full', seats: 1 }] } as unknown as PhoneState;
    const join = (foundedTeamId: string) => change('joinFoundedTeam', { foundedTeamId });
    const joined = applyPending(looking, [join('f')]);
    expect(joined.foundedTeam).toEqual({ ...team, members: [...team.members, { participantId: 'me', nickname: 'はな' }] });
    expect(applyPending(joined, [join('f')])).toBe(joined);
    expect(applyPending(looking, [join('full')])).toBe(looking);
    expect(applyPending(looking, [join('f'), change('leaveFoundedTeam', {})]).foundedTeam).toBeNull();
  });

  it('show a rewritten introduction as being read, and give way to a newer revision', () => {
    const write = change('writeIntroduction', {}, { text: '新しい文', shown: false, basedOn: 2 });
    expect(applyPending(state, [write]).me).toMatchObject({ reading: 'reading', introduction: { revision: 3, shown: false, text: '新しい文' } });
    const newer = { ...state, me: { ...state.me, introduction: { revision: 3, shown: false, text: '新しい文' } } };
    expect(applyPending(newer, [write]).me.reading).toBe('read');
  });

  it('show hellos said and taken back', () => {
    const items = [change('sayHello', { participantId: 'b' }), change('takeHelloBack', { participantId: 'a' })];
    expect(applyPending(state, items).hellos.sent).toEqual(['b']);
  });

  it('show a pair that is taken back as none', () => {
    const pair = { ...state, hellos: { sent: ['a'], mutual: [{ participantId: 'a', nickname: 'あ', at: '' }] } };
    expect(applyPending(pair, [change('takeHelloBack', { participantId: 'a' })]).hellos).toEqual({ sent: [], mutual: [] });
  });

  it('show a seat that is passed on as declined, without the team', () => {
    expect(applyPending({ ...state, team: { id: 't' } } as PhoneState, [change('answerSeat', {}, { accepted: false })])).toMatchObject({ me: { declined: true }, team: null });
  });

  it('show an answer about another team’s seat as none', () => {
    const seated = { ...state, team: { id: 'u', members: [] } } as unknown as PhoneState;
    expect(applyPending(seated, [change('answerSeat', {}, { accepted: false, teamId: 't' })])).toBe(seated);
    expect(applyPending(seated, [change('answerSeat', {}, { accepted: false, teamId: 'u' })]).team).toBeNull();
  });

  it.each<[Outgoing['name'], object, object]>([
    ['changeTeam', { goal: '灯台', version: 1 }, { goal: '灯台', version: 2 }], ['callFacilitator', { calling: true }, { calledAt: expect.any(String) }], ['answerAboutTeam', { rating: 'poor' }, { mine: { rating: 'poor' } }],
  ])('show %s in the team that it was meant for alone: versions begin anew with each', (name, body, shown) => {
    const seated = { ...state, team: { id: 'u', version: 1, goal: '', calledAt: null, mine: { rating: null } } } as unknown as PhoneState;
    expect(applyPending(seated, [change(name, {}, { ...body, teamId: 't' })])).toBe(seated);
    expect(applyPending(seated, [change(name, {}, { ...body, teamId: 'u' })]).team).toMatchObject(shown);
  });

  it('show who leaves as gone from their team, and as back again', () => {
    const seated = { ...state, team: { id: 't' } } as PhoneState;
    expect(applyPending(seated, [change('setPresence', {}, { left: true })])).toMatchObject({ me: { left: true, paused: false }, team: null });
    expect(applyPending({ ...state, me: { ...state.me, left: true } }, [change('setPresence', {}, { left: false })]).me.left).toBe(false);
  });

  it('show a team’s plan as saved, each save on top of the one before, and give way to a teammate’s', () => {
    const team = { id: 't', version: 4, goal: '', nextDate: '' };
    const items = [change('changeTeam', {}, { goal: '最初', version: 4 }), change('changeTeam', {}, { goal: '直した', version: 5 })];
    const shown = (told: object) => applyPending({ ...state, team: told } as PhoneState, items).team;
    expect(shown(team)).toEqual({ ...team, version: 6, goal: '直した' });
    expect(shown({ ...team, version: 5, goal: '最初' })).toMatchObject({ version: 6, goal: '直した' });
    expect(shown({ ...team, version: 7, goal: '仲間の' })).toMatchObject({ version: 7, goal: '仲間の' });
  });

  it('leave the told state as it is', () => {
    applyPending(state, [change('changeTag', { tagId: '1' }, { removed: true }), change('changeProfile', {}, { nickname: 'x' })]);
    expect(labels(state)).toEqual(['写真', '会計']);
    expect(state.me.nickname).toBe('はな');
  });
});
