import { orderRanking, renameInRules } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { EventEntity, ProposalEntity, SeatEntity } from '../entities/index.js';
import { tellCandidates, tellFoundedTeam, tellFoundedTeams, tellHellos, tellKnown, tellLookAgain, tellSettings } from '../log/announce.js';
import type { Entry } from '../log/log.js';
import { readFoundedTeamOf } from '../views/founded-team-views.js';
import { findFoundedTeamOf, listFoundedMembers, removeFoundedMember } from './founded-teams.repository.js';
import { forgetUnansweredOf } from './hellos.repository.js';
import { dropVectorOf } from './matching/introduction-vectors.repository.js';
import { hostsAgreedTo } from './participants.repository.js';
import { forgetTold } from './teams.repository.js';

/**
 * Everything that ties one participant to others passes to another, who is the same person: whom they keep away from and who from
 * them, 会いたい, acquaintances, past seats, what they said of teams, the team they formed, who they were at earlier events, and
 * what the event's rules and those of its drafts say of them. What both have is kept once, and nothing ties the two to each other. @returns what must be told beside what erasing tells:
 * `eraseParticipant` tells whoever had chosen the one that goes, once the pair with the other stands in its place
 */
export async function passTies(tx: Transaction, eventId: string, fromId: string, toId: string): Promise<Entry[]> {
  await forgetUnansweredOf(tx, [fromId, toId]);
  const apart = await passPairs(tx, AVOIDED, fromId, toId);
  for (const table of [HELLO, ACQUAINTANCE]) await passPairs(tx, table, fromId, toId);
  await passRows(tx, fromId, toId);
  const founders = await passFoundedSeat(tx, fromId, toId);
  const ruled = await passRules(tx, eventId, fromId, toId);
  const apartNow = new Set([...apart.by, ...apart.of]);
  return [
    ...[...apartNow].map((id) => tellCandidates(id, orderRanking(eventId, id))), tellCandidates(toId),
    ...[toId, ...apartNow].map((id) => tellHellos(id)), tellKnown(toId),
    ...founders.map((id) => tellFoundedTeam(id)), ...(founders.length ? tellFoundedTeams(eventId) : []),
    ...(apartNow.size ? [tellLookAgain(eventId)] : []),
    ...(ruled ? [tellSettings(eventId)] : []),
  ];
}

/**
 * The introduction of one who is kept leaves to no host that the other has taken back, nor, where the words are the other's, to one that
 * the other has not agreed to; what came back from there is forgotten.
 */
export async function passWithheld(tx: Transaction, fromId: string, toId: string, wordsPass: boolean): Promise<void> {
  const [, ended] = await tx.query(
    `UPDATE consent SET leaving_withdrawn_at = now() WHERE participant_id = $2 AND leaves_to IS NOT NULL AND leaves_to <> ALL($3) AND leaving_withdrawn_at IS NULL
     AND ($4 OR EXISTS (SELECT 1 FROM consent theirs WHERE theirs.participant_id = $1 AND theirs.leaving_withdrawn_at IS NOT NULL))`, [fromId, toId, await hostsAgreedTo(tx, fromId), wordsPass]);
  if (ended) await dropVectorOf(tx, toId);
}

/** What any team was told of somebody while they sat in it is told no more. Call it before their seats pass to another: erasing them finds these teams no longer. */
export async function forgetToldOf(tx: Transaction, participantId: string): Promise<void> {
  for (const { teamId } of await tx.find(SeatEntity, { where: { participantId }, order: { teamId: 'ASC' } })) await forgetTold(tx, teamId, participantId);
}

interface PairTable { table: string; mine: string; other: string; at: boolean }
/** The other ends of the pairs that passed: those whom the person had chosen, and those who had chosen the person. */
interface Pairs { by: string[]; of: string[] }

const AVOIDED: PairTable = { table: 'avoided', mine: 'by_id', other: 'who_id', at: true };
const HELLO: PairTable = { table: 'hello', mine: 'from_id', other: 'to_id', at: true };
const ACQUAINTANCE: PairTable = { table: 'acquaintance', mine: 'from_id', other: 'to_id', at: false };

