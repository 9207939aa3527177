// How the console and the wall follow what happens: apart from the phone's, which loads neither.
import type { LiveEvent, LivePayloads } from './live-events.js';
import type { ConsoleState, PersonView, TeamView, WallState } from './views.js';

/** The order of people on the console, by the milliseconds that are pushed: the store knows finer ones. */
export const byJoining = (a: PersonView, b: PersonView): number => (a.joinedAt < b.joinedAt ? -1 : a.joinedAt > b.joinedAt ? 1 : a.id < b.id ? -1 : 1);

/** The published teams, in their order, once some of them are as told. */
const withSome = (old: TeamView[], { ids, teams }: LivePayloads['some-teams.changed']): TeamView[] =>
  [...old.filter(({ id }) => !ids.includes(id)), ...teams].sort((a, b) => a.number - b.number);

/** The console's state after one event. */
export function applyToConsole(state: ConsoleState, { type, payload }: LiveEvent): ConsoleState {
  switch (type) {
    case 'room.changed': return { ...state, room: payload.room };
    case 'settings.changed': return { ...state, event: payload.event };
    case 'words.changed': return { ...state, words: payload.words };
    case 'person.changed': return { ...state, people: [...state.people.filter((p) => p.id !== payload.person.id), payload.person].sort(byJoining) };
    case 'person.removed': return { ...state, people: state.people.filter((p) => p.id !== payload.participantId) };
    case 'proposal.changed': return { ...state, proposal: payload.proposal, proposals: payload.proposals };
    case 'founded-teams.changed': return { ...state, foundedTeams: payload.foundedTeams };
    case 'repair.changed': return { ...state, repair: payload.repair };
    case 'person-reports.changed': return { ...state, personReports: payload.personReports };
    case 'teams.changed': return { ...state, teams: payload.teams, unplaced: payload.unplaced };
    case 'some-teams.changed': return { ...state, teams: withSome(state.teams, payload) };
    case 'seats.changed': return { ...state, teams: withSome(state.teams, payload), unplaced: payload.unplaced };
    default: return state;
  }
}

/** The wall's state after one event. */
export function applyToWall(state: WallState, { type, payload }: LiveEvent): WallState {
  switch (type) {
    case 'event.changed': return { ...state, title: payload.event.title, state: payload.event.state, teamsAt: payload.event.teamsAt };
    case 'room.changed': return { ...state, room: payload.room };
    default: return state;
  }
}
