import { Injectable } from '@nestjs/common';
import { foundedInPlan, orderRanking, orderRefill, orderSeat, Problem, type EventReport, type FoundedTeamView, type JobOrder, type Sentence, type TeamRulesDocument, type Unplaced } from '@tsunagu/contracts';
import {
  addTeams, apartFromQuestion, audit, changeProposal, Database, discardOthers, dissolveTeams, endEmptyTeams, endFoundedTeams, endHellosOfTeams, findParticipant, findPlannedRound, findProposal, findTeamOf, freeSeat, isAboutOthers, lockBoth, lockParticipant, lockPeople, lockProposal, lockRoom, lockTeam, passCalls, peopleOf, readFoundedTeams, readProposal, readReport, readTeamOf, readTeams, removeRepair, setUnplaced, sqlState, takeSeat, teamMembers,
  tellEvent, tellFoundedTeam, tellFoundedTeams, tellMe, tellPerson, tellProposal, tellRepair, tellSeatOf, tellSeats, tellSettings, tellTeam, tellTeams, type DraftPlan, type Entry, type ProposalRow, type PublishedTeam, type TeamEntity, type Transaction,
} from '@tsunagu/storage';
import type { OrganiserCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';
import type { DraftAt } from './proposals.service.js';
import { refuseUntoldApart, unlessApart } from './unless-apart.js';

const FREED: Sentence = { ja: '席を離れました。空いているチームに入れます。', en: 'Left their seat. They can join a team with room.' };

const CAME_LATER: Sentence = { ja: 'チーム案ができたあとに来ました。空いている席を探しています。', en: 'They came after this draft was made. A free seat is being looked for.' };

const absentFrom = ({ members }: DraftPlan['teams'][number], present: ReadonlySet<string>): string[] =>
  members.flatMap(({ participantId }) => (present.has(participantId) ? [] : [participantId]));

/** The plan without who has left, of whom their team is told nothing. */
const within = (plan: DraftPlan, present: ReadonlySet<string>): DraftPlan => ({
  teams: plan.teams.map((team) => {
    const absent = absentFrom(team, present);
    return absent.length === 0 ? team : { ...team, members: team.members.filter(({ participantId }) => present.has(participantId)), reasons: team.reasons.filter((reason) => isAboutOthers(reason, absent)) };
  }),
  unplaced: plan.unplaced.filter(({ participantId }) => present.has(participantId)),
});

/** The team of each who has left, where somebody may sit instead. */
const openedIn = (plan: DraftPlan, present: ReadonlySet<string>): string[] => plan.teams.flatMap((team) => {
  const absent = absentFrom(team, present);
  return absent.length === team.members.length ? [] : absent.map(() => team.id);
});

/**
 * Teams keep the numbers they have in the draft, also where one without members leaves a gap: their tables are told by them.
 * Seats are open up to the largest size: that of the draft, or a team's own.
 */
const toPublished = (plan: DraftPlan, { sizeMax, rules }: ProposalRow, founded: FoundedTeamView[]): PublishedTeam[] => plan.teams.filter((team) => team.members.length).map((team) => {
  const own = founded.find(({ id }) => id === team.slot)?.seats ?? (rules as TeamRulesDocument).teams?.find(({ name }) => name === team.slot)?.max;
  return {
    id: team.id, number: team.number, name: team.name, theme: team.theme, ...apartFromQuestion(team.reasons),
    members: team.members.map((member) => member.participantId), openSeats: Math.max(0, (own ?? sizeMax) - team.members.length),
  };
});

const tellEnded = (eventId: string, ended: FoundedTeamView[]): Entry[] =>
  (ended.length ? [...ended.flatMap(({ members }) => members.map(({ participantId }) => tellFoundedTeam(participantId))), ...tellFoundedTeams(eventId)] : []);

/** Why a step was taken goes into its record, where somebody said why. */
export const whyOf = (why: string): { why?: string } => (why ? { why } : {});

/** The same news about the same stream is told once. */
export const onlyOnce = (entries: Entry[]): Entry[] => [...new Map(entries.map((one) => [`${one.stream} ${one.type}`, one])).values()];

/** Two active teams of this event, locked; null for one that there is none of. */
const lockTeams = (tx: Transaction, eventId: string, ...ids: [string, string]): Promise<[TeamEntity | null, TeamEntity | null]> => lockBoth(ids, (id) => lockTeam(tx, eventId, id));

/** Published teams: everybody sees their own at the same moment, and changes happen only by named steps. */
@Injectable()
export class PublicationService {
  constructor(private readonly database: Database, private readonly changes: Changes) {}

  /**
   * Whoever has left the room since the draft was formed gets no seat: it stays open, and is offered to who waits. Whoever has come
   * since is listed, and a seat is looked for. A team that people formed themselves ends where it stands now; one that was taken apart,
   * or that the draft did not know yet, waits for the next round.
   * @throws Problem teams.no_draft, edit.conflict, teams.taken, teams.kept_apart
   */
  publish(organiser: OrganiserCaller, { eventId, proposalId, version }: DraftAt, { why, anyway }: { why: string; anyway: boolean }): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      const seen = await findProposal(tx, eventId, proposalId);
      if (!seen) throw new Problem('request.not_found');
      if (seen.status !== 'draft') throw new Problem('teams.no_draft');
      const { present, matchable } = await lockRoom(tx, eventId);
      // as it is by now: while everybody's row was waited for, its reasons may have been worked out, which is no edit
      const proposal = (await lockProposal(tx, eventId, proposalId)) ?? seen;
      if (await changeProposal(tx, { id: proposalId, version }, { status: 'published', publishedAt: new Date() }) === null) throw new Problem('edit.conflict', { current: await readProposal(tx, eventId) });
      const plan = within(proposal.plan, present);
      const founded = await readFoundedTeams(tx, eventId);
      const teams = toPublished(plan, proposal, founded);
      const { seated, shared, wantedNone } = await dissolveTeams(tx, eventId);
      await addTeams(tx, eventId, proposalId, teams);
      if (!anyway) await refuseUntoldApart(tx, proposal);
      await passCalls(tx, eventId);
      const ended = founded.filter((team) => foundedInPlan(team, plan) === 'together');
      await endFoundedTeams(tx, eventId, ended.map(({ id }) => id));
      const opened = openedIn(proposal.plan, present);
      for (const { participantId, ...cause } of plan.unplaced) await setUnplaced(tx, eventId, participantId, cause);
      const planned = new Set(peopleOf(proposal.plan));
      const came = await this.listCame(tx, eventId, matchable.filter((id) => !planned.has(id)), wantedNone);
      await discardOthers(tx, eventId, proposal.series);
      await removeRepair(tx, eventId);
      const nextRound = await this.startNextRound(tx, proposal);
      await audit(tx, { eventId, actor: organiser.login, action: 'teams.published', subject: proposalId, detail: { teams: teams.length, round: proposal.round, ...whyOf(why) } });
      const everybody = new Set([...seated, ...teams.flatMap((team) => team.members)]);
      return { result: null, tell: [...[...everybody].map((id) => tellTeam(id, orderRanking(eventId, id))), ...[...shared, ...wantedNone.map(({ participantId }) => participantId)].map((id) => tellMe(id)), ...came, tellEvent(eventId), tellSettings(eventId), tellProposal(eventId, nextRound), tellTeams(eventId), ...opened.map((teamId) => tellSeats(eventId, [teamId], orderRefill(eventId, teamId))), ...tellEnded(eventId, ended), tellRepair(eventId), ...await endHellosOfTeams(tx, eventId)] };
    });
  }

  /** Nobody of them is in the plan. Who wanted no seat is given none unasked by other teams either. */
  private async listCame(tx: Transaction, eventId: string, ids: string[], wantedNone: Unplaced[]): Promise<Entry[]> {
    const tell: Entry[] = [];
    for (const id of ids) {
      const why = wantedNone.find(({ participantId }) => participantId === id);
      await setUnplaced(tx, eventId, id, why ?? { code: 'waiting', cause: CAME_LATER });
      if (!why) tell.push(tellPerson(eventId, id, orderSeat(eventId, id)));
    }
    return tell;
  }

  /**
   * Seats somebody in a team without moving others; without a team given, the matching service chooses one.
   * @throws Problem teams.taken, teams.kept_apart, request.not_found, teams.published_changed where they have left meanwhile
   */
  async place(organiser: OrganiserCaller, eventId: string, { participantId, teamId, why, anyway }: { participantId: string; teamId: string | null; why: string; anyway: boolean }): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      // people before teams, as whoever leaves locks them
      const person = await lockParticipant(tx, eventId, participantId);
      if (!person) throw new Problem('request.not_found');
      if (person.gone) throw new Problem('teams.published_changed', { current: await readTeams(tx, eventId) });
      if (teamId === null) {
        await audit(tx, { eventId, actor: organiser.login, action: 'team.place_asked', subject: participantId, detail: whyOf(why) });
        return { result: null, tell: [tellPerson(eventId, participantId, orderSeat(eventId, participantId))] };
      }
      const team = await lockTeam(tx, eventId, teamId);
      if (!team) throw new Problem('request.not_found');
      if (await readTeamOf(tx, participantId)) throw new Problem('teams.taken');
      await unlessApart(tx, eventId, anyway, () => takeSeat(tx, team, participantId));
      await audit(tx, { eventId, actor: organiser.login, action: 'team.placed', subject: participantId, detail: { team: team.number, ...whyOf(why) } });
      return { result: null, tell: [tellMe(participantId, orderRanking(eventId, participantId)), ...await tellSeatOf(tx, eventId, participantId), ...await endHellosOfTeams(tx, eventId)] };
    }).catch((error: unknown) => {
      if (sqlState(error) === '23505') throw new Problem('teams.taken', { cause: error });
      throw error;
    });
  }

  /**
   * Opens a person's seat. Who is here is listed as unplaced, never silently left out; who is not has left, as if they had said so
   * themselves: somebody who waits may have the seat, and they get another one when they are back. Where it is said in which team they
   * are seen, only while they sit there: nobody loses a seat that the organiser does not mean.
   * @throws Problem request.not_found, teams.published_changed
   */
  freeSeat(organiser: OrganiserCaller, eventId: string, { participantId, teamId: seenIn, why }: { participantId: string; teamId?: string; why: string }): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      const person = await lockParticipant(tx, eventId, participantId);
      const teamId = person && await findTeamOf(tx, participantId);
      if (person && seenIn && seenIn !== teamId) throw new Problem('teams.published_changed', { current: await readTeams(tx, eventId) });
      const members = await freeSeat(tx, eventId, participantId);
      if (!person || !teamId || !members.length) throw new Problem('request.not_found');
      const { here } = person;
      if (here) await setUnplaced(tx, eventId, participantId, { code: 'freed', cause: FREED });
      await audit(tx, { eventId, actor: organiser.login, action: 'team.seat_freed', subject: participantId, detail: whyOf(why) });
      return { result: null, tell: [tellMe(participantId, orderRanking(eventId, participantId)), ...members.map((id) => tellTeam(id)), tellSeats(eventId, [teamId], here ? undefined : orderRefill(eventId, teamId))] };
    });
  }

  /**
   * Moves somebody between published teams; where it is said from which, only if they still sit there, so that a move taken back
   * undoes nobody else's step. @throws Problem request.not_found, teams.no_seat, teams.kept_apart, teams.published_changed
   */
  move(organiser: OrganiserCaller, eventId: string, { participantId, fromTeamId, toTeamId, why, anyway }: { participantId: string; fromTeamId?: string; toTeamId: string; why: string; anyway: boolean }): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      if (!await findParticipant(tx, eventId, participantId)) throw new Problem('request.not_found');
      // people before teams, as whoever leaves a seat locks them
      await lockPeople(tx, [participantId]);
      const from = (await readTeamOf(tx, participantId))?.id;
      const [team] = from === undefined || from === toTeamId ? [await lockTeam(tx, eventId, toTeamId)] : await lockTeams(tx, eventId, toTeamId, from);
      if (!team) throw new Problem('request.not_found');
      if (fromTeamId !== undefined && from !== fromTeamId) throw new Problem('teams.published_changed', { current: await readTeams(tx, eventId) });
      const told = await unlessApart(tx, eventId, anyway, () => this.reseat(tx, eventId, participantId, team));
      await audit(tx, { eventId, actor: organiser.login, action: 'team.moved', subject: participantId, detail: { team: team.number, ...whyOf(why) } });
      return { result: null, tell: [...told, tellSeats(eventId, from === undefined ? [team.id] : [from, team.id])] };
    });
  }

  /**
   * Lets two people of published teams change places: no team is ever short of one or over its size, and every phone is told once.
   * It is done only while both still sit where the organiser sees them, so that a swap taken back undoes nobody else's step.
   * @throws Problem request.not_found, teams.nothing_to_swap, teams.kept_apart, teams.published_changed
   */
  swap(organiser: OrganiserCaller, eventId: string, { participantId, teamId, withId, withTeamId, why, anyway }: { participantId: string; teamId: string; withId: string; withTeamId: string; why: string; anyway: boolean }): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      for (const id of [participantId, withId]) if (!await findParticipant(tx, eventId, id)) throw new Problem('request.not_found');
      if (teamId === withTeamId) throw new Problem('teams.nothing_to_swap');
      // people before teams, as whoever leaves a seat locks them
      await lockPeople(tx, [participantId, withId]);
      const [here, there] = await lockTeams(tx, eventId, teamId, withTeamId);
      const sits = async (id: string, team: string): Promise<boolean> => (await readTeamOf(tx, id))?.id === team;
      if (!here || !there || !await sits(participantId, teamId) || !await sits(withId, withTeamId)) throw new Problem('teams.published_changed', { current: await readTeams(tx, eventId) });
      // both seats are open before either is taken: nobody sits beside the one they change places with, not even for the time of a step
      const mates = await unlessApart(tx, eventId, anyway, async () => {
        const left = [...await freeSeat(tx, eventId, participantId), ...await freeSeat(tx, eventId, withId)];
        await takeSeat(tx, there, participantId);
        await takeSeat(tx, here, withId);
        return left;
      });
      await audit(tx, { eventId, actor: organiser.login, action: 'team.swapped', subject: participantId, detail: { with: withId, ...whyOf(why) } });
      return { result: null, tell: onlyOnce([...[participantId, withId].map((id) => tellMe(id, orderRanking(eventId, id))), ...mates.map((id) => tellTeam(id)), tellSeats(eventId, [teamId, withTeamId]), ...await endHellosOfTeams(tx, eventId)]) };
    });
  }

  /** Makes one team of two: everybody of `dropId` goes over to `keepId`. @throws Problem request.not_found, merge.same, teams.kept_apart */
  merge(organiser: OrganiserCaller, eventId: string, { keepId, dropId, why, anyway }: { keepId: string; dropId: string; why: string; anyway: boolean }): Promise<null> {
    if (keepId === dropId) throw new Problem('merge.same');
    return this.changes.commit(eventId, async (tx) => {
      await lockPeople(tx, await teamMembers(tx, dropId));
      const [keep, drop] = await lockTeams(tx, eventId, keepId, dropId);
      if (!keep || !drop) throw new Problem('request.not_found');
      const told: Entry[] = [];
      await unlessApart(tx, eventId, anyway, async () => {
        for (const id of await teamMembers(tx, drop.id)) told.push(...await this.reseat(tx, eventId, id, keep));
      });
      await endEmptyTeams(tx, eventId, [drop.id]);
      await audit(tx, { eventId, actor: organiser.login, action: 'team.merged', subject: keep.id, detail: { kept: keep.number, dropped: drop.number, ...whyOf(why) } });
      return { result: null, tell: [...onlyOnce(told), tellTeams(eventId)] };
    });
  }

  /** Gives a seated person a seat in another team, which the caller has locked. @returns what is to be told, without the console, which hears of all such steps at once */
  private async reseat(tx: Transaction, eventId: string, participantId: string, team: TeamEntity): Promise<Entry[]> {
    const mates = await freeSeat(tx, eventId, participantId);
    if (!mates.length) throw new Problem('teams.no_seat');
    await takeSeat(tx, team, participantId);
    return onlyOnce([tellMe(participantId, orderRanking(eventId, participantId)), ...[...mates, ...await teamMembers(tx, team.id)].map((id) => tellTeam(id)), ...await endHellosOfTeams(tx, eventId)]);
  }

  /** The round that was planned to follow becomes the draft, brought in line with who is here by then. */
  private async startNextRound(tx: Transaction, proposal: ProposalRow): Promise<JobOrder | undefined> {
    const next = await findPlannedRound(tx, proposal);
    if (!next) return undefined;
    const version = await changeProposal(tx, { id: next.id, version: next.version, status: 'planned' }, { status: 'forming' });
    return version === null ? undefined : { name: 'form-teams', data: { eventId: next.eventId, proposalId: next.id, version, adapt: true } };
  }

  /** Published rounds side by side. */
  report(eventId: string): Promise<EventReport> {
    return this.database.snapshot((tx) => readReport(tx, eventId));
  }
}
