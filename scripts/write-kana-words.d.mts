/** What of the lexicon and the tokeniser is used. */
interface Lexicon { concepts(): Iterable<{ id: string; spellings: string[] }>; meaning(folded: string): unknown }
interface Tokenizer { tokenize(text: string, terms: never[]): { surface: string; reading: string }[] }
export function lexiconLines(lexicon: Lexicon, tokenizer: Tokenizer): string[];
