import { In } from 'typeorm';
import { orderRanking, orderRefill, streamId } from '@tsunagu/contracts';
import type { Database, Transaction } from '../database.js';
import { AvoidedEntity, CandidateEntity, ConsentEntity, DraftStepEntity, EventEntity, EventWordEntity, HelloEntity, FoundedTeamEntity, ParticipantEntity, ProposalEntity, RepairEntity, SeatEntity, TeamEntity, type DraftPlan, type DraftPart } from '../entities/index.js';
import { tellCandidates, tellHellos, tellKnown, tellLookAgain, tellMe, tellFoundedTeam, tellFoundedTeams, tellPersonReports, tellProposal, tellRepair, tellServices, tellTeam, tellTeams } from '../log/announce.js';
import { append, entry, type DueJob, type Entry } from '../log/log.js';
import { audit } from './audit.repository.js';
import { lockEvent } from './events.repository.js';
import { findFoundedTeamOf, listFoundedMembers, removeFoundedMember } from './founded-teams.repository.js';
import { lockParticipant } from './participants.repository.js';
import { erasePersonReports, forgetWhoReported } from './person-reports.repository.js';
import { lockProposals } from './proposals.repository.js';
import { pseudonym as pseudonymOf } from '../secrets.js';
import { eraseResultsOf } from './service-requests.repository.js';
import { freeSeat } from './teams.repository.js';

const without = (plan: DraftPlan, participantId: string): DraftPlan => ({
  teams: plan.teams.map((team) => ({ ...team, members: team.members.filter((member) => member.participantId !== participantId) })),
  unplaced: plan.unplaced.filter((one) => one.participantId !== participantId),
});
const names = (value: unknown, participantId: string): boolean => JSON.stringify(value).includes(participantId);

/**
 * Takes a person out of every draft and undo step. Reasons of teams they sat in may quote them and go as well; the draft is scored anew.
 * A proposal that is being formed keeps its version, or its run, which leaves out who is gone, would no longer be waited for.
 */
async function eraseFromDrafts(tx: Transaction, eventId: string, participantId: string): Promise<Entry[]> {
  const told: Entry[] = [];
  for (const { id, status, version, plan: before } of await lockProposals(tx, eventId)) {
    if (!names(before, participantId)) continue;
    const plan = without(before, participantId);
    for (const team of plan.teams) if (names(before.teams.find((one) => one.id === team.id)?.members, participantId)) Object.assign(team, { score: null, reasons: [], theme: team.theme?.id ? team.theme : null });
    const next = status === 'forming' ? version : version + 1;
    await tx.update(ProposalEntity, { id }, { plan, version: next });
    if (status === 'draft') told.push(tellProposal(eventId, { name: 'score-proposal', data: { eventId, proposalId: id, version: next } }));
    else if (['forming', 'aside', 'planned'].includes(status)) told.push(tellProposal(eventId));
  }
  for (const step of await tx.findBy(DraftStepEntity, { eventId })) {
    const keep = (parts: DraftPart[]): DraftPart[] => parts.filter((part) => !names(part, participantId));
    if (names([step.before, step.after], participantId)) await tx.update(DraftStepEntity, { id: step.id }, { before: keep(step.before), after: keep(step.after) });
  }
  return told;
}

/** Rows of the log that hold the person's data or name them lose it; their numbers stay, so that nobody sees a gap, and so do jobs that are about others. */
async function eraseFromLog(tx: Transaction, eventId: string, participantId: string): Promise<void> {
  await tx.query(
    `UPDATE log SET type = 'erased', payload = '{}', about = '{}', job = CASE WHEN position($2::uuid::text in job::text) = 0 THEN job END
     WHERE event_id = $1 AND ($2::uuid = ANY(about) OR stream = $3)`,
    [eventId, participantId, streamId('participant', participantId)]);
}

/** Takes a person out of the team they formed. @returns what must be told: a team of nobody is gone */
async function leaveFoundedTeam(tx: Transaction, eventId: string, participantId: string): Promise<Entry[]> {
  const foundedTeamId = await findFoundedTeamOf(tx, participantId);
  if (!foundedTeamId) return [];
  await removeFoundedMember(tx, foundedTeamId, participantId);
  return [...(await listFoundedMembers(tx, foundedTeamId)).map((id) => tellFoundedTeam(id)), ...tellFoundedTeams(eventId)];
}

