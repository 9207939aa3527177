import type { MatchPerson, TeamPerson } from '@tsunagu/matching';
import { publicTags, toTags, type CandidateCard, type MatchingPerson } from '@tsunagu/storage';

const QUOTE_UNITS = 60;

/** The words that a statement was read from, where they are short enough to be quoted. */
function quoteOf(evidence: [number, number][], introduction: string | null): string | undefined {
  if (!introduction || !evidence.length) return undefined;
  const start = Math.min(...evidence.map(([from]) => from));
  const end = Math.max(...evidence.map(([, to]) => to));
  const quote = introduction.slice(start, end).replace(/\s+/gu, ' ').trim();
  return quote.length > 0 && quote.length <= QUOTE_UNITS ? quote : undefined;
}

/**
 * A participant as matching may use one: what other participants may see, and no more, since everything here can appear in
 * a reason. `conceptOf` says what a tag made by hand means.
 */
export function toMatchPerson({ person, statements, jackets, introduction }: MatchingPerson, conceptOf: (label: string) => string): MatchPerson {
  return {
    id: person.id,
    affiliation: person.affiliation ?? undefined,
    sector: person.sector ?? undefined,
    statements: publicTags(statements, person.shows).map((one) => {
      const quote = one.foundAs === null ? undefined : quoteOf(one.evidence, introduction);
      return {
        kind: one.kind, label: one.label, concept: one.foundAs === null ? conceptOf(one.label) : one.concept, score: one.score,
        ...(one.role ? { role: one.role } : {}), ...(quote ? { quote } : {}),
      };
    }),
    jackets: person.shows.data
      ? jackets.filter((jacket) => !jacket.proposed).map(({ id, title, sharing, concepts }) => ({ id, title, sharing, concepts: concepts ?? [] }))
      : [],
  };
}

/** The same for team rules, which may ask for more of a person. */
export const toTeamPerson = (row: MatchingPerson, conceptOf: (label: string) => string): TeamPerson => ({
  ...toMatchPerson(row, conceptOf),
  attributes: { team_wish: row.person.teamWish, language: row.person.language },
});

/**
 * The same for other services: a pseudonym and tags. No words of an introduction, no affiliation or sector, and a jacket
 * by what it is about instead of its title.
 */
export function toOutsidePerson(row: MatchingPerson, pseudonym: string, conceptOf: (label: string) => string): MatchPerson {
  const { statements, jackets } = toMatchPerson({ ...row, introduction: null }, conceptOf);
  return { id: pseudonym, statements, jackets: jackets.filter(({ concepts }) => concepts.length > 0).map(({ sharing, concepts }) => ({ title: concepts[0].label, sharing, concepts })) };
}

const TAGS_ON_A_CARD = 12;

/** How a person looks on somebody's list of candidates. */
export function toCard({ person, statements, jackets }: MatchingPerson): CandidateCard {
  const tags = toTags(publicTags(statements, person.shows)).slice(0, TAGS_ON_A_CARD);
  return {
    nickname: person.nickname, affiliation: person.affiliation, tags,
    jackets: person.shows.data ? jackets.filter((jacket) => !jacket.proposed).map((jacket) => jacket.title) : [],
    isNew: tags.length === 0,
  };
}
