import { In } from 'typeorm';
import { streamId, type JobOrder } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { AvoidedEntity, CandidateEntity, ConsentEntity, DraftStepEntity, EventEntity, EventWordEntity, HelloEntity, FoundedTeamEntity, ParticipantEntity, ProposalEntity, RepairEntity, TeamEntity, type DraftPlan, type DraftPart } from '../entities/index.js';
import { tellCandidates, tellHellos, tellKnown, tellMe, tellFoundedTeam, tellFoundedTeams, tellPersonReports, tellProposal, tellRepair, tellServices, tellTeam, tellTeams } from '../log/announce.js';
import { append, entry, type DueJob, type Entry } from '../log/log.js';
import { findFoundedTeamOf, listFoundedMembers, removeFoundedMember } from './founded-teams.repository.js';
import { erasePersonReports } from './person-reports.repository.js';
import { pseudonym as pseudonymOf } from '../secrets.js';
import { eraseResultsOf } from './service-requests.repository.js';
import { freeSeat } from './teams.repository.js';

const without = (plan: DraftPlan, participantId: string): DraftPlan => ({
  teams: plan.teams.map((team) => ({ ...team, members: team.members.filter((member) => member.participantId !== participantId) })),
  unplaced: plan.unplaced.filter((one) => one.participantId !== participantId),
});
const names = (value: unknown, participantId: string): boolean => JSON.stringify(value).includes(participantId);

/** Takes a person out of every draft and undo step. Reasons of teams they sat in may quote them and go as well. */
async function eraseFromDrafts(tx: Transaction, eventId: string, participantId: string): Promise<boolean> {
  let openDraft = false;
  for (const proposal of await tx.findBy(ProposalEntity, { eventId })) {
    if (!names(proposal.plan, participantId)) continue;
    const plan = without(proposal.plan, participantId);
    for (const team of plan.teams) if (names(proposal.plan.teams.find((one) => one.id === team.id)?.members, participantId)) Object.assign(team, { reasons: [], theme: team.theme?.id ? team.theme : null });
    await tx.update(ProposalEntity, { id: proposal.id }, { plan, version: proposal.version + 1 });
    openDraft ||= ['draft', 'aside', 'planned'].includes(proposal.status);
  }
  for (const step of await tx.findBy(DraftStepEntity, { eventId })) {
    const keep = (parts: DraftPart[]): DraftPart[] => parts.filter((part) => !names(part, participantId));
    if (names([step.before, step.after], participantId)) await tx.update(DraftStepEntity, { id: step.id }, { before: keep(step.before), after: keep(step.after) });
  }
  return openDraft;
}

/** Rows of the log that hold the person's data lose it; their numbers stay, so that nobody sees a gap. */
async function eraseFromLog(tx: Transaction, eventId: string, participantId: string): Promise<void> {
  await tx.query(
    `UPDATE log SET type = 'erased', payload = '{}', about = '{}', job = NULL WHERE event_id = $1 AND ($2 = ANY(about) OR stream = $3)`,
    [eventId, participantId, streamId('participant', participantId)]);
}

/** Takes a person out of the team they formed. @returns those who are left in it */
async function leaveFoundedTeam(tx: Transaction, participantId: string): Promise<string[]> {
  const foundedTeamId = await findFoundedTeamOf(tx, participantId);
  if (!foundedTeamId) return [];
  await removeFoundedMember(tx, foundedTeamId, participantId);
  return listFoundedMembers(tx, foundedTeamId);
}

/** Deletes everything of a participant and says what others must be told. */
async function eraseRows(tx: Transaction, eventId: string, participantId: string): Promise<Entry[]> {
  const listedBy = (await tx.findBy(CandidateEntity, { otherId: participantId })).map((row) => row.participantId);
  const greeted = [...await tx.findBy(HelloEntity, { fromId: participantId }), ...await tx.findBy(HelloEntity, { toId: participantId })]
    .map((hello) => (hello.fromId === participantId ? hello.toId : hello.fromId));
  const avoidedBy = (await tx.findBy(AvoidedEntity, { whoId: participantId })).map((row) => row.byId);
  const mates = (await freeSeat(tx, eventId, participantId)).filter((id) => id !== participantId);
  if (mates.length) await tx.query("UPDATE team SET reasons = '[]', question = NULL, theme = CASE WHEN theme ->> 'id' IS NULL THEN NULL ELSE theme END WHERE id IN (SELECT team_id FROM seat WHERE participant_id = $1)", [participantId]);
  const knownBy: { from_id: string }[] = await tx.query('SELECT from_id FROM acquaintance WHERE to_id = $1', [participantId]);
  const openDraft = await eraseFromDrafts(tx, eventId, participantId);
  const founders = await leaveFoundedTeam(tx, participantId);
  const repair = await tx.findOneBy(RepairEntity, { eventId });
  const inRepair = repair !== null && names(repair, participantId);
  if (inRepair) await tx.delete(RepairEntity, { eventId });
  const reported = await erasePersonReports(tx, eventId, participantId);
  await tx.update(ConsentEntity, { participantId }, { withdrawnAt: () => 'now()' });
  await tx.delete(ParticipantEntity, { id: participantId });
  await eraseFromLog(tx, eventId, participantId);
  const rank = (id: string): JobOrder => ({ name: 'rank-candidates', data: { eventId, participantId: id } });
  return [
    ...listedBy.map((id) => tellCandidates(id, rank(id))),
    ...[...new Set(greeted)].map((id) => tellHellos(id)),
    ...avoidedBy.map((id) => tellMe(id)),
    ...mates.map((id) => tellTeam(id)),
    ...knownBy.map((row) => tellKnown(row.from_id)),
    ...founders.map((id) => tellFoundedTeam(id)),
    ...(founders.length ? tellFoundedTeams(eventId) : []),
    ...(openDraft ? [tellProposal(eventId)] : []),
    ...(inRepair ? [tellRepair(eventId)] : []),
    ...(reported ? [tellPersonReports(eventId)] : []),
  ];
}

