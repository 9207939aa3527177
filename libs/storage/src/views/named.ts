import type { Named } from '@tsunagu/contracts';

/** A row as pages have it: without an English name where it has none. */
export const called = <Row extends { en: string | null }>({ en, ...row }: Row): Omit<Row, 'en'> & { en?: string } => ({ ...row, ...(en === null ? {} : { en }) });

export const toNamed = ({ label, en }: { label: string; en: string | null }): Named => called({ label, en });

/** The same names, each label once. */
export const onceEach = (names: readonly Named[]): Named[] => names.filter(({ label }, at) => names.findIndex((other) => other.label === label) === at);

/**
 * SQL: the one word for all statements `s` of a concept, so that people, list and map have it: where a row has an English name, the
 * lexicon has the concept, and its id is its own name; another is called as most people call it. The organiser's own word for what
 * somebody says goes before all of these.
 */
export const WORD_OF_CONCEPT = `coalesce(
  (SELECT w.label FROM event_word w WHERE w.event_id = (array_agg(s.event_id))[1] AND NOT w.refused AND array_agg(s.label) && (w.spellings || w.label) ORDER BY w.label LIMIT 1),
  CASE WHEN count(s.en) > 0 THEN s.concept ELSE mode() WITHIN GROUP (ORDER BY s.label) END)`;
