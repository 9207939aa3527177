import { searchFor, type CandidateView, type FreePerson, type Language } from '@tsunagu/contracts';
import { nameOf } from '../look/name-of.js';

export interface PeopleFilter { free: boolean; label: string | null; words: string }
export const NO_FILTER: PeopleFilter = { free: false, label: null, words: '' };

const labelsOf = ({ tags, jackets, reasons }: CandidateView): string[] => [...new Set([...reasons.flatMap((reason) => reason.labels), ...tags.map((tag) => tag.label), ...jackets])];
/** Labels with their English names, as reasons and tags have them. */
const englishOf = ({ tags, reasons }: CandidateView): [label: string, en: string][] =>
  [...reasons.flatMap(({ names = {} }) => Object.entries(names)), ...tags.flatMap(({ label, en }): [string, string][] => (en ? [[label, en]] : []))];

export type Naming = (label: string) => string;
/** What a page of this language calls the candidates' labels: two of them may bear one English name. */
export function namesIn(candidates: readonly CandidateView[], language: Language): Naming {
  const english = new Map(candidates.flatMap(englishOf));
  return (label) => nameOf({ label, en: english.get(label) }, language);
}

/** Who is free now: participant → where. A time that has passed no longer counts. */
export const freeNow = (free: readonly FreePerson[], now: number): Map<string, string> =>
  new Map(free.filter((one) => Date.parse(one.until) > now).map((one) => [one.participantId, one.place]));

/** The candidates who fit every part of the filter, whoever is free now first, else in their order; a label stands for all that bear its name. */
export function filterPeople(candidates: readonly CandidateView[], filter: PeopleFilter, free: ReadonlyMap<string, string>, named: Naming): CandidateView[] {
  const isSought = searchFor(filter.words);
  return candidates.filter((one) => {
    if (filter.free && !free.has(one.participantId)) return false;
    if (filter.label !== null && !labelsOf(one).some((label) => named(label) === named(filter.label!))) return false;
    return isSought([one.nickname, one.affiliation ?? '', ...labelsOf(one), ...englishOf(one).map(([, en]) => en)].join('\n'));
  }).sort((one, other) => Number(free.has(other.participantId)) - Number(free.has(one.participantId)));
}

/** Labels that tell candidates apart, one for each name: those that several share, but not all, most frequent first. */
export function filterLabels(candidates: readonly CandidateView[], most: number, named: Naming): string[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const one of candidates) {
    for (const [name, label] of new Map(labelsOf(one).map((label) => [named(label), label]))) counts.set(name, { label, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return [...counts.values()].filter(({ count }) => count < candidates.length).sort((a, b) => b.count - a.count).slice(0, most).map(({ label }) => label);
}
