import type { EntityManager } from 'typeorm';
import { streamId, type JobOrder, type OutsidePayload, type OutsideType } from '@tsunagu/contracts';
import { SeatEntity, type EventEntity } from '../entities/index.js';
import type { Transaction } from '../database.js';
import { areApartFromAnybody } from '../repositories/avoided.repository.js';
import { endHellosInTeams } from '../repositories/hellos.repository.js';
import { readWords } from '../repositories/event-words.repository.js';
import { readEventCard, readSettings, readRoom } from '../views/event-views.js';
import { readCandidatesOf, readHellos, readJackets, readMes, readPersons, readStatements } from '../views/profile-views.js';
import { readFoundedTeamOf, readFoundedTeams, readFoundedTeamsForAll } from '../views/founded-team-views.js';
import { readProposal, readProposals, readRepair } from '../views/proposal-views.js';
import { readTeams, readTeamsOf, readUnplaced } from '../views/team-views.js';
import { readKnown } from '../repositories/acquaintances.repository.js';
import { readPersonReports } from '../repositories/person-reports.repository.js';
import { entry, entryOf, type Entry } from './log.js';

/** Read for all whom a step concerns at once, each told their own. */
const told = <View, Content>(views: Map<string, View>, content: (view: View) => Content): Map<string, Content> => new Map([...views].map(([id, view]) => [id, content(view)]));
const allMes = async (m: EntityManager, ids: string[]) => told(await readMes(m, ids, { withText: false }), (me) => ({ me }));
const allCandidates = async (m: EntityManager, ids: string[]) => told(await readCandidatesOf(m, ids), (candidates) => ({ candidates }));
const allTeams = async (m: EntityManager, ids: string[]) => told(await readTeamsOf(m, ids), (team) => ({ team }));
const allPersons = async (m: EntityManager, ids: string[]) => told(await readPersons(m, ids), (person) => ({ person }));

// One constructor a kind of push: what is told and to whom. Whose ids stand in a payload is found when it is written.

export const tellMe = (participantId: string, job?: JobOrder): Entry =>
  entryOf(allMes, participantId, { stream: streamId('participant', participantId), type: 'me.changed', about: [participantId], job });

/** Cuts off every browser of a person, whose tokens have just ended. */
export const tellSignedOut = (participantId: string): Entry =>
  entry({ stream: streamId('participant', participantId), type: 'me.signed-out', about: [], payload: () => ({}) });

export const tellStatements = (participantId: string, revision: number, job?: JobOrder): Entry =>
  entry({ stream: streamId('participant', participantId), type: 'statements.changed', about: [participantId], job, payload: async (m) => ({ revision, statements: await readStatements(m, participantId) }) });

export const tellJackets = (participantId: string, job?: JobOrder): Entry =>
  entry({ stream: streamId('participant', participantId), type: 'jackets.changed', about: [participantId], job, payload: async (m) => ({ jackets: await readJackets(m, participantId) }) });

export const tellCandidates = (participantId: string, job?: JobOrder): Entry =>
  entryOf(allCandidates, participantId, { stream: streamId('participant', participantId), type: 'candidates.changed', about: [participantId], job });

export const tellHellos = (participantId: string, job?: JobOrder): Entry =>
  entry({ stream: streamId('participant', participantId), type: 'hellos.changed', about: [participantId], job, payload: async (m) => ({ hellos: await readHellos(m, participantId) }) });

/** Tells those whose unanswered 会いたい has ended because the two now sit in one team. Call it after seats have been taken. */
export const endHellosOfTeams = async (tx: Transaction, eventId: string): Promise<Entry[]> => (await endHellosInTeams(tx, eventId)).map((id) => tellHellos(id));

/** Tells every phone of the event who became free to talk, or no longer is: by name only where everybody may know of that person. */
export const tellFree = (eventId: string, participantId: string, free: { place: string; until: string } | null): Entry =>
  entry({ stream: streamId('phones', eventId), type: 'free.changed', about: [participantId], payload: async (m) => (await areApartFromAnybody(m, [participantId]) ? null : { participantId, free }) });

/** Tells every phone of the event that what it may know of others has changed, not whose. */
export const tellLookAgain = (eventId: string): Entry =>
  entry({ stream: streamId('phones', eventId), type: 'look-again', about: [], payload: () => ({}) });

export const tellTeam = (participantId: string, job?: JobOrder): Entry =>
  entryOf(allTeams, participantId, { stream: streamId('participant', participantId), type: 'team.changed', about: [participantId], job });

export const tellPerson = (eventId: string, participantId: string, job?: JobOrder): Entry =>
  entryOf(allPersons, participantId, { stream: streamId('console', eventId), type: 'person.changed', about: [participantId], job });

export const tellProposal = (eventId: string, job?: JobOrder): Entry =>
  entry({ stream: streamId('console', eventId), type: 'proposal.changed', about: [], job, payload: async (m) => ({ proposal: await readProposal(m, eventId), proposals: await readProposals(m, eventId) }) });

export const tellPreviewAsked = (eventId: string, job: JobOrder): Entry =>
  entry({ stream: streamId('console', eventId), type: 'preview.asked', about: [], job, payload: () => ({}) });

