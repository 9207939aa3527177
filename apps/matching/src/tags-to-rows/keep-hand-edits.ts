import type { NewStatement, StatementChanges, StatementRow } from '@tsunagu/storage';
import type { HeldData } from './held-data.js';

type Present = Pick<StatementRow, 'id' | 'kind' | 'concept' | 'foundAs' | 'byHand' | 'removed' | 'evidence'>;

const sameThing = (row: Present, found: NewStatement): boolean => row.foundAs === found.foundAs || (row.kind === found.kind && row.concept === found.concept);

/**
 * What a new reading changes in a person's statements. Whatever a hand has made, changed, hidden or removed stays as it is
 * (only the words it is highlighted by follow the new text), and what was found again does not come back beside it.
 * Rows of the earlier reading keep their ids where they are found again, and go where they are not.
 */
export function keepHandEdits(present: readonly Present[], found: readonly NewStatement[]): StatementChanges {
  const changes: StatementChanges = { add: [], change: [], remove: [] };
  const byHand = present.filter((row) => row.byHand);
  for (const row of byHand) {
    const again = found.find((one) => one.foundAs === row.foundAs);
    if (again) changes.change.push({ id: row.id, evidence: again.evidence });
    else if (row.evidence.length) changes.change.push({ id: row.id, evidence: [] });
  }
  const open = found.filter((one) => !byHand.some((row) => sameThing(row, one)));
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
