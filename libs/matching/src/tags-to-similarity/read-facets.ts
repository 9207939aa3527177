import type { ConceptNode, MatchPerson, MatchStatement, Role, WeightedConcept } from '../people.js';
import type { MatchWeights } from './weights.js';

/** A person's concepts by the part they play in a score; each concept at most once per facet, sorted by id. */
export interface Facets {
  themes: FacetEntry[];
  needs: FacetEntry[];
  offers: FacetEntry[];
}

export interface FacetEntry {
  concept: string;
  /** In 0…1, before damping. */
  weight: number;
  role?: Role;
}

/**
 * The stand-in concept by which any place answers a need for a place, any pair of hands one for hands.
 * Knowledge has none: knowing something is no answer to wanting to know something else.
 */
export const roleConcept = (role: Role): string | undefined => (role === 'knowledge' ? undefined : `role:${role}`);

/** The stand-in concept by which two people of one field are a little alike whatever their words. */
const categoryConcept = (category: string): string => `category:${category}`;

/** What people have or lack; of people and topics a bare mention asks for nothing. */
const needed: readonly ConceptNode['everyday'][] = ['thing', 'wide'];

/** Stand-ins take part in scores and are never named in reasons. */
export const isStandIn = (concept: string): boolean => concept.startsWith('role:') || concept.startsWith('category:');

class Collected {
  readonly #entries = new Map<string, FacetEntry & { roleWeight: number }>();

  /** What is said several times counts as its weightiest; of several roles that of the weightiest, whichever comes first. */
  add(concept: string, weight: number, role?: Role): void {
    const entry = this.#entries.get(concept) ?? { concept, weight: 0, roleWeight: 0 };
    entry.weight = Math.max(entry.weight, Math.min(1, weight));
    if (role && (!entry.role || weight > entry.roleWeight || (weight === entry.roleWeight && role < entry.role))) Object.assign(entry, { role, roleWeight: weight });
    this.#entries.set(concept, entry);
  }

  sorted(): FacetEntry[] {
    return [...this.#entries.values()].filter((entry) => entry.weight > 0).map(({ concept, weight, role }) => ({ concept, weight, role }))
      .sort((a, b) => (a.concept < b.concept ? -1 : 1));
  }
}

/** How sure a reading of everyday words is tells whether it may be named; for finding people all are worth the same, but for offers of what nearly everybody has a little of. */
const asWeighed = (statement: MatchStatement, everyday: ConceptNode['everyday'], { everyday: { said, wideOffer } }: MatchWeights): MatchStatement =>
  (everyday ? { ...statement, role: undefined, score: everyday === 'wide' && statement.kind === 'skill' ? wideOffer : said } : statement);

function addStatement(statement: MatchStatement, themes: Collected, needs: Collected, offers: Collected, weights: MatchWeights): void {
  const { kind, concept, score, role } = statement;
  themes.add(concept, score * weights.themeOf[kind]);
  if (kind === 'seeking') needs.add(concept, score, role);
  if (kind === 'skill') offers.add(concept, score, role);
  if (kind === 'interest') {
    needs.add(concept, score * weights.interestAsNeed);
    offers.add(concept, score * weights.interestAsOffer);
  }
}

/** A need or an offer of this score was said in so many words. */
const plainlySaid = 0.6;

/** What people in a role mostly need and have: the more somebody says themselves, the less is guessed. */
function addImplied({ statements, background = [] }: MatchPerson, themes: Collected, needs: Collected, offers: Collected, weights: MatchWeights): void {
  const said = (kind: MatchStatement['kind']): number => statements.filter((one) => one.kind === kind && one.score > plainlySaid).length;
  const [needsSaid, offersSaid] = [said('seeking'), said('skill')];
  for (const { concept, weight, implied } of background) {
    if (!implied) continue;
    const isNeed = implied.says === 'need';
    const guess = weight * (isNeed ? weights.implied.need / (1 + needsSaid) : weights.implied.offer / (1 + offersSaid));
    (isNeed ? needs : offers).add(concept, guess);
    themes.add(concept, guess * (isNeed ? weights.themeOf.seeking : weights.themeOf.skill));
  }
}

/** Sorts a person's statements and data jackets into themes, needs and offers. The order of statements does not matter. */
export function readFacets(
  person: MatchPerson, theme: ReadonlyMap<string, number>, weights: MatchWeights, nodeOf: (concept: string) => ConceptNode | undefined,
): Facets {
  const themes = new Collected();
  const needs = new Collected();
  const offers = new Collected();
  const statements = person.statements.map((statement) => asWeighed(statement, nodeOf(statement.concept)?.everyday, weights));
  for (const statement of statements) addStatement(statement, themes, needs, offers, weights);
  addImplied({ ...person, statements }, themes, needs, offers, weights);
  for (const { concept, weight, implied, offer = weight * weights.background.offer } of person.background ?? []) {
    if (implied) continue;
    themes.add(concept, weight * weights.background.theme);
    offers.add(concept, offer);
    if (needed.includes(nodeOf(concept)?.everyday)) needs.add(concept, weight * weights.background.need);
  }
  for (const jacket of person.jackets) {
    for (const { concept, weight } of jacket.concepts) {
      themes.add(concept, weight * weights.themeOf.jacket);
      offers.add(concept, weight * weights.sharing[jacket.sharing], 'data');
    }
  }
  for (const { concept, weight } of themes.sorted()) {
    const node = nodeOf(concept);
    const category = node?.category;
    if (category && !node.everyday) themes.add(categoryConcept(category), weight * weights.sameCategory);
  }
  const boosted = themes.sorted().map((entry) => ({ ...entry, weight: entry.weight * (1 + weights.themeBoost * (theme.get(entry.concept) ?? 0)) }));
  return { themes: boosted, needs: needs.sorted(), offers: offers.sorted() };
}

/** The concepts of the event's theme by id, strongest weight first kept. */
export function readTheme(theme: readonly WeightedConcept[] | undefined): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { concept, weight } of theme ?? []) weights.set(concept, Math.max(weight, weights.get(concept) ?? 0));
  return weights;
}
