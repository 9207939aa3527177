import type { EventWordView, Kind, PersonView } from '@tsunagu/contracts';

export interface ProposedWord { label: string; kind: Kind; people: number }

/**
 * Tags that people have made themselves, in words that no reading has found and the organiser has not yet decided on: most
 * people first. Approved, such a word is recognised in everybody's introduction.
 */
export function proposedWords(people: readonly PersonView[], words: readonly EventWordView[]): ProposedWord[] {
  const read = new Set(people.flatMap(({ tags }) => tags.filter(({ added }) => !added).map(({ concept }) => concept)));
  const decided = new Set(words.flatMap(({ label, spellings }) => [label, ...spellings]));
  const found = new Map<string, ProposedWord>();
  for (const { tags } of people) {
    for (const { label, kind, concept } of tags.filter(({ added }) => added)) {
      if (read.has(concept) || decided.has(label)) continue;
      const known = found.get(label);
      if (known) known.people++;
      else found.set(label, { label, kind, people: 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.people - a.people || a.label.localeCompare(b.label, 'ja'));
}
