import { In } from 'typeorm';
import { forgetInRules, orderRanking, orderRefill, rulesWithoutPeople, streamId, themeOfJacket, type TeamRulesDocument, type ThemeView } from '@tsunagu/contracts';
import type { Database, Transaction } from '../database.js';
import { AvoidedEntity, CandidateEntity, ConsentEntity, DraftStepEntity, EventEntity, EventWordEntity, HelloEntity, FoundedTeamEntity, ParticipantEntity, ProposalEntity, RepairEntity, SeatEntity, TeamEntity, type DraftPlan, type DraftPart } from '../entities/index.js';
import { tellCandidates, tellEvent, tellHellos, tellKnown, tellLookAgain, tellMe, tellFoundedTeam, tellFoundedTeams, tellPersonReports, tellProposal, tellRepair, tellSeats, tellServices, tellSettings, tellTeam } from '../log/announce.js';
import { append, entry, type DueJob, type Entry } from '../log/log.js';
import { audit, forgetWhy } from './audit.repository.js';
import { lockEvent } from './events.repository.js';
import { findFoundedTeamOf, listFoundedMembers, removeFoundedMember } from './founded-teams.repository.js';
import { lockParticipant } from './participants.repository.js';
import { erasePersonReports, forgetWhoReported } from './person-reports.repository.js';
import { listJackets } from './profiles.repository.js';
import { lockProposals } from './proposals.repository.js';
import { pseudonym as pseudonymOf } from '../secrets.js';
import { eraseResultsOf } from './service-requests.repository.js';
import { freeSeat } from './teams.repository.js';

const without = (plan: DraftPlan, participantId: string): DraftPlan => ({
  teams: plan.teams.map((team) => ({ ...team, members: team.members.filter((member) => member.participantId !== participantId) })),
  unplaced: plan.unplaced.filter((one) => one.participantId !== participantId),
});
const names = (value: unknown, participantId: string): boolean => JSON.stringify(value).includes(participantId);

/** A theme as it may stand on: one that is a data jacket of theirs goes, and so does one that was found in what people wrote. */
const staying = (theme: ThemeView | null | undefined, jackets: ReadonlySet<string>): ThemeView | null => (theme?.id && !jackets.has(theme.id) ? theme : null);

/** Takes a person and the themes made of their data jackets out of the event's own rules. @returns what must be told */
async function eraseFromRules(tx: Transaction, eventId: string, participantId: string, jacketIds: string[]): Promise<Entry[]> {
  const forget = (rules: TeamRulesDocument): TeamRulesDocument => forgetInRules(rules, participantId, jacketIds);
  const read = async (): Promise<TeamRulesDocument> => (await tx.findOneByOrFail(EventEntity, { id: eventId })).rules;
  const seen = await read();
  if (forget(seen) === seen) return [];
  await lockEvent(tx, eventId); // a colleague may change them just now
  await tx.update(EventEntity, { id: eventId }, { rules: forget(await read()) as object, version: () => 'version + 1' });
  return [tellEvent(eventId), tellSettings(eventId)];
}

/**
 * Takes a person out of every draft, its rules and undo step. Reasons of teams they sat in may quote them and go as well, and so does a
 * theme that was their data jacket, with what was said of it; the draft is scored anew.
 * A proposal that is being formed keeps its version, or its run, which leaves out who is gone, would no longer be waited for.
 */
async function eraseFromDrafts(tx: Transaction, eventId: string, participantId: string, jacketIds: string[]): Promise<Entry[]> {
  const told: Entry[] = [];
  const jackets = new Set(jacketIds.map(themeOfJacket));
  for (const { id, status, version, plan: before, rules } of await lockProposals(tx, eventId)) {
    const left = forgetInRules(rules, participantId, jacketIds);
    if (left === rules && ![participantId, ...jackets].some((one) => names(before, one))) continue;
    const plan = without(before, participantId);
    for (const [at, { members, theme }] of before.teams.entries()) {
      if (names(members, participantId) || jackets.has(theme?.id ?? '')) Object.assign(plan.teams[at], { score: null, reasons: [], theme: staying(theme, jackets) });
    }
    const next = status === 'forming' ? version : version + 1;
    // by their own words for a rule, what was found of it may tell whom that named
    await tx.update(ProposalEntity, { id }, { plan, version: next, ...(left === rules ? {} : { rules: left as object, conflicts: [], wishes: [], broken: [] }) });
    if (status === 'draft') told.push(tellProposal(eventId, { name: 'score-proposal', data: { eventId, proposalId: id, version: next } }));
    else if (['forming', 'failed', 'aside', 'planned'].includes(status)) told.push(tellProposal(eventId));
  }
  for (const step of await tx.findBy(DraftStepEntity, { eventId })) {
    const keep = (parts: DraftPart[]): DraftPart[] => parts.filter((part) => !names(part, participantId));
    if (names([step.before, step.after], participantId)) await tx.update(DraftStepEntity, { id: step.id }, { before: keep(step.before), after: keep(step.after) });
  }
  return told;
}

/** Rows of the log that hold the person's data, or name them or a data jacket of theirs, lose it; their numbers stay, so that nobody sees a gap, and so do jobs that are about others. */
async function eraseFromLog(tx: Transaction, eventId: string, participantId: string, jacketIds: string[]): Promise<void> {
  await tx.query(
    `UPDATE log SET type = 'erased', payload = '{}', about = '{}', job = CASE WHEN position($2::uuid::text in job::text) = 0 THEN job END
     WHERE event_id = $1 AND (about && $4::uuid[] OR stream = $3)`,
    [eventId, participantId, streamId('participant', participantId), [participantId, ...jacketIds]]);
}

