import type { ConceptGraph, ConceptNode, MatchEvent, MatchPerson } from '../people.js';
import { ConceptTable } from './concept-table.js';
import { EncounterTable } from './encounter-table.js';
import { nodeOf } from './node-of.js';
import { Postings } from './postings.js';
import { readFacets, readTheme, roleConcept, type FacetEntry } from './read-facets.js';
import { wordingParts } from './read-wording.js';
import { defaultWeights, type MatchWeights } from './weights.js';
import { aspectBuckets, LikenessTable, wordBuckets } from './likeness-table.js';

/** A person as the index holds one: facets as numbered concepts, undamped. */
export interface IndexedPerson {
  place: number;
  person: MatchPerson;
  themes: NumberedFacet;
  /** `scale`: what the needs met are divided by, from the weight of all needs */
  needs: NumberedFacet & { roles: (number | undefined)[]; slots: number[]; scale: number };
  offers: NumberedFacet & { roles: (number | undefined)[] };
  /** What reasons say of this person, filled as they are told; goes with this revision of the person. */
  readonly sides: Map<string, unknown>;
}

export interface NumberedFacet {
  concepts: number[];
  weights: number[];
}

export interface IndexOptions {
  weights?: MatchWeights;
}

/**
 * The people of one event, ready for scoring. Changes are incremental and the order of arrival is irrelevant:
 * an index that saw the same people come, change and go answers as one built anew.
 */
export class EventIndex {
  readonly weights: MatchWeights;
  readonly table: ConceptTable;
  readonly themePostings = new Postings();
  readonly offerPostings = new Postings();
  /** Needs are posted by slot, since each need of a person is met or not by itself. */
  readonly needPostings = new Postings();
  readonly wordings = new LikenessTable(wordBuckets);
  readonly aspects = new LikenessTable(aspectBuckets);
  readonly encounters = new EncounterTable();
  readonly slotPlace: number[] = [];
  readonly slotConcept: number[] = [];
  readonly slotWeight: number[] = [];
  /** Indexed people by place; a hole is free for the next arrival. */
  readonly places: (IndexedPerson | undefined)[] = [];
  readonly graph: ConceptGraph;
  readonly #byId = new Map<string, IndexedPerson>();
  readonly #freePlaces: number[] = [];
  readonly #freeSlots: number[] = [];
  readonly #theme: ReadonlyMap<string, number>;
  readonly #lengths: number[] = [];
  #changed = false;
  /** Scores with everybody, of those who were asked for last; gone with the next arrival. */
  readonly recentScores = new Map<IndexedPerson, Float64Array>();

  constructor(graph: ConceptGraph, event: MatchEvent = {}, options: IndexOptions = {}) {
    this.weights = options.weights ?? defaultWeights;
    this.graph = graph;
    this.table = new ConceptTable(graph);
    this.#theme = readTheme(event.theme);
  }

  get size(): number {
    return this.#byId.size;
  }

