import type { ExtractedProfile, Statement } from '@tsunagu/nlp';
import type { NewStatement } from '@tsunagu/storage';
import type { Knowledge } from '../knowledge.js';
import type { ReadProfile } from '../threads/extract-thread.js';

/** A statement as it was read, before it is named for pages in English and for who searches by its sound. */
export type ReadStatement = Omit<NewStatement, 'en' | 'sound'>;

/** How a later reading recognises what this one found. */
export const foundAs = ({ kind, concept, role }: { kind: string; concept: string; role?: string | null }): string => `${kind}|${concept}|${role ?? ''}`;

const toRow = (statement: Statement): ReadStatement => ({
  kind: statement.kind, label: statement.label, concept: statement.concept, role: statement.role ?? null, score: statement.score,
  evidence: statement.evidence, rule: statement.rule, foundAs: foundAs(statement),
});

const spansOf = (a: [number, number][], b: [number, number][]): [number, number][] => {
  const spans = new Map([...a, ...b].map((span) => [span.join('-'), span]));
  return [...spans.values()].sort(([x], [y]) => x - y);
};

/** The tag's wording with the need's or offer's role; the surer of the two scores. */
const joined = (row: ReadStatement, tag: Statement): ReadStatement =>
  ({ ...row, label: tag.label, score: Math.max(row.score, tag.score), evidence: spansOf(row.evidence, tag.evidence) });

/**
 * One list of statements from a reading: needs and offers with their roles, and tags that say something besides. A tag that
 * names the same concept in the same kind as a need or an offer is joined with it. Best first; ties in the order of reading.
 */
export function statementsOf({ tags, needs, offers }: ExtractedProfile): ReadStatement[] {
  const rows = new Map<string, ReadStatement>();
  for (const statement of [...needs, ...offers]) if (!rows.has(foundAs(statement))) rows.set(foundAs(statement), toRow(statement));
  for (const tag of tags) {
    const same = [...rows].find(([, row]) => row.kind === tag.kind && row.concept === tag.concept);
    if (same) rows.set(same[0], joined(same[1], tag));
    else rows.set(foundAs(tag), toRow(tag));
  }
  return [...rows.values()].sort((a, b) => b.score - a.score);
}

/** The statements as rows, each with its English name where the lexicon has one for its label, and how that sounds. */
export const namedRows = (statements: readonly ReadStatement[], knowledge: Pick<Knowledge, 'englishOf'>, sounds: ReadProfile['sounds']): NewStatement[] =>
  statements.map((one) => ({ ...one, en: knowledge.englishOf(one), sound: sounds[one.label] ?? null }));
