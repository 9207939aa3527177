import type { TagView } from '@tsunagu/contracts';

/**
 * What of theirs to ask somebody about first: what the reasons to meet name, else their first tag. Never what they look for: that is
 * theirs to be told about. @param named labels of the reasons, most important first
 */
export function openingAbout(theirs: readonly TagView[], named: readonly string[]): TagView | undefined {
  const askable = theirs.filter(({ kind }) => kind !== 'seeking');
  return named.map((label) => askable.find((tag) => tag.label === label)).find(Boolean) ?? askable[0];
}
