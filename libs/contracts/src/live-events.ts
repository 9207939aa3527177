import type { FoundedTeamView, ProposalSummary, ProposalView, RepairView, Unplaced } from './team-views.js';
import type {
  CandidateView, EventCard, EventSettings, EventWordView, FreePerson, HellosView, JacketView, MeView, PersonReportView, PersonView, PhoneState, RoomView, StatementView, TeamView,
} from './views.js';

/**
 * Streams of the log. A client follows `event` + `phones` + `participant` (phone), `event` + `console` (organiser), with
 * `reports` where their role may see to them, or `event` (wall). `phones` holds what participants learn of each other;
 * `outside` holds what other services may learn.
 */
export type StreamKind = 'event' | 'phones' | 'console' | 'reports' | 'participant' | 'outside';
export type StreamId = `${StreamKind}:${string}`;
export const streamId = (kind: StreamKind, id: string): StreamId => `${kind}:${id}`;

/** Numbered pushes: event name → payload. Each carries the new value of one part of the client's state. */
export interface LivePayloads {
  // event:<id>
  'event.changed': { event: EventCard };
  'room.changed': { room: RoomView };
  /** everything about its people is erased: whatever a page holds of it is to be forgotten */
  'event.erased': Record<string, never>;
  // phones:<id>
  'free.changed': { participantId: string; free: { place: string; until: string } | null };
  /** what others may be known of is not the same for everybody: whoever follows fetches what they may know, and learns not whose it is */
  'look-again': Record<string, never>;
  // phones:<id>, console:<id>
  'founded-teams.changed': { foundedTeams: FoundedTeamView[] };
  // participant:<id>
  'me.changed': { me: MeView };
  'statements.changed': { revision: number; statements: StatementView[] };
  'jackets.changed': { jackets: JacketView[] };
  'candidates.changed': { candidates: CandidateView[] };
  'hellos.changed': { hellos: HellosView };
  'team.changed': { team: TeamView | null };
  'founded-team.changed': { foundedTeam: FoundedTeamView | null };
  'known.changed': { known: string[] };
  'me.erased': Record<string, never>;
  /** the organisers have ended this person's browsers: whoever follows with one is cut off and refused */
  'me.signed-out': Record<string, never>;
  // console:<id>
  'settings.changed': { event: EventSettings };
  /** who works on the event, what they may do, or where they are signed in: whoever may do something else now is cut off, and comes back as who they are */
  'members.changed': Record<string, never>;
  'words.changed': { words: EventWordView[] };
  'person.changed': { person: PersonView };
  'person.removed': { participantId: string };
  'proposal.changed': { proposal: ProposalView | null; proposals: ProposalSummary[] };
  'repair.changed': { repair: RepairView | null };
  /** somebody asks what a move would do; changes nothing */
  'preview.asked': Record<string, never>;
  /** what published teams are told of themselves is to be worked out anew; changes nothing yet */
  'reasons.asked': Record<string, never>;
  'teams.changed': { teams: TeamView[]; unplaced: Unplaced[] };
  /** these published teams and no other, as they are now: one of `ids` that is not among `teams` has ended */
  'some-teams.changed': { ids: string[]; teams: TeamView[] };
  /** the same, where who sits in them has changed, and so who has no seat */
  'seats.changed': { ids: string[]; teams: TeamView[]; unplaced: Unplaced[] };
  // reports:<id>
  'person-reports.changed': { personReports: PersonReportView[] };
  // any stream: a row whose content was erased; moves the number on and changes nothing
  erased: Record<string, never>;
}
export type LiveType = keyof LivePayloads;
export type LiveEvent = { [T in LiveType]: { stream: StreamId; seq: number; type: T; payload: LivePayloads[T] } }[LiveType];

/** How a team run goes; `objective` is of the best plan so far, null while it breaks a rule. */
export interface RunProgress { proposalId: string; elapsedMs: number; limitMs: number; objective: number | null }

/** What moving a person of a draft would do, for who drags a card or opens its menu. */
export interface MovePreview {
  proposalId: string;
  version: number;
  participantId: string;
  /** the wishes that `effects` tells of */
  wishes: string[];
  /** for each team of the draft in its order, and last for no seat: changes of the objective, of the people by whom rules are broken, and of each wish */
  effects: [objective: number, broken: number, ...wishes: number[]][];
}

/** Unnumbered: shown while it lasts, never logged. */
export type Progress = RunProgress | MovePreview;

/** Positions in the streams of a snapshot: the number of the last event it includes. */
export type Positions = Record<StreamId, number>;
export interface Snapshot<State> { positions: Positions; state: State }

/** What a client asks for when it connects; the server chooses streams and rooms from the token. */
export type LiveHello =
  | { as: 'participant'; eventId: string; since?: Positions }
  | { as: 'console'; eventId: string; since?: Positions }
  | { as: 'wall'; secret: string; since?: Positions };

/** `behind`: too old to catch up; fetch a snapshot. `again`: refused for now; ask again a little later. */
export type LiveWelcome = { ok: true } | { ok: false; behind: true } | { ok: false; behind: false; code: string; again: boolean };

/** Socket events. Client → server: `follow`. Server → client: `live`, `progress`. */
export interface ServerToClient {
  live: (event: LiveEvent) => void;
  progress: (progress: Progress) => void;
}
export interface ClientToServer {
  follow: (hello: LiveHello, reply: (welcome: LiveWelcome) => void) => void;
}

const sameIntroduction = (old: MeView, fresh: MeView): MeView =>
  old.introduction.text !== undefined && old.introduction.revision === fresh.introduction.revision
    ? { ...fresh, introduction: { ...fresh.introduction, text: old.introduction.text } }
    : fresh;

const changeFree = (people: FreePerson[], { participantId, free }: LivePayloads['free.changed']): FreePerson[] =>
  [...people.filter((one) => one.participantId !== participantId), ...(free ? [{ participantId, ...free }] : [])];

/** The phone's state after one event. A newer introduction from another device arrives without text: fetch it then. */
export function applyToPhone(state: PhoneState, { type, payload }: LiveEvent): PhoneState {
  switch (type) {
    // what comes under the name that it has in the state
    case 'event.changed': case 'room.changed': case 'jackets.changed': case 'candidates.changed': case 'hellos.changed': case 'team.changed': case 'founded-team.changed': case 'founded-teams.changed': case 'known.changed':
      return { ...state, ...payload };
    case 'me.changed': return { ...state, me: sameIntroduction(state.me, payload.me) };
    case 'statements.changed': return { ...state, statements: payload.statements };
    case 'free.changed': return { ...state, free: changeFree(state.free, payload) };
    case 'me.erased': return { ...state, erased: true };
    default: return state;
  }
}

export type Received<State> = { outcome: 'applied' | 'repeated' | 'gap'; snapshot: Snapshot<State> };

/** Takes one numbered event: applies the next one, drops a repeat, and reports a gap (then ask `since=` the positions). */
export function receive<State>(snapshot: Snapshot<State>, event: LiveEvent, apply: (state: State, event: LiveEvent) => State): Received<State> {
  const last = snapshot.positions[event.stream];
  if (last === undefined || event.seq <= last) return { outcome: 'repeated', snapshot };
  if (event.seq > last + 1) return { outcome: 'gap', snapshot };
  return { outcome: 'applied', snapshot: { positions: { ...snapshot.positions, [event.stream]: event.seq }, state: apply(snapshot.state, event) } };
}
