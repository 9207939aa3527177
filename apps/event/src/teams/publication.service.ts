import { Injectable } from '@nestjs/common';
import { Problem, type ReasonView, type Sentence } from '@tsunagu/contracts';
import {
  addTeams, audit, changeProposal, dissolveTeams, findEvent, findParticipant, findProposal, freeSeat, lockTeam, readProposal, readTeamOf, setUnplaced, sqlState, takeSeat,
  tellEvent, tellPerson, tellProposal, tellServices, tellTeam, tellTeamOf, tellTeams, type DraftPlan, type Entry, type EventRow, type PublishedTeam, pseudonym,
} from '@tsunagu/storage';
import type { OrganiserCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';
import type { DraftAt } from './proposals.service.js';

const FREED: Sentence = { ja: '席を離れました。空いているチームに入れます。', en: 'Left their seat. They can join a team with room.' };

/** The question to start with stands apart from the reasons. */
const questionOf = (reasons: ReasonView[]): Sentence | null => reasons.find((reason) => reason.type === 'question')?.text ?? null;

const toPublished = (plan: DraftPlan): PublishedTeam[] => plan.teams.filter((team) => team.members.length).map((team, index) => ({
  id: team.id, number: index + 1, name: team.name, reasons: team.reasons.filter((reason) => reason.type !== 'question'), question: questionOf(team.reasons), members: team.members.map((member) => member.participantId), openSeats: 0,
}));

/** Published teams: everybody sees their own at the same moment, and changes happen only by named steps. */
@Injectable()
export class PublicationService {
  constructor(private readonly changes: Changes) {}

  /** @throws Problem teams.no_draft, edit.conflict, teams.taken */
  publish(organiser: OrganiserCaller, { eventId, proposalId, version }: DraftAt): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      const event = (await findEvent(tx, eventId))!;
      const proposal = await findProposal(tx, eventId, proposalId);
      if (proposal?.status !== 'draft') throw new Problem('teams.no_draft');
      if (await changeProposal(tx, { id: proposalId, version }, { status: 'published' }) === null) throw new Problem('edit.conflict', { current: await readProposal(tx, eventId) });
      const teams = toPublished(proposal.plan);
      const before = await dissolveTeams(tx, eventId);
      await addTeams(tx, eventId, proposalId, teams);
      for (const { participantId, cause } of proposal.plan.unplaced) await setUnplaced(tx, eventId, participantId, cause);
      await audit(tx, { eventId, actor: organiser.login, action: 'teams.published', subject: proposalId, detail: { teams: teams.length } });
      const everybody = new Set([...before, ...teams.flatMap((team) => team.members)]);
      return { result: null, tell: [...[...everybody].map((id) => tellTeam(id)), tellEvent(eventId), tellProposal(eventId), tellTeams(eventId), ...this.outside(event, teams)] };
    });
  }

  /**
   * Seats somebody in a team without moving others; without a team given, the matching service chooses one.
   * @throws Problem teams.taken, request.not_found
   */
  async place(organiser: OrganiserCaller, eventId: string, participantId: string, teamId: string | null): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      if (!await findParticipant(tx, eventId, participantId)) throw new Problem('request.not_found');
      if (teamId === null) return { result: null, tell: [tellPerson(eventId, participantId, { name: 'place-late', data: { eventId, participantId } })] };
      const team = await lockTeam(tx, eventId, teamId);
      if (!team) throw new Problem('request.not_found');
      if (await readTeamOf(tx, participantId)) throw new Problem('teams.taken');
      await takeSeat(tx, team, participantId);
      await audit(tx, { eventId, actor: organiser.login, action: 'team.placed', subject: participantId, detail: { team: team.number } });
      return { result: null, tell: await tellTeamOf(tx, eventId, participantId) };
    }).catch((error: unknown) => {
      if (sqlState(error) === '23505') throw new Problem('teams.taken', { cause: error });
      throw error;
    });
  }

  /** Opens a person's seat; they are listed as unplaced, never silently left out. */
  freeSeat(organiser: OrganiserCaller, eventId: string, participantId: string): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      const members = await freeSeat(tx, eventId, participantId);
      if (!members.length) throw new Problem('request.not_found');
      await setUnplaced(tx, eventId, participantId, FREED);
      await audit(tx, { eventId, actor: organiser.login, action: 'team.seat_freed', subject: participantId });
      return { result: null, tell: [...members.map((id) => tellTeam(id)), tellTeams(eventId)] };
    });
  }

  private outside(event: EventRow, teams: PublishedTeam[]): Entry[] {
    return teams.flatMap((team) => tellServices(event, 'team.published', team.members, () =>
      ({ team: team.id, members: team.members.map((id) => pseudonym(event.pseudonymKey, id)) })));
  }
}
