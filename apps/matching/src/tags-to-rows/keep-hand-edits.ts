import { isEverydayConcept } from '@tsunagu/contracts';
import type { NewStatement, StatementChanges, StatementRow } from '@tsunagu/storage';
import { isSameIdea, type Knowledge } from '../knowledge.js';
import type { HeldData } from './held-data.js';
import { spansOf } from './statements-of.js';

type Present = Pick<StatementRow, 'id' | 'kind' | 'label' | 'concept' | 'foundAs' | 'byHand' | 'hidden' | 'removed' | 'evidence' | 'revision'>;

/** A reading of an introduction's revision, with the event's own words. */
export interface Reread { found: readonly NewStatement[]; revision: number; knowledge: Pick<Knowledge, 'mayMean'> }

const kindFound = ({ kind, foundAs }: Present): string => foundAs?.split('|', 1)[0] ?? kind;
const isOfKind = (row: Present, { kind }: NewStatement): boolean => kind === row.kind || kind === kindFound(row);
const overlap = (a: [number, number][], b: [number, number][]): boolean => a.some(([from, to]) => b.some(([start, end]) => from < end && start < to));

/** What tells whether a found statement is one that is known, but for its role. */
const knownBy = (knowledge: Reread['knowledge']) => (row: Present, one: NewStatement): boolean =>
  isOfKind(row, one) && (isSameIdea(row.concept, one.concept) || (row.foundAs === null && knowledge.mayMean(row.label, one.concept)));

/** Of the same words, of which a hand wants nothing told, or not in this kind. A sentence that is read as a whole is none of the tags in it. */
const isOfSameWords = (row: Present, one: NewStatement): boolean =>
  (row.hidden || row.removed || isOfKind(row, one)) && isEverydayConcept(row.concept) === isEverydayConcept(one.concept) && overlap(row.evidence, one.evidence);

/**
 * What a new reading changes in a person's statements. Whatever a hand has made, changed, hidden or removed stays as it is
 * (only the words it is highlighted by follow the new text), and what was found again does not come back beside it. In the same
 * text it is found again by its words too, whatever an organiser's new word or another lexicon makes of them.
 * Rows of the earlier reading keep their ids where they are found again, and go where they are not.
 */
export function keepHandEdits(present: readonly Present[], { found, revision, knowledge }: Reread): StatementChanges {
  const changes: StatementChanges = { add: [], change: [], remove: [] };
  const isKnownAs = knownBy(knowledge);
  const unknown = new Set(found.filter((one) => !present.some((row) => isKnownAs(row, one))));
  const isKept = (row: Present, one: NewStatement): boolean => isKnownAs(row, one) || (row.revision === revision && unknown.has(one) && isOfSameWords(row, one));
  const byHand = present.filter((row) => row.byHand);
  for (const row of byHand) {
    if (row.foundAs === null) continue;
    const same = found.filter((one) => one.kind === kindFound(row) && isKept(row, one));
    const again = same.find((one) => one.foundAs === row.foundAs) ?? same.at(0);
    const evidence = row.revision === revision ? spansOf(row.evidence, same.flatMap((one) => one.evidence)) : again?.evidence ?? [];
    if (again) changes.change.push({ id: row.id, evidence, concept: again.concept, foundAs: again.foundAs });
    else if (evidence.length !== row.evidence.length) changes.change.push({ id: row.id, evidence });
  }
  const open = found.filter((one) => !byHand.some((row) => isKept(row, one)));
  const earlier = new Map(present.filter((row) => !row.byHand).map((row) => [row.foundAs, row.id]));
  for (const one of open) {
    const id = earlier.get(one.foundAs);
    if (id === undefined) changes.add.push(one);
    else changes.change.push({ id, ...one });
    earlier.delete(one.foundAs);
  }
  changes.remove.push(...earlier.values());
  return changes;
}

type PresentJacket = { id: string; title: string; proposed: boolean };

/**
 * Data jackets to propose for data that somebody holds (`heldData`), and earlier proposals to take back because the text no
 * longer says so. What was found before is not proposed again: its holder may have declined. `room`: jackets still allowed.
 */
export function proposeJackets(statements: readonly Pick<StatementRow, 'foundAs'>[], jackets: readonly PresentJacket[], held: readonly HeldData[], room: number): { titles: string[]; withdraw: string[] } {
  const knownBefore = new Set(statements.map((row) => row.foundAs));
  const present = new Set(jackets.map((jacket) => jacket.title));
  // one that was proposed by its label stands
  const said = new Set(held.flatMap(({ title, of }) => [title, of.label]));
  const titles = held.filter(({ title, of }) => !knownBefore.has(of.foundAs) && !present.has(title) && !present.has(of.label)).map(({ title }) => title);
  return {
    titles: [...new Set(titles)].slice(0, Math.max(0, room)),
    withdraw: jackets.filter((jacket) => jacket.proposed && !said.has(jacket.title)).map((jacket) => jacket.id),
  };
}
