import { Inject, Injectable } from '@nestjs/common';
import { Problem, streamId, type HttpAnswers, type MemberRole, type PhoneState, type Positions, type Snapshot, type StreamId } from '@tsunagu/contracts';
import {
  Database, findEventByWall, findParticipant, lastNumbers, readCandidates, readEventCard, readFree, readHellos, readJackets, readMe, readPeople, readFoundedTeamOf, readFoundedTeams, readFoundedTeamsFor, readKnown, readPersonReports, readProposal, readProposals, readRepair, readRoom, readSettings, readStatements, readTeamOf, readTeams, readUnplaced, readWords,
  type Transaction,
} from '@tsunagu/storage';
import type { ParticipantCaller } from '../access/caller.js';
import { allows } from '../access/roles.js';
import { qrSvg } from '../events/qr.js';
import { PAGE_ORIGIN } from '../page-origin.js';

const seesReports = (role: MemberRole): boolean => allows(role, 'settlePersonReport');
export const phoneStreams = (eventId: string, participantId: string): StreamId[] => [streamId('event', eventId), streamId('phones', eventId), streamId('participant', participantId)];
export const consoleStreams = (eventId: string, role: MemberRole): StreamId[] => [streamId('event', eventId), streamId('console', eventId), ...(seesReports(role) ? [streamId('reports', eventId)] : [])];
export const wallStreams = (eventId: string): StreamId[] => [streamId('event', eventId)];

/** The whole state of a client at one moment, with the numbers of the last events it includes. */
@Injectable()
export class SnapshotsService {
  constructor(private readonly database: Database, @Inject(PAGE_ORIGIN) private readonly origin: string) {}

  async phone(me: ParticipantCaller): Promise<Snapshot<PhoneState>> {
    return this.database.snapshot(async (tx) => {
      if (!await findParticipant(tx, me.eventId, me.participantId)) throw new Problem('access.not_joined');
      return { positions: await this.positions(tx, phoneStreams(me.eventId, me.participantId)), state: await this.phoneState(tx, me) };
    });
  }

  /** As far as somebody in this role may know it. */
  async console(eventId: string, role: MemberRole): Promise<Omit<HttpAnswers['readConsole'], 'organiserId' | 'role'>> {
    const snapshot = await this.database.snapshot(async (tx) => ({
      positions: await this.positions(tx, consoleStreams(eventId, role)),
      state: {
        event: await readSettings(tx, eventId), words: await readWords(tx, eventId), room: await readRoom(tx, eventId), people: await readPeople(tx, eventId),
        proposal: await readProposal(tx, eventId), proposals: await readProposals(tx, eventId), foundedTeams: await readFoundedTeams(tx, eventId), repair: await readRepair(tx, eventId), teams: await readTeams(tx, eventId), unplaced: await readUnplaced(tx, eventId),
        personReports: seesReports(role) ? await readPersonReports(tx, eventId) : [],
      },
    }));
    const { joinCode, wallSecret } = snapshot.state.event;
    return { ...snapshot, links: { ...await this.joinLinks(joinCode), wall: `${this.origin}/wall/${wallSecret}` } };
  }

  /** @throws Problem request.not_found for an unknown address */
  async wall(secret: string): Promise<HttpAnswers['readWall']> {
    const snapshot = await this.database.snapshot(async (tx) => {
      const event = await findEventByWall(tx, secret);
      if (!event || event.erasedAt) throw new Problem('request.not_found');
      return {
        positions: await this.positions(tx, wallStreams(event.id)),
        state: { title: event.title, joinCode: event.joinCode, state: event.state, teamsAt: event.teamsAt?.toISOString() ?? null, room: await readRoom(tx, event.id) },
      };
    });
    return { ...snapshot, links: await this.joinLinks(snapshot.state.joinCode) };
  }

  private async joinLinks(joinCode: string): Promise<{ join: string; joinQrSvg: string }> {
    const join = `${this.origin}/j/${joinCode}`;
    return { join, joinQrSvg: await qrSvg(join) };
  }

  private positions(tx: Transaction, streams: StreamId[]): Promise<Positions> {
    return lastNumbers(tx, streams);
  }

  private async phoneState(tx: Transaction, { eventId, participantId: id }: ParticipantCaller): Promise<PhoneState> {
    const event = await readEventCard(tx, eventId);
    return {
      event, room: await readRoom(tx, eventId), me: await readMe(tx, id, { withText: true }), statements: await readStatements(tx, id), jackets: await readJackets(tx, id),
      candidates: await readCandidates(tx, id), hellos: await readHellos(tx, id), free: await readFree(tx, eventId, id), team: await readTeamOf(tx, id), foundedTeam: await readFoundedTeamOf(tx, id), foundedTeams: await readFoundedTeamsFor(tx, eventId, id), known: await readKnown(tx, id), erased: false,
    };
  }
}