/** Takes a person out of the team they formed. @returns what must be told: a team of nobody is gone */
async function leaveFoundedTeam(tx: Transaction, eventId: string, participantId: string): Promise<Entry[]> {
  const foundedTeamId = await findFoundedTeamOf(tx, participantId);
  if (!foundedTeamId) return [];
  await removeFoundedMember(tx, foundedTeamId, participantId);
  return [...(await listFoundedMembers(tx, foundedTeamId)).map((id) => tellFoundedTeam(id)), ...tellFoundedTeams(eventId)];
}

/**
 * Opens a person's seat, if they have one. What any team was told while they sat in it, now or at any time, may quote them and goes as
 * well, and so does what a team was told whose theme was a data jacket of theirs, with the theme.
 * @returns who sits in such a team, the ids of those that stand, and that of the team that has an open seat now
 */
async function eraseSeat(tx: Transaction, eventId: string, participantId: string, jacketIds: string[]): Promise<{ mates: string[]; quoted: string[]; teamId?: string }> {
  const seat = await tx.findOneBy(SeatEntity, { participantId, active: true });
  await freeSeat(tx, eventId, participantId);
  const [teams]: [{ id: string; active: boolean }[]] = await tx.query(
    `UPDATE team SET reasons = '[]', question = NULL, changes = changes + 1, theme = CASE WHEN theme ->> 'id' <> ALL($3) THEN theme END
     WHERE event_id = $2 AND (id IN (SELECT team_id FROM seat WHERE participant_id = $1) OR theme ->> 'id' = ANY($3)) RETURNING id, active`, [participantId, eventId, jacketIds.map(themeOfJacket)]);
  const mates = await tx.findBy(SeatEntity, { teamId: In(teams.map(({ id }) => id)), active: true });
  return { mates: mates.map((mate) => mate.participantId), quoted: teams.filter(({ active }) => active).map(({ id }) => id), teamId: seat?.teamId };
}

/** Deletes everything of a participant and says what others must be told. Their row is locked first, then the event's where its rules name them, then the drafts, then the seat: the order of publishing, and a draft is formed by rules without them. */
async function eraseRows(tx: Transaction, event: EventEntity, participantId: string): Promise<Entry[]> {
  const eventId = event.id;
  const person = await lockParticipant(tx, eventId, participantId);
  const jacketIds = (await listJackets(tx, participantId)).map(({ id }) => id);
  const rules = await eraseFromRules(tx, eventId, participantId, jacketIds);
  const drafts = await eraseFromDrafts(tx, eventId, participantId, jacketIds);
  const listedBy = (await tx.findBy(CandidateEntity, { otherId: participantId })).map((row) => row.participantId);
  const greeted = [...await tx.findBy(HelloEntity, { fromId: participantId }), ...await tx.findBy(HelloEntity, { toId: participantId })]
    .map((hello) => (hello.fromId === participantId ? hello.toId : hello.fromId));
  const avoidedBy = (await tx.findBy(AvoidedEntity, { whoId: participantId })).map((row) => row.byId);
  const { mates, quoted, teamId } = await eraseSeat(tx, eventId, participantId, jacketIds);
  const knownBy: { from_id: string }[] = await tx.query('SELECT from_id FROM acquaintance WHERE to_id = $1', [participantId]);
  const rankedBy: { id: string }[] = await tx.query('SELECT id FROM participant WHERE event_id = $1 AND id <> $2 AND choices && $3', [eventId, participantId, jacketIds.map(themeOfJacket)]);
  const founded = await leaveFoundedTeam(tx, eventId, participantId);
  const repair = await tx.findOneBy(RepairEntity, { eventId });
  const inRepair = repair !== null && names(repair, participantId);
  if (inRepair) await tx.delete(RepairEntity, { eventId });
  const reported = await erasePersonReports(tx, eventId, participantId);
  await forgetWhy(tx, eventId, participantId);
  await tx.update(ConsentEntity, { participantId }, { withdrawnAt: () => 'now()' });
  await tx.delete(ParticipantEntity, { id: participantId });
  await eraseFromLog(tx, eventId, participantId, jacketIds);
  return [
    ...listedBy.map((id) => tellCandidates(id, orderRanking(eventId, id))),
    ...[...new Set(greeted)].map((id) => tellHellos(id)),
    ...[...new Set([...avoidedBy, ...rankedBy.map(({ id }) => id)])].map((id) => tellMe(id)),
    ...mates.map((id) => tellTeam(id)),
    ...knownBy.map((row) => tellKnown(row.from_id)),
    ...founded,
    ...(person?.freeUntil ? [tellLookAgain(eventId)] : []),
    ...rules,
    ...drafts,
    ...(inRepair ? [tellRepair(eventId)] : []),
    ...(reported ? [tellPersonReports(eventId)] : []),
    tellSeats(eventId, quoted, teamId && event.state !== 'closed' ? orderRefill(eventId, teamId) : undefined),
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
    await tx.delete(ParticipantEntity, { id: In(people.map((person) => person.id)) });
    await eraseResultsOf(tx, pseudonyms);
    await append(tx, event.id, pseudonyms.flatMap((participant) => tellServices(event, 'participant.erased', [], () => ({ participant }))));
    await audit(tx, { eventId: event.id, actor, action: 'people.erased', detail: { count: people.length } });
  }
  return people.length;
}

/**
 * Last step of an event's erasure: drafts, teams, the room's numbers and tags, log and streams go; the event's frame, with rules that name
 * nobody, and the audit, without words that organisers wrote, stay, and for thirty days what other services have still to be told, that these people are erased, with the webhooks that tell it.
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
  await forgetWhy(tx, eventId);
  const { rules } = await tx.findOneByOrFail(EventEntity, { id: eventId });
  await tx.update(EventEntity, { id: eventId }, { rules: rulesWithoutPeople(rules).rules as object });
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