/**
 * Opens a person's seat, if they have one. What any team was told while they sat in it, now or at any time, may quote them and goes as well.
 * @returns who sits in such a team, and the id of the team that has an open seat now
 */
async function eraseSeat(tx: Transaction, eventId: string, participantId: string): Promise<{ mates: string[]; teamId?: string }> {
  const seat = await tx.findOneBy(SeatEntity, { participantId, active: true });
  await freeSeat(tx, eventId, participantId);
  const [teams]: [{ id: string }[]] = await tx.query("UPDATE team SET reasons = '[]', question = NULL, theme = CASE WHEN theme ->> 'id' IS NULL THEN NULL ELSE theme END WHERE id IN (SELECT team_id FROM seat WHERE participant_id = $1) RETURNING id", [participantId]);
  const mates = await tx.findBy(SeatEntity, { teamId: In(teams.map(({ id }) => id)), active: true });
  return { mates: mates.map((mate) => mate.participantId), teamId: seat?.teamId };
}

/** Deletes everything of a participant and says what others must be told. Their row is locked first, then the drafts, then the seat: the order of publishing. */
async function eraseRows(tx: Transaction, event: EventEntity, participantId: string): Promise<Entry[]> {
  const eventId = event.id;
  const person = await lockParticipant(tx, eventId, participantId);
  const drafts = await eraseFromDrafts(tx, eventId, participantId);
  const listedBy = (await tx.findBy(CandidateEntity, { otherId: participantId })).map((row) => row.participantId);
  const greeted = [...await tx.findBy(HelloEntity, { fromId: participantId }), ...await tx.findBy(HelloEntity, { toId: participantId })]
    .map((hello) => (hello.fromId === participantId ? hello.toId : hello.fromId));
  const avoidedBy = (await tx.findBy(AvoidedEntity, { whoId: participantId })).map((row) => row.byId);
  const { mates, teamId } = await eraseSeat(tx, eventId, participantId);
  const knownBy: { from_id: string }[] = await tx.query('SELECT from_id FROM acquaintance WHERE to_id = $1', [participantId]);
  const founded = await leaveFoundedTeam(tx, eventId, participantId);
  const repair = await tx.findOneBy(RepairEntity, { eventId });
  const inRepair = repair !== null && names(repair, participantId);
  if (inRepair) await tx.delete(RepairEntity, { eventId });
  const reported = await erasePersonReports(tx, eventId, participantId);
  await tx.update(ConsentEntity, { participantId }, { withdrawnAt: () => 'now()' });
  await tx.delete(ParticipantEntity, { id: participantId });
  await eraseFromLog(tx, eventId, participantId);
  return [
    ...listedBy.map((id) => tellCandidates(id, orderRanking(eventId, id))),
    ...[...new Set(greeted)].map((id) => tellHellos(id)),
    ...avoidedBy.map((id) => tellMe(id)),
    ...mates.map((id) => tellTeam(id)),
    ...knownBy.map((row) => tellKnown(row.from_id)),
    ...founded,
    ...(person?.freeUntil ? [tellLookAgain(eventId)] : []),
    ...drafts,
    ...(inRepair ? [tellRepair(eventId)] : []),
    ...(reported ? [tellPersonReports(eventId)] : []),
    tellTeams(eventId, teamId && event.state !== 'closed' ? orderRefill(eventId, teamId) : undefined),
  ];
}

/**
 * Erases a participant: introduction, tags, statements, jackets, candidates, reasons that quote them, hellos, seat, undo steps,
 * log payloads, answers kept for repeated requests and results kept for other services. Others see an empty seat, which is offered to
 * somebody who waits.
 * @param more what the caller has to tell besides, once they are erased: a transaction appends once, or it would hold the console's stream while it waits for a person's
 * @returns jobs to add after the commit
 */
export async function eraseParticipant(tx: Transaction, event: EventEntity, participantId: string, pseudonym: string, more: () => Promise<Entry[]> = async () => []): Promise<DueJob[]> {
  const entries = await eraseRows(tx, event, participantId);
  await eraseResultsOf(tx, [pseudonym]);
  return append(tx, event.id, [
    ...entries,
    entry({ stream: streamId('participant', participantId), type: 'me.erased', about: [], payload: () => ({}) }),
    entry({ stream: streamId('console', event.id), type: 'person.removed', about: [], payload: () => ({ participantId }) }),
    ...tellServices(event, 'participant.erased', [], () => ({ participant: pseudonym })),
    ...await more(),
  ]);
}

