import type { Named } from '@tsunagu/contracts';

/** A row as pages have it: without an English name where it has none. */
export const called = <Row extends { en: string | null }>({ en, ...row }: Row): Omit<Row, 'en'> & { en?: string } => ({ ...row, ...(en === null ? {} : { en }) });

export const toNamed = ({ label, en }: { label: string; en: string | null }): Named => called({ label, en });

/** The same names, each label once. */
export const onceEach = (names: readonly Named[]): Named[] => names.filter(({ label }, at) => names.findIndex((other) => other.label === label) === at);

/**
 * SQL: the one word for all statements `s` of a concept, so that people, list and map have it: where a row has an English name, the
 * lexicon has the concept, and its id is its own name; another is called as most people call it.
 */
export const WORD_OF_CONCEPT = 'CASE WHEN count(s.en) > 0 THEN s.concept ELSE mode() WITHIN GROUP (ORDER BY s.label) END';
