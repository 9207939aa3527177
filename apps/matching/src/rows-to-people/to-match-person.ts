import { isGuess } from '@tsunagu/contracts';
import { readWording, spanOf, type BackgroundConcept, type MatchPerson, type Scene, type TeamPerson } from '@tsunagu/matching';
import { withoutDenials } from '@tsunagu/nlp';
import { publicTags, toTags, type CandidateCard, type MatchingPerson } from '@tsunagu/storage';
import type { ReadPerson } from '../encounters/encounters.service.js';
import type { Knowledge } from '../knowledge.js';
import { jacketTexts, textsOf } from './texts-of.js';

const QUOTE_UNITS = 60;

/** The words that a statement was read from, where they are short enough to be quoted. */
function quoteOf(evidence: [number, number][], introduction: MatchingPerson['introduction']): string | undefined {
  if (!introduction?.shown || !evidence.length) return undefined;
  const [start, end] = spanOf(evidence);
  const quote = introduction.text.slice(start, end).replace(/\s+/gu, ' ').trim();
  return quote.length > 0 && quote.length <= QUOTE_UNITS ? quote : undefined;
}

/**
 * A participant as matching may use one: what other participants may see, and no more, since everything here can appear in
 * a reason.
 */
export function toMatchPerson(row: ReadPerson, knowledge: Knowledge): MatchPerson {
  const { person, statements, jackets, introduction, read } = row;
  return {
    id: person.id,
    name: person.nickname,
    affiliation: person.affiliation ?? undefined,
    sector: person.sector ?? undefined,
    statements: publicTags(statements, person.shows).map((one) => {
      const evidence = one.foundAs === null ? [] : one.evidence;
      const quote = quoteOf(evidence, introduction);
      return {
        kind: one.kind, label: one.label, concept: conceptOf(one, knowledge), score: one.score,
        ...(one.role ? { role: one.role } : {}), ...(quote ? { quote } : {}), ...(evidence.length ? { at: spanOf(evidence) } : {}), ...(isGuess(one) ? { guess: true } : {}),
      };
    }),
    background: backgroundOf(row, { text: shownText(row), affiliation: person.affiliation ?? undefined }, knowledge),
    jackets: person.shows.data
      ? jackets.filter((jacket) => !jacket.proposed).map(({ id, title, sharing, concepts }) => ({ id, title, sharing, concepts: concepts ?? [] }))
      : [],
    wording: wordingOf(row),
    aspects: knowledge.aspectsOf(textsOf(row)),
    encounter: read.sides,
    scenes: scenesOf(row),
    ...(holdsBack(row) ? { holdsBack: true } : {}),
    ...(row.vector ? { vectors: { text: row.vector } } : {}),
  };
}

/** Has tags, and shows none of them. */
const holdsBack = ({ statements, person }: Pick<MatchingPerson, 'statements' | 'person'>): boolean =>
  publicTags(statements, person.shows).length === 0 && statements.some(({ removed }) => !removed);

type Statement = MatchingPerson['statements'][number];

/** What a tag made by hand means; one that was read knows it. */
const conceptOf = ({ foundAs, label, concept }: Statement, knowledge: Knowledge): string => (foundAs === null ? knowledge.conceptOf(label) : concept);

const shownText = ({ introduction }: MatchingPerson): string | undefined => (introduction?.shown ? introduction.text : undefined);

/** What texts that others may read mention, without what their author took off the badge: a reason would name it. */
function backgroundOf({ person, statements }: MatchingPerson, texts: { text?: string; affiliation?: string }, knowledge: Knowledge): BackgroundConcept[] {
  const told = new Set(publicTags(statements, person.shows));
  const untold = new Set(statements.filter((one) => !told.has(one)).map((one) => conceptOf(one, knowledge)));
  return knowledge.backgroundOf(texts).filter(({ concept }) => !untold.has(concept));
}

/** Sentences that others may read, without those that a tag was read from which its author took off the badge. */
function scenesOf(row: ReadPerson): Scene[] {
  if (!row.introduction?.shown) return [];
  const told = new Set(publicTags(row.statements, row.person.shows));
  const untold = row.statements.filter((one) => !told.has(one)).flatMap(({ evidence }) => evidence);
  return row.read.scenes.filter(({ span: [start, end] }) => !untold.some(([from, to]) => from < end && to > start));
}

/** Words that others may read in any case, and those of the introduction but for what it denies; where that is not shown, no word is ever named. */
function wordingOf(row: Pick<MatchingPerson, 'person' | 'jackets' | 'introduction'>): MatchPerson['wording'] {
  return readWording([withoutDenials(row.introduction?.text ?? ''), row.person.affiliation ?? undefined, ...jacketTexts(row)], row.introduction?.shown ?? true);
}

/** The same for team rules, which may ask for more of a person. */
export const toTeamPerson = (row: ReadPerson, knowledge: Knowledge): MatchPerson & TeamPerson => ({
  ...toMatchPerson(row, knowledge),
  attributes: { team_wish: row.person.teamWish, language: row.person.language },
  choices: row.person.choices,
});

/**
 * The same for other services: a pseudonym and tags. No name, affiliation or sector, no word of an introduction (words count,
 * unnamed), only concepts of the lexicon that one which is shown mentions, and a jacket by those of its concepts that the
 * lexicon knows: an unknown one is its title.
 */
export function toOutsidePerson(row: ReadPerson, pseudonym: string, knowledge: Knowledge): MatchPerson {
  const { statements, jackets, wording, aspects, encounter, vectors } = toMatchPerson({ ...row, introduction: row.introduction && { ...row.introduction, shown: false } }, knowledge);
  const known = jackets.map(({ sharing, concepts }) => ({ sharing, concepts: concepts.filter(({ concept }) => knowledge.knows(concept)) }));
  return {
    id: pseudonym, statements, background: backgroundOf(row, { text: shownText(row) }, knowledge),
    jackets: known.filter(({ concepts }) => concepts.length > 0).map((jacket) => ({ ...jacket, title: jacket.concepts[0].label })),
    wording: wording && { ...wording, shown: false }, aspects, encounter, vectors,
  };
}

const TAGS_ON_A_CARD = 12;

/** How a person looks on somebody's list of candidates; a tag made by hand gets its English name here, where its concept is known. */
export function toCard({ person, statements, jackets }: MatchingPerson, knowledge: Knowledge): CandidateCard {
  const called = publicTags(statements, person.shows).map((one) => ({ ...one, en: one.en ?? knowledge.englishOf({ label: one.label, concept: conceptOf(one, knowledge) }) }));
  const tags = toTags(called).slice(0, TAGS_ON_A_CARD);
  return {
    nickname: person.nickname, affiliation: person.affiliation, tags,
    jackets: person.shows.data ? jackets.filter((jacket) => !jacket.proposed).map((jacket) => jacket.title) : [],
    isNew: tags.length === 0 && !holdsBack({ statements, person }),
  };
}
