import { isGuess, type FoundPerson } from '@tsunagu/contracts';
import { In } from 'typeorm';
import type { Transaction } from '../database.js';
import { DataJacketEntity, ParticipantEntity, type StatementEntity } from '../entities/index.js';
import { grouped } from '../grouped.js';
import { notApart } from '../repositories/avoided.repository.js';
import { listWithPhone } from '../repositories/matching/candidates.repository.js';
import { findStatements, publicTags, toTags } from './profile-views.js';

/** Spellings as a search takes them for the same. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** SQL: all in which words are looked for, guesses and everyday things included: what of it is shown is asked afterwards. */
const SAID = `lower(normalize(concat_ws(E'\\n', p.nickname, p.affiliation,
  (SELECT string_agg(concat_ws(E'\\n', s.label, s.en), E'\\n') FROM statement s WHERE s.participant_id = p.id AND NOT s.removed AND NOT s.hidden AND (p.shows ->> s.kind)::boolean),
  (SELECT string_agg(j.title, E'\\n') FROM data_jacket j WHERE j.participant_id = p.id AND NOT j.proposed AND (p.shows ->> 'data')::boolean)), NFKC))`;
/** So many are looked at for each that is asked for: a word in a guess is not shown. */
const LOOKED_AT = 4;

/**
 * Whom a participant finds at their event: people whom they may meet, with every word of the text in their name, affiliation, shown
 * tags or titles of data. By name, at most `limit`; `more` says whether there are others.
 */
export async function findPeople(tx: Transaction, eventId: string, viewerId: string, text: string, limit: number): Promise<{ people: FoundPerson[]; more: boolean }> {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return { people: [], more: false };
  const rows: { id: string }[] = await tx.query(
    `SELECT p.id FROM participant p JOIN participant me ON me.id = $2 AND NOT me.paused AND NOT me.gone
     WHERE p.event_id = $1 AND me.event_id = $1 AND p.id <> $2 AND NOT p.paused AND NOT p.gone AND ${notApart('$2', 'p.id')} AND ${SAID} LIKE ALL ($3)
     ORDER BY p.nickname, p.id LIMIT $4`, [eventId, viewerId, words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`), limit * LOOKED_AT]);
  const ids = rows.map(({ id }) => id);
  const people = new Map((await tx.findBy(ParticipantEntity, { id: In(ids) })).map((person) => [person.id, person]));
  const statements = grouped(await findStatements(tx, { participantIds: ids }));
  const jackets = grouped(await tx.find(DataJacketEntity, { where: { participantId: In(ids), proposed: false }, order: { createdAt: 'ASC', id: 'ASC' } }));
  const withPhone = await listWithPhone(tx, ids);
  const found = ids.map((id) => toFound(people.get(id)!, statements.get(id) ?? [], jackets.get(id) ?? [], withPhone)).filter((one) => isMeant(one, words));
  return { people: found.slice(0, limit), more: found.length > limit };
}

function toFound(person: ParticipantEntity, statements: StatementEntity[], jackets: DataJacketEntity[], withPhone: ReadonlySet<string>): FoundPerson {
  return {
    participantId: person.id, nickname: person.nickname, affiliation: person.affiliation, tags: toTags(publicTags(statements.filter((one) => !isGuess(one)), person.shows)),
    jackets: person.shows.data ? jackets.map(({ title }) => title) : [], noPhone: !withPhone.has(person.id),
  };
}

function isMeant({ nickname, affiliation, tags, jackets }: FoundPerson, words: string[]): boolean {
  const said = plain([nickname, affiliation ?? '', ...tags.flatMap(({ label, en }) => [label, en ?? '']), ...jackets].join('\n'));
  return words.every((word) => said.includes(word));
}
