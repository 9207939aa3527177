import { LexiconError, type LexiconProblem } from './lexicon-to-concepts/concepts.js';
import { buildLexicon } from './lexicon-to-concepts/build-lexicon.js';
import { readLexiconFiles, readSynonymGroups } from './lexicon-to-concepts/lexicon-files.js';
import { createExtractor, type Extractor } from './extract-profile.js';
import { loadKuromoji } from './text-to-tokens/kuromoji-tokenizer.js';

export interface LoadOptions {
  /** Folder with `concepts/`, `links/` and so on; default: the lexicon of this repository. */
  folder?: string;
  /** Leaves out what `readAspects` needs and tags do not: a start is a tenth of a second sooner. */
  withoutAspects?: boolean;
  /** Called per fault of the lexicon, which is then skipped; without it a fault throws `LexiconError`. */
  onLexiconProblem?: (problem: LexiconProblem) => void;
}

/** Loads tokeniser and lexicon once; keep the result. Throws `LexiconError` naming file and line when a lexicon file is wrong. */
export async function loadExtractor(options: LoadOptions = {}): Promise<Extractor> {
  const [tokenizer, files, synonyms] = await Promise.all([loadKuromoji(), readLexiconFiles(options.folder), readSynonymGroups()]);
  const { lexicon, problems } = buildLexicon(options.withoutAspects ? files.filter(({ name }) => !name.startsWith('aspects/')) : files);
  if (problems.length && !options.onLexiconProblem) throw new LexiconError(problems);
  lexicon.addSynonyms(synonyms);
  problems.forEach((problem) => options.onLexiconProblem?.(problem));
  return createExtractor(tokenizer, lexicon);
}
