/** What of the lexicon is used. */
interface Lexicon { newWordsOf(group: readonly string[]): unknown }
export function synonymsText(lexicon: Lexicon): Promise<string>;