  ids(): string[] {
    return [...this.#byId.keys()].sort();
  }

  /** What the graph knows of a concept; undefined for a phrase of somebody's own. */
  conceptNode(concept: string): ConceptNode | undefined {
    return nodeOf(this.graph, concept);
  }

  /** @throws RangeError where the person is not in the index */
  require(id: string): IndexedPerson {
    const person = this.get(id);
    if (!person) throw new RangeError(`Expected \`id\` to be a person of the index, got ${JSON.stringify(id)}`);
    return person;
  }

  get(id: string): IndexedPerson | undefined {
    return this.#byId.get(id);
  }

  /** Adds the person or replaces what was known under the same id. */
  upsert(person: MatchPerson): void {
    this.remove(person.id);
    const facets = readFacets(person, this.#theme, this.weights, (concept) => this.conceptNode(concept));
    const place = this.#freePlaces.pop() ?? this.places.length;
    const needs = this.#numbered(facets.needs);
    const indexed: IndexedPerson = {
      place, person, sides: new Map(),
      themes: this.#numbered(facets.themes),
      needs: { ...needs, roles: this.#roles(facets.needs), slots: [], scale: this.#scaleOf(needs) },
      offers: { ...this.#numbered(facets.offers), roles: this.#roles(facets.offers) },
    };
    this.places[place] = indexed;
    this.#byId.set(person.id, indexed);
    this.#post(indexed);
    if (person.wording) this.wordings.add(place, wordingParts(person.wording.runs));
    if (person.aspects?.length) this.aspects.add(place, person.aspects.map(({ aspect }) => aspect), person.aspects.map(({ weight }) => weight));
    if (person.encounter) this.encounters.add(place, person.id, person.encounter);
    this.#count(indexed, 1);
    this.#lengths[place] = -1;
  }

  /** Takes the person out; unknown ids are ignored. */
  remove(id: string): void {
    const indexed = this.#byId.get(id);
    if (!indexed) return;
    this.#byId.delete(id);
    this.places[indexed.place] = undefined;
    this.#freePlaces.push(indexed.place);
    this.#unpost(indexed);
    this.wordings.remove(indexed.place);
    this.aspects.remove(indexed.place);
    this.encounters.remove(indexed.place);
    this.#count(indexed, -1);
  }

  /** Call before reading scores: brings damping up to date after arrivals and departures. */
  refresh(): void {
    if (!this.#changed) return;
    this.#changed = false;
    this.wordings.refresh();
    this.aspects.refresh();
    this.encounters.refresh();
    const { table } = this;
    for (const concept of [...table.refreshDamping(this.size), ...table.grown]) {
      for (const place of this.themePostings.owners(concept)) this.#lengths[place] = -1;
    }
    table.grown.clear();
  }

  /** Soft length of the person's themes: √(prior + Σᵢⱼ wᵢ·sim(i,j)·wⱼ), so that somebody of one word is not like everybody who says it. */
  themeLength(indexed: IndexedPerson): number {
    const known = this.#lengths[indexed.place];
    if (known >= 0) return known;
    const { concepts, weights } = indexed.themes;
    const { damping } = this.table;
    let sum = 0;
    for (let i = 0; i < concepts.length; i += 1) {
      const near = this.table.near(concepts[i]).of;
      for (let j = 0; j < concepts.length; j += 1) {
        const closeness = near.get(concepts[j]);
        if (closeness !== undefined) sum += weights[i] * damping[concepts[i]] * closeness * weights[j] * damping[concepts[j]];
      }
    }
    return (this.#lengths[indexed.place] = Math.sqrt(sum + this.weights.thinPrior));
  }

  /** The prior for needs unsaid is included; how much a concept says by itself never changes, so neither does this. */
  #scaleOf({ concepts, weights }: NumberedFacet): number {
    let total = this.weights.unmetPrior;
    for (let at = 0; at < concepts.length; at += 1) total += weights[at] * this.table.specificity[concepts[at]];
    return total ** this.weights.shareExponent;
  }

  #numbered(entries: FacetEntry[]): NumberedFacet {
    return { concepts: entries.map(({ concept }) => this.table.numberOf(concept)), weights: entries.map(({ weight }) => weight) };
  }

  #roles(entries: FacetEntry[]): (number | undefined)[] {
    return entries.map(({ role }) => {
      const concept = role && roleConcept(role);
      return concept === undefined ? undefined : this.table.numberOf(concept);
    });
  }

  #post({ place, themes, needs, offers }: IndexedPerson): void {
    themes.concepts.forEach((concept, index) => this.themePostings.add(concept, place, themes.weights[index]));
    offers.concepts.forEach((concept, index) => this.offerPostings.add(concept, place, offers.weights[index]));
    for (const [role, weight] of strongestByRole(offers)) this.offerPostings.add(role, place, weight);
    needs.concepts.forEach((concept, index) => {
      const slot = this.#freeSlots.pop() ?? this.slotPlace.length;
      needs.slots.push(slot);
      this.slotPlace[slot] = place;
      this.slotConcept[slot] = concept;
      this.slotWeight[slot] = needs.weights[index];
      this.table.meeting(concept);
      this.needPostings.add(concept, slot, 1);
      const role = needs.roles[index];
      if (role !== undefined) this.needPostings.add(role, slot, 1);
    });
  }

  #unpost({ place, themes, needs, offers }: IndexedPerson): void {
    for (const concept of themes.concepts) this.themePostings.remove(concept, place);
    for (const concept of offers.concepts) this.offerPostings.remove(concept, place);
    for (const [role] of strongestByRole(offers)) this.offerPostings.remove(role, place);
    needs.concepts.forEach((concept, index) => {
      const slot = needs.slots[index];
      this.needPostings.remove(concept, slot);
      const role = needs.roles[index];
      if (role !== undefined) this.needPostings.remove(role, slot);
      this.#freeSlots.push(slot);
    });
  }

  #count(indexed: IndexedPerson, by: 1 | -1): void {
    const { themes, needs, offers } = indexed;
    const held = new Set([...themes.concepts, ...needs.concepts, ...offers.concepts, ...needs.roles, ...offers.roles]);
    for (const concept of held) if (concept !== undefined) this.table.holders[concept] += by;
    this.#changed = true;
    this.recentScores.clear();
  }
}

/** The strongest offer of each role, by the role's stand-in concept. */
export function strongestByRole({ weights, roles }: IndexedPerson['offers']): Map<number, number> {
  const best = new Map<number, number>();
  roles.forEach((role, index) => {
    if (role !== undefined) best.set(role, Math.max(weights[index], best.get(role) ?? 0));
  });
  return best;
}

/** Builds the index of an event from all its people. */
export function buildEventIndex(graph: ConceptGraph, people: Iterable<MatchPerson>, event: MatchEvent = {}, options: IndexOptions = {}): EventIndex {
  const index = new EventIndex(graph, event, options);
  for (const person of people) index.upsert(person);
  index.refresh();
  return index;
}
