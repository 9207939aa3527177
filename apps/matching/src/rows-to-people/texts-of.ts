import type { MatchingPerson } from '@tsunagu/storage';
import type { PersonTexts } from '@tsunagu/nlp';

/** Titles and descriptions that others may read. */
export const jacketTexts = ({ person, jackets }: Pick<MatchingPerson, 'person' | 'jackets'>): string[] =>
  (person.shows.data ? jackets.filter((jacket) => !jacket.proposed).map(({ title, description }) => [title, description].filter(Boolean).join('\n')) : []);

/** What a participant wrote, of which matching uses numbers whether it is shown or not. */
export const textsOf = (row: Pick<MatchingPerson, 'person' | 'jackets' | 'introduction'>): PersonTexts =>
  ({ introduction: row.introduction?.text, affiliation: row.person.affiliation ?? undefined, jackets: jacketTexts(row) });