/**
 * Erases a participant: introduction, tags, statements, jackets, candidates, reasons that quote them, hellos, seat, undo steps,
 * log payloads, answers kept for repeated requests and results kept for other services. Others see an empty seat.
 * @returns jobs to add after the commit
 */
export async function eraseParticipant(tx: Transaction, event: EventEntity, participantId: string, pseudonym: string): Promise<DueJob[]> {
  const entries = await eraseRows(tx, event.id, participantId);
  await eraseResultsOf(tx, [pseudonym]);
  return append(tx, event.id, [
    ...entries,
    entry({ stream: streamId('participant', participantId), type: 'me.erased', about: [], payload: () => ({}) }),
    entry({ stream: streamId('console', event.id), type: 'person.removed', about: [], payload: () => ({ participantId }) }),
    tellTeams(event.id),
    ...tellServices(event, 'participant.erased', [], () => ({ participant: pseudonym })),
  ]);
}

/**
 * Erases some of the event's people. Nobody who took part is told, since the event is over; other services are, since they keep
 * what they were given. @returns how many were erased; 0 when none are left
 */
export async function erasePeopleOf(tx: Transaction, eventId: string, limit: number): Promise<number> {
  const people = await tx.find(ParticipantEntity, { where: { eventId }, select: { id: true }, take: limit });
  if (people.length) {
    const event = await tx.findOneByOrFail(EventEntity, { id: eventId });
    const pseudonyms = people.map((person) => pseudonymOf(event.pseudonymKey, person.id));
    await eraseResultsOf(tx, pseudonyms);
    await tx.delete(ParticipantEntity, { id: In(people.map((person) => person.id)) });
    await append(tx, eventId, pseudonyms.flatMap((participant) => tellServices(event, 'participant.erased', [], () => ({ participant }))));
  }
  return people.length;
}

/**
 * Last step of an event's erasure: drafts, teams, the room's numbers and tags, log and streams go; the event's frame and the audit
 * stay, and for thirty days what other services have still to be told, that these people are erased, with the webhooks that tell it.
 * Phones, wall and consoles that are open are told, so that none goes on showing anybody.
 */
export async function eraseEventRest(tx: Transaction, eventId: string): Promise<void> {
  await tx.delete(ProposalEntity, { eventId });
  await tx.delete(TeamEntity, { eventId });
  await tx.query('DELETE FROM outside_team WHERE event_id = $1', [eventId]);
  await tx.delete(FoundedTeamEntity, { eventId });
  await tx.delete(RepairEntity, { eventId });
  await tx.delete(EventWordEntity, { eventId });
  await tx.query("DELETE FROM log WHERE event_id = $1 AND type <> 'participant.erased'", [eventId]);
  await tx.query("DELETE FROM position WHERE stream IN (SELECT id FROM stream WHERE event_id = $1 AND kind <> 'outside')", [eventId]);
  // the numbers of the stream that every page follows go on: from the first one again, nobody would hear of it
  await tx.query("DELETE FROM stream WHERE event_id = $1 AND kind NOT IN ('outside', 'event')", [eventId]);
  await tx.query("UPDATE event SET erased_at = now(), state = 'closed', room = NULL, version = version + 1 WHERE id = $1", [eventId]);
  await append(tx, eventId, [entry({ stream: streamId('event', eventId), type: 'event.erased', about: [], payload: () => ({}) })]);
}

/** Forgets what was left of events that were erased thirty days ago: whoever has not heard of it by then will not. */
export async function forgetErasedEvents(tx: Transaction): Promise<void> {
  const streams = "SELECT s.id FROM stream s JOIN event e ON e.id = s.event_id WHERE e.erased_at < now() - interval '30 days'";
  await tx.query("DELETE FROM webhook USING event WHERE event.id = webhook.event_id AND event.erased_at < now() - interval '30 days'");
  await tx.query(`DELETE FROM position WHERE stream IN (${streams})`);
  await tx.query(`DELETE FROM log WHERE stream IN (${streams})`);
  await tx.query(`DELETE FROM stream WHERE id IN (${streams})`);
}