const BATCH = 100;

/**
 * Erases everything about the people of an event, in batches that each ask what is left, so it may be begun again where it stopped and
 * by two processes at once. From the first one on nobody joins; whoever gets in all the same, because the event is opened again between
 * two of them, is erased with the rest.
 * @param actor whom the records name
 * @param goesOn asked before each step
 * @returns how many people were erased, and the record that proves it; null where it stopped or somebody else has done it
 */
export async function eraseEvent(database: Database, eventId: string, actor: string, goesOn = (): boolean => true): Promise<{ people: number; proof: { id: string; at: Date } } | null> {
  let people = 0;
  for (let count = BATCH; count === BATCH && goesOn(); people += count) {
    count = await database.transaction(async (tx) => {
      const event = await lockToErase(tx, eventId);
      return event ? erasePeopleOf(tx, event, actor) : 0;
    });
  }
  if (!goesOn()) return null;
  return database.transaction(async (tx) => {
    const event = await lockToErase(tx, eventId);
    if (!event) return null;
    let late = 0;
    for (let count = BATCH; count === BATCH; late += count) count = await erasePeopleOf(tx, event, actor);
    await eraseEventRest(tx, eventId);
    return { people: people + late, proof: await audit(tx, { eventId, actor, action: 'event.erased' }) };
  });
}

/**
 * An event that is not erased yet, locked and closed: nobody is joining it, and nobody can. Its end is not stamped, or the date of an
 * event that nobody had closed would move out, should the work stop here.
 */
async function lockToErase(tx: Transaction, eventId: string): Promise<EventEntity | null> {
  const event = await lockEvent(tx, eventId);
  if (!event || event.erasedAt) return null;
  if (event.state !== 'closed') await tx.update(EventEntity, { id: eventId }, { state: 'closed', version: () => 'version + 1' });
  return event;
}

/**
 * Erases a batch of the event's people. Nobody who took part is told, since the event is over; other services are, since they keep
 * what they were given. @returns how many were erased; fewer than a batch when none are left
 */
async function erasePeopleOf(tx: Transaction, event: EventEntity, actor: string): Promise<number> {
  const people = await tx.find(ParticipantEntity, { where: { eventId: event.id }, select: { id: true }, take: BATCH });
  if (people.length) {
    const pseudonyms = people.map((person) => pseudonymOf(event.pseudonymKey, person.id));
    await eraseResultsOf(tx, pseudonyms);
    await tx.delete(ParticipantEntity, { id: In(people.map((person) => person.id)) });
    await append(tx, event.id, pseudonyms.flatMap((participant) => tellServices(event, 'participant.erased', [], () => ({ participant }))));
    await audit(tx, { eventId: event.id, actor, action: 'people.erased', detail: { count: people.length } });
  }
  return people.length;
}

/**
 * Last step of an event's erasure: drafts, teams, the room's numbers and tags, log and streams go; the event's frame and the audit
 * stay, and for thirty days what other services have still to be told, that these people are erased, with the webhooks that tell it.
 * Phones, wall and consoles that are open are told, so that none goes on showing anybody.
 */
async function eraseEventRest(tx: Transaction, eventId: string): Promise<void> {
  await tx.delete(ProposalEntity, { eventId });
  await tx.delete(TeamEntity, { eventId });
  await tx.query('DELETE FROM outside_team WHERE event_id = $1', [eventId]);
  await tx.delete(FoundedTeamEntity, { eventId });
  await tx.delete(RepairEntity, { eventId });
  await tx.delete(EventWordEntity, { eventId });
  await forgetWhoReported(tx, eventId);
  await tx.query("DELETE FROM log WHERE event_id = $1 AND type <> 'participant.erased'", [eventId]);
  await tx.query("DELETE FROM position WHERE stream IN (SELECT id FROM stream WHERE event_id = $1 AND kind <> 'outside')", [eventId]);
  // the numbers of the stream that every page follows go on: from the first one again, nobody would hear of it
  await tx.query("DELETE FROM stream WHERE event_id = $1 AND kind NOT IN ('outside', 'event')", [eventId]);
  await tx.query("UPDATE event SET erased_at = now(), room = NULL, version = version + 1 WHERE id = $1", [eventId]);
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