export const tellRepair = (eventId: string, job?: JobOrder): Entry =>
  entry({ stream: streamId('console', eventId), type: 'repair.changed', about: [], job, payload: async (m) => ({ repair: await readRepair(m, eventId) }) });

export const tellPersonReports = (eventId: string): Entry =>
  entry({ stream: streamId('reports', eventId), type: 'person-reports.changed', about: [], payload: async (m) => ({ personReports: await readPersonReports(m, eventId) }) });

/** Tells organisers and every phone, where others may join. */
export const tellFoundedTeams = (eventId: string): Entry[] => [
  entry({ stream: streamId('console', eventId), type: 'founded-teams.changed', about: [], payload: async (m) => ({ foundedTeams: await readFoundedTeams(m, eventId) }) }),
  entry({ stream: streamId('phones', eventId), type: 'founded-teams.changed', about: [], payload: async (m) => {
    const foundedTeams = await readFoundedTeamsForAll(m, eventId);
    return foundedTeams && { foundedTeams };
  } }),
];

export const tellFoundedTeam = (participantId: string): Entry =>
  entry({ stream: streamId('participant', participantId), type: 'founded-team.changed', about: [participantId], payload: async (m) => ({ foundedTeam: await readFoundedTeamOf(m, participantId) }) });

export const tellKnown = (participantId: string, job?: JobOrder): Entry =>
  entry({ stream: streamId('participant', participantId), type: 'known.changed', about: [participantId], job, payload: async (m) => ({ known: await readKnown(m, participantId) }) });

/** Tells the console of all published teams: after a step over many. What concerns one of them is told by less, since every console, and every step that waits for this one, would read them all. */
export const tellTeams = (eventId: string, job?: JobOrder): Entry =>
  entry({ stream: streamId('console', eventId), type: 'teams.changed', about: [], job, payload: async (m) => ({ teams: await readTeams(m, eventId), unplaced: await readUnplaced(m, eventId) }) });

/** Tells the console of these published teams, in which nobody has taken or left a seat. */
export const tellSomeTeams = (eventId: string, ids: string[]): Entry =>
  entry({ stream: streamId('console', eventId), type: 'some-teams.changed', about: [], payload: async (m) => ({ ids, teams: await readTeams(m, eventId, ids) }) });

/** Tells the console who sits in these published teams now, and who has no seat; without a team, that alone. */
export const tellSeats = (eventId: string, ids: string[], job?: JobOrder): Entry =>
  entry({ stream: streamId('console', eventId), type: 'seats.changed', about: [], job, payload: async (m) => ({ ids, teams: ids.length ? await readTeams(m, eventId, ids) : [], unplaced: await readUnplaced(m, eventId) }) });

export const tellSettings = (eventId: string): Entry =>
  entry({ stream: streamId('console', eventId), type: 'settings.changed', about: [], payload: async (m) => ({ event: await readSettings(m, eventId) }) });

export const tellMembers = (eventId: string): Entry =>
  entry({ stream: streamId('console', eventId), type: 'members.changed', about: [], payload: () => ({}) });

export const tellWords = (eventId: string): Entry =>
  entry({ stream: streamId('console', eventId), type: 'words.changed', about: [], payload: async (m) => ({ words: await readWords(m, eventId) }) });

export const tellEvent = (eventId: string): Entry =>
  entry({ stream: streamId('event', eventId), type: 'event.changed', about: [], payload: async (m) => ({ event: await readEventCard(m, eventId) }) });

export const tellRoom = (eventId: string): Entry =>
  entry({ stream: streamId('event', eventId), type: 'room.changed', about: [], payload: async (m) => ({ room: await readRoom(m, eventId) }) });

/** Tells those who sit in somebody's published team, them too, and the console by `tell`; nobody without a team. */
async function tellWhereTheySit(manager: EntityManager, participantId: string, tell: (teamId: string) => Entry): Promise<Entry[]> {
  const seat = await manager.findOneBy(SeatEntity, { participantId, active: true });
  if (!seat) return [];
  const members = await manager.findBy(SeatEntity, { teamId: seat.teamId, active: true });
  return [...members.map((one) => tellTeam(one.participantId)), tell(seat.teamId)];
}

/** Tells a team's members, and the console, that something about one of them has changed: not who sits in it. */
export const tellTeamOf = (manager: EntityManager, eventId: string, participantId: string): Promise<Entry[]> =>
  tellWhereTheySit(manager, participantId, (teamId) => tellSomeTeams(eventId, [teamId]));

/** Tells a team's members, and the console, that somebody has sat down in it. */
export const tellSeatOf = (manager: EntityManager, eventId: string, participantId: string): Promise<Entry[]> =>
  tellWhereTheySit(manager, participantId, (teamId) => tellSeats(eventId, [teamId]));

/** Tells other services and webhooks, where the organiser has any; who is named in the payload, by a pseudonym, must be named in `about`. */
export const tellServices = <T extends OutsideType>(event: EventEntity, type: T, about: string[], payload: (manager: EntityManager) => Promise<OutsidePayload<T>> | OutsidePayload<T>): Entry[] =>
  (event.services.length || event.webhooks ? [{ stream: streamId('outside', event.id), type, about, payload } as unknown as Entry] : []);
