import { searchPatterns, type FoundPerson } from '@tsunagu/contracts';
import { In } from 'typeorm';
import type { Transaction } from '../database.js';
import { DataJacketEntity, ParticipantEntity } from '../entities/index.js';
import { grouped } from '../grouped.js';
import { notApart } from '../repositories/avoided.repository.js';
import { listWithPhone } from '../repositories/matching/candidates.repository.js';
import { IS_SHOWN } from '../repositories/profiles.repository.js';
import { findStatements, publicTags, toTags } from './profile-views.js';

/** SQL: all that a participant `p` shows in a word or a title, as search patterns want it. */
const SAYS = `lower(normalize(concat_ws(E'\\n', p.nickname, p.affiliation,
  (SELECT string_agg(concat_ws(E'\\n', s.label, s.en, s.sound), E'\\n') FROM statement s WHERE s.participant_id = p.id AND ${IS_SHOWN}),
  (SELECT string_agg(j.title, E'\\n') FROM data_jacket j WHERE j.participant_id = p.id AND NOT j.proposed AND (p.shows ->> 'data')::boolean)), NFKC))`;

/**
 * Whom a participant finds at their event: people whom they may meet, with every word of the text in their name, affiliation, shown
 * tags, needs and offers, or titles of data; of those alone who are `free` to talk now, where that is asked for, also without words. By
 * name, at most `limit`; `more` says whether there are others.
 */
export async function findPeople(tx: Transaction, eventId: string, viewerId: string, { text, free }: { text: string; free: boolean }, limit: number): Promise<{ people: FoundPerson[]; more: boolean }> {
  const patterns = searchPatterns(text);
  if (patterns.length === 0 && !free) return { people: [], more: false };
  const rows: { id: string }[] = await tx.query(
    `SELECT p.id FROM participant p JOIN participant me ON me.id = $2 AND NOT me.paused AND NOT me.gone
     WHERE p.event_id = $1 AND me.event_id = $1 AND p.id <> $2 AND NOT p.paused AND NOT p.gone AND ${notApart('$2', 'p.id')} AND ${SAYS} ~ ALL ($3) AND (p.free_until > now() OR NOT $5)
     ORDER BY p.nickname, p.id LIMIT $4`, [eventId, viewerId, patterns, limit + 1, free]);
  const ids = rows.slice(0, limit).map(({ id }) => id);
  const people = new Map((await tx.findBy(ParticipantEntity, { id: In(ids) })).map((person) => [person.id, person]));
  const statements = grouped(await findStatements(tx, { participantIds: ids }));
  const jackets = grouped(await tx.find(DataJacketEntity, { where: { participantId: In(ids), proposed: false }, order: { createdAt: 'ASC', id: 'ASC' } }));
  const withPhone = await listWithPhone(tx, ids);
  return {
    people: ids.flatMap((id) => people.get(id) ?? []).map(({ id, nickname, affiliation, shows }) => ({
      participantId: id, nickname, affiliation, tags: toTags(publicTags(statements.get(id) ?? [], shows)),
      jackets: shows.data ? (jackets.get(id) ?? []).map(({ title }) => title) : [], noPhone: !withPhone.has(id),
    })),
    more: rows.length > limit,
  };
}
