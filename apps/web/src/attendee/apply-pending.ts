import { FREE_MS, type HttpBody, type MeView, type PhoneState, type StatementView, type TeamView } from '@tsunagu/contracts';
import type { Outgoing } from '../live/outbox.js';
import { serverNow } from '../live/server-clock.js';

const waitingId = (key: string): string => `waiting:${key}`;
/** Has this tag or card not reached the service yet? */
export const isWaiting = ({ id }: Pick<StatementView, 'id'>): boolean => id.startsWith(waitingId(''));

const changeMe = (state: PhoneState, change: (me: MeView) => MeView): PhoneState => ({ ...state, me: change(state.me) });

function changeStatement(state: PhoneState, id: string, patch: HttpBody<'changeTag'>): PhoneState {
  const { removed, ...rest } = patch;
  const statements = state.statements.flatMap((statement) => (statement.id !== id ? [statement] : removed ? [] : [{ ...statement, ...rest }]));
  return { ...state, statements };
}

function addStatement(state: PhoneState, key: string, { label, kind }: HttpBody<'addTag'>): PhoneState {
  if (state.statements.some((statement) => statement.kind === kind && statement.label === label)) return state;
  const added: StatementView = { id: waitingId(key), kind, label, en: state.room.cloud.find((word) => word.label === label)?.en, concept: label, role: null, score: 1, evidence: [], byHand: true, hidden: false };
  return { ...state, statements: [...state.statements, added] };
}

function writeIntroduction(state: PhoneState, { text, shown, basedOn }: HttpBody<'writeIntroduction'>): PhoneState {
  if (basedOn < state.me.introduction.revision) return state;
  return changeMe(state, (me) => ({ ...me, reading: 'reading', introduction: { text, shown: shown ?? true, revision: basedOn + 1 } }));
}

function changeProfile(state: PhoneState, patch: HttpBody<'changeProfile'>): PhoneState {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return changeMe(state, (me) => ({ ...me, ...given }));
}

function setFree(state: PhoneState, { free, place = '' }: HttpBody<'setFree'>): PhoneState {
  const others = state.free.filter((one) => one.participantId !== state.me.id);
  return { ...state, free: free ? [...others, { participantId: state.me.id, place, until: new Date(serverNow() + FREE_MS).toISOString() }] : others };
}

const takeHelloBack = (state: PhoneState, participantId: string): PhoneState =>
  ({ ...state, hellos: { sent: state.hellos.sent.filter((id) => id !== participantId), mutual: state.hellos.mutual.filter((one) => one.participantId !== participantId) } });

function setPresence(state: PhoneState, presence: HttpBody<'setPresence'>): PhoneState {
  const changed = changeMe(state, (me) => ({ ...me, ...presence }));
  return presence.left ? { ...changed, team: null } : changed;
}

const changeTeam = (state: PhoneState, change: (team: TeamView) => TeamView): PhoneState => ({ ...state, team: state.team && change(state.team) });

/** On top of what it was typed over only, so that the next save goes on top of this one. */
const planTeam = (state: PhoneState, { version, ...plan }: HttpBody<'changeTeam'>): PhoneState => changeTeam(state, (team) => (team.version === version ? { ...team, ...plan, version: version + 1 } : team));

function answerSeat(state: PhoneState, { accepted }: HttpBody<'answerSeat'>): PhoneState {
  if (!accepted) return { ...changeMe(state, (me) => ({ ...me, declined: true })), team: null };
  return changeTeam(state, (team) => ({ ...team, members: team.members.map((one) => (one.participantId === state.me.id ? { ...one, accepted: true } : one)) }));
}

function addJacket(state: PhoneState, key: string, { description = '', ...body }: HttpBody<'addJacket'>): PhoneState {
  if (state.jackets.some((jacket) => !jacket.proposed && jacket.title === body.title && jacket.description === description)) return state;
  return { ...state, jackets: [...state.jackets, { ...body, description, id: waitingId(key), proposed: false }] };
}

/** As a member, where it still has a seat: what the service has told of it may have come before it was sent. */
function joinFoundedTeam(state: PhoneState, id: string): PhoneState {
  const team = state.foundedTeam ? undefined : state.foundedTeams.find((one) => one.id === id && one.members.length < one.seats);
  return team ? { ...state, foundedTeam: { ...team, members: [...team.members, { participantId: state.me.id, nickname: state.me.nickname }] } } : state;
}

