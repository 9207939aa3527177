import type { CandidateView, FreePerson, Named } from '@tsunagu/contracts';

export interface PeopleFilter { free: boolean; label: string | null; words: string }
export const NO_FILTER: PeopleFilter = { free: false, label: null, words: '' };

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
const labelsOf = ({ tags, jackets, reasons }: CandidateView): string[] => [...new Set([...reasons.flatMap((reason) => reason.labels), ...tags.map((tag) => tag.label), ...jackets])];
/** Labels with their English names, as reasons and tags have them. */
const englishOf = ({ tags, reasons }: CandidateView): [label: string, en: string][] =>
  [...reasons.flatMap(({ names = {} }) => Object.entries(names)), ...tags.flatMap(({ label, en }): [string, string][] => (en ? [[label, en]] : []))];

/** Who is free now: participant → where. A time that has passed no longer counts. */
export const freeNow = (free: readonly FreePerson[], now: number): Map<string, string> =>
  new Map(free.filter((one) => Date.parse(one.until) > now).map((one) => [one.participantId, one.place]));

/** The candidates who fit every part of the filter, in their order. */
export function filterPeople(candidates: readonly CandidateView[], filter: PeopleFilter, free: ReadonlyMap<string, string>): CandidateView[] {
  const words = plain(filter.words).split(/\s+/).filter(Boolean);
  return candidates.filter((one) => {
    if (filter.free && !free.has(one.participantId)) return false;
    if (filter.label !== null && !labelsOf(one).includes(filter.label)) return false;
    const text = plain([one.nickname, one.affiliation ?? '', ...labelsOf(one), ...englishOf(one).map(([, en]) => en)].join('\n'));
    return words.every((word) => text.includes(word));
  });
}

/** Labels that tell candidates apart: those that several share, but not all, most frequent first. */
export function filterLabels(candidates: readonly CandidateView[], most: number): Named[] {
  const counts = new Map<string, number>();
  for (const label of candidates.flatMap(labelsOf)) counts.set(label, (counts.get(label) ?? 0) + 1);
  const english = new Map(candidates.flatMap(englishOf));
  return [...counts].filter(([, count]) => count < candidates.length).sort(([, a], [, b]) => b - a).slice(0, most).map(([label]) => ({ label, en: english.get(label) }));
}