/** Copies one person's pairs, in both directions; where the other has the same, the later time counts. The old ones go with their person. */
async function passPairs(tx: Transaction, { table, mine, other, at }: PairTable, fromId: string, toId: string): Promise<Pairs> {
  const pass = async (me: string, them: string): Promise<string[]> => (await tx.query(
    `INSERT INTO ${table} (${me}, ${them}, event_id${at ? ', created_at' : ''})
     SELECT $2, ${them}, event_id${at ? ', created_at' : ''} FROM ${table} WHERE ${me} = $1 AND ${them} <> $2
     ON CONFLICT (${mine}, ${other}) DO UPDATE SET ${at ? `created_at = greatest(${table}.created_at, excluded.created_at)` : 'event_id = excluded.event_id'} RETURNING ${them} AS id`, [fromId, toId]))
    .map((row: { id: string }) => row.id);
  return { by: await pass(mine, other), of: await pass(other, mine) };
}

/** What stands for one person alone, as far as the other has nothing in its place. */
async function passRows(tx: Transaction, fromId: string, toId: string): Promise<void> {
  await tx.query(
    `UPDATE seat s SET participant_id = $2 WHERE participant_id = $1 AND NOT active
     AND NOT EXISTS (SELECT 1 FROM seat same WHERE same.participant_id = $2 AND same.team_id = s.team_id)`, [fromId, toId]);
  await tx.query(
    `UPDATE team_answer a SET participant_id = $2 WHERE participant_id = $1
     AND NOT EXISTS (SELECT 1 FROM team_answer same WHERE same.participant_id = $2 AND same.team_id = a.team_id)`, [fromId, toId]);
  await tx.query('UPDATE earlier_self SET participant_id = $2 WHERE participant_id = $1 AND NOT EXISTS (SELECT 1 FROM earlier_self WHERE participant_id = $2)', [fromId, toId]);
  await tx.query('UPDATE team SET called_by = $2 WHERE called_by = $1', [fromId, toId]);
  await tx.query('UPDATE earlier_self SET earlier_id = $2 WHERE earlier_id = $1', [fromId, toId]);
}

/**
 * One that has stood in a round leaves its people free for another: it gives way to one that has not.
 * @returns everybody in the team that the person formed or joined, where its seat passed
 */
async function passFoundedSeat(tx: Transaction, fromId: string, toId: string): Promise<string[]> {
  const [teamId, own] = [await findFoundedTeamOf(tx, fromId), await findFoundedTeamOf(tx, toId)];
  if (!teamId || (own && (await readFoundedTeamOf(tx, toId) || !await readFoundedTeamOf(tx, fromId)))) return [];
  if (own) await removeFoundedMember(tx, own, toId);
  await tx.query('UPDATE founded_team_member SET participant_id = $2 WHERE participant_id = $1', [fromId, toId]);
  await tx.query('UPDATE founded_team SET version = version + 1 WHERE id = $1', [teamId]);
  return listFoundedMembers(tx, teamId);
}

/** @returns whether the event's own rules named the person */
async function passRules(tx: Transaction, eventId: string, fromId: string, toId: string): Promise<boolean> {
  const naming = 'event_id = :eventId AND position(:fromId in rules::text) > 0';
  for (const { id, rules } of await tx.createQueryBuilder(ProposalEntity, 'p').where(naming, { eventId, fromId }).getMany()) {
    await tx.update(ProposalEntity, { id }, { rules: renameInRules(rules, fromId, toId) as object, version: () => "version + CASE status WHEN 'forming' THEN 0 ELSE 1 END" });
  }
  const { rules } = (await tx.findOneBy(EventEntity, { id: eventId }))!;
  const passed = renameInRules(rules, fromId, toId);
  if (passed === rules) return false;
  await tx.update(EventEntity, { id: eventId }, { rules: passed as object, version: () => 'version + 1' });
  return true;
}
