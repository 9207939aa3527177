import type { ConceptGraph } from '../people.js';
import { readConceptLinks, type ConceptLinks, type Neighbour } from './concept-links.js';
import { readSpecificity } from './concept-specificity.js';
import { dampFrequent } from './damp-frequent.js';
import { isStandIn } from './read-facets.js';
import { createPhraseLinker, type PhraseLinker } from './link-phrases.js';

/** Neighbours of one concept as numbers, for the inner loops; `of` answers single questions. */
export interface NumberedNeighbours {
  concepts: number[];
  closeness: number[];
  of: ReadonlyMap<number, number>;
}

/**
 * The concepts an event has seen, numbered, with their neighbours and how many people hold each.
 * Numbers depend on the order of arrival; nothing that leaves the index does.
 */
export class ConceptTable {
  readonly #links: ConceptLinks;
  readonly #phrases: PhraseLinker;
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #phraseNeighbours = new Map<number, Neighbour[]>();
  readonly #phraseConcepts = new Map<string, Neighbour[]>();
  readonly #near: (NumberedNeighbours | undefined)[] = [];
  readonly #meeting: (NumberedNeighbours | undefined)[] = [];
  readonly #asked: { concepts: number[]; closeness: number[] }[] = [];
  readonly holders: number[] = [];
  /** What is left of each concept's weight here: less for concepts that many people hold, less for wide ones. */
  readonly damping: number[] = [];
  /** How much each concept says by itself, whoever holds it: less for wide ones. Needs weigh by this, since a need is no less for being common. */
  readonly specificity: number[] = [];
  readonly #specificity: (concept: string) => number;
  /** Concepts whose neighbourhood grew since the last look: norms built on them are old. */
  readonly grown = new Set<number>();

  constructor(graph: ConceptGraph) {
    this.#links = readConceptLinks(graph);
    this.#phrases = createPhraseLinker(graph);
    this.#specificity = readSpecificity(graph);
  }

  get size(): number {
    return this.#names.length;
  }

  nameOf(number: number): string {
    return this.#names[number];
  }

  numberOf(concept: string): number {
    const known = this.#numbers.get(concept);
    if (known !== undefined) return known;
    const number = this.#names.length;
    this.#numbers.set(concept, number);
    this.#names.push(concept);
    this.holders.push(0);
    this.damping.push(this.#specificity(concept));
    this.specificity.push(this.#specificity(concept));
    this.#asked.push({ concepts: [], closeness: [] });
    if (!this.#links.has(concept) && !isStandIn(concept)) this.#linkPhrase(concept, number);
    return number;
  }

  /** Concepts alike in theme, itself included. */
  near(number: number): NumberedNeighbours {
    return (this.#near[number] ??= this.#numbered(this.#withPhrases(number, (concept) => this.#links.near(concept))));
  }

  /** Offers that meet a need for the concept, itself included. */
  meeting(number: number): NumberedNeighbours {
    return (this.#meeting[number] ??= this.#meetingOf(number));
  }

  /** Needs, among those that were ever looked up by `meeting`, that the concept meets as an offer. */
  metNeeds(offer: number): { concepts: number[]; closeness: number[] } {
    return this.#asked[offer];
  }

  /** Brings the damping up to date; returns the concepts whose damping changed. */
  refreshDamping(people: number): number[] {
    const changed: number[] = [];
    for (let number = 0; number < this.holders.length; number += 1) {
      const damping = dampFrequent(this.holders[number], people) * this.specificity[number];
      if (damping !== this.damping[number]) {
        this.damping[number] = damping;
        changed.push(number);
      }
    }
    return changed;
  }

  #linkPhrase(phrase: string, number: number): void {
    const contained = this.#phrases.conceptsIn(phrase);
    this.#phraseConcepts.set(phrase, contained);
    const alike = this.#phrases.likeBefore(phrase);
    for (const { concept, closeness } of [...contained, ...alike]) {
      const other = this.numberOf(concept);
      this.#addPhraseNeighbour(number, { concept, closeness });
      this.#addPhraseNeighbour(other, { concept: phrase, closeness });
    }
  }

  #addPhraseNeighbour(number: number, neighbour: Neighbour): void {
    const known = this.#phraseNeighbours.get(number);
    if (known) known.push(neighbour);
    else this.#phraseNeighbours.set(number, [neighbour]);
    this.#near[number] = undefined;
    this.grown.add(number);
    if (this.#meeting[number]) {
      this.#forgetMeeting(number);
      this.meeting(number);
    }
  }

  #withPhrases(number: number, linked: (concept: string) => readonly Neighbour[]): Map<string, number> {
    const best = new Map<string, number>();
    const put = (concept: string, closeness: number): void => {
      if (closeness > (best.get(concept) ?? 0)) best.set(concept, closeness);
    };
    const name = this.#names[number];
    put(name, 1);
    for (const { concept, closeness } of linked(name)) put(concept, closeness);
    for (const { concept, closeness } of this.#phraseNeighbours.get(number) ?? []) put(concept, closeness);
    return best;
  }

  #meetingOf(number: number): NumberedNeighbours {
    const best = this.#withPhrases(number, (concept) => this.#links.meeting(concept));
    // A phrase that the graph does not know is met by whatever meets the concepts in it.
    for (const part of this.#phraseConcepts.get(this.#names[number]) ?? []) {
      for (const { concept, closeness } of this.#links.meeting(part.concept)) {
        const value = part.closeness * closeness;
        if (value > (best.get(concept) ?? 0)) best.set(concept, value);
      }
    }
    const found = this.#numbered(best);
    found.concepts.forEach((offer, index) => {
      this.#asked[offer].concepts.push(number);
      this.#asked[offer].closeness.push(found.closeness[index]);
    });
    return found;
  }

  #forgetMeeting(number: number): void {
    for (const offer of this.#meeting[number]?.concepts ?? []) {
      const asked = this.#asked[offer];
      const at = asked.concepts.indexOf(number);
      asked.concepts.splice(at, 1);
      asked.closeness.splice(at, 1);
    }
    this.#meeting[number] = undefined;
  }

  #numbered(best: Map<string, number>): NumberedNeighbours {
    const sorted = [...best].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const concepts = sorted.map(([concept]) => this.numberOf(concept));
    const closeness = sorted.map(([, value]) => value);
    return { concepts, closeness, of: new Map(concepts.map((concept, index) => [concept, closeness[index]])) };
  }
}