function applyOne(state: PhoneState, { key, name, params, body }: Outgoing): PhoneState {
  // what was meant for another team than the present one shows nowhere
  const meant = (body as { teamId?: string } | undefined)?.teamId;
  if (meant && meant !== state.team?.id) return state;
  switch (name) {
    case 'changeTag': return changeStatement(state, params.tagId!, body as HttpBody<'changeTag'>);
    case 'addTag': return addStatement(state, key, body as HttpBody<'addTag'>);
    case 'writeIntroduction': return writeIntroduction(state, body as HttpBody<'writeIntroduction'>);
    case 'changeProfile': return changeProfile(state, body as HttpBody<'changeProfile'>);
    case 'setFree': return setFree(state, body as HttpBody<'setFree'>);
    case 'avoid': return { ...state, candidates: state.candidates.filter((one) => one.participantId !== params.participantId) };
    case 'stopAvoiding': return changeMe(state, (me) => ({ ...me, avoided: me.avoided.filter((one) => one.participantId !== params.participantId) }));
    case 'changeTeam': return planTeam(state, body as HttpBody<'changeTeam'>);
    case 'callFacilitator': return changeTeam(state, (team) => ({ ...team, calledAt: (body as HttpBody<'callFacilitator'>).calling ? team.calledAt ?? new Date(serverNow()).toISOString() : null }));
    case 'answerAboutTeam': return changeTeam(state, (team) => ({ ...team, mine: { ...team.mine!, ...(body as HttpBody<'answerAboutTeam'>) } }));
    case 'answerSeat': return answerSeat(state, body as HttpBody<'answerSeat'>);
    case 'rankThemes': return changeMe(state, (me) => ({ ...me, choices: (body as HttpBody<'rankThemes'>).choices }));
    case 'joinFoundedTeam': return joinFoundedTeam(state, params.foundedTeamId!);
    case 'leaveFoundedTeam': return { ...state, foundedTeam: null };
    case 'letTextLeave': return changeMe(state, (me) => ({ ...me, textLeavesTo: [...new Set([...me.textLeavesTo, (body as HttpBody<'letTextLeave'>).host])] }));
    case 'keepTextHere': return changeMe(state, (me) => ({ ...me, textLeavesTo: [] }));
    case 'setContact': return changeMe(state, (me) => ({ ...me, contact: body as HttpBody<'setContact'> }));
    case 'setPresence': return setPresence(state, body as HttpBody<'setPresence'>);
    case 'sayHello': return { ...state, hellos: { ...state.hellos, sent: [...new Set([...state.hellos.sent, params.participantId!])] } };
    case 'sayKnown': return { ...state, known: [...new Set([...state.known, params.participantId!])] };
    case 'takeKnownBack': return { ...state, known: state.known.filter((id) => id !== params.participantId) };
    case 'takeHelloBack': return takeHelloBack(state, params.participantId!);
    case 'addJacket': return addJacket(state, key, body as HttpBody<'addJacket'>);
    case 'removeJacket': return { ...state, jackets: state.jackets.filter((jacket) => jacket.id !== params.jacketId) };
    case 'changeJacket': return { ...state, jackets: state.jackets.map((jacket) => (jacket.id === params.jacketId ? { ...jacket, ...(body as HttpBody<'changeJacket'>), proposed: false } : jacket)) };
    default: return state;
  }
}

const removes = ({ name, body }: Outgoing): boolean | undefined => (name === 'changeTag' ? (body as HttpBody<'changeTag'>).removed : undefined);

/** Does the later change bring back what the earlier one takes away: a tag, or somebody to meet? */
const undoes = (later: Outgoing, earlier: Outgoing): boolean =>
  removes(later) === false ? removes(earlier) === true && earlier.params.tagId === later.params.tagId
    : later.name === 'stopAvoiding' && earlier.name === 'avoid' && earlier.params.participantId === later.params.participantId;

/** The state as its owner means it: what the service has told, with the changes on their way applied in their order. A later undo wins. */
export const applyPending = (state: PhoneState, items: readonly Outgoing[]): PhoneState =>
  items.filter((item, at) => !items.slice(at + 1).some((later) => undoes(later, item))).reduce(applyOne, state);
