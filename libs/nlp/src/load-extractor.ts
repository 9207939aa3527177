import { parseTagWeights } from './candidates-to-tags/tag-weights.js';
import type { TagJudgement } from './candidates-to-tags/weigh-tags.js';
import { parseWordFamilies } from './candidates-to-tags/word-families.js';
import { LexiconError, type LexiconProblem } from './lexicon-to-concepts/concepts.js';
import { buildLexicon, type Lexicon } from './lexicon-to-concepts/build-lexicon.js';
import { readJudgementFiles, readLexiconFiles, readSynonymGroups } from './lexicon-to-concepts/lexicon-files.js';
import { createExtractor, type Extractor } from './extract-profile.js';
import { loadKuromoji } from './text-to-tokens/kuromoji-tokenizer.js';
import type { Tokenizer } from './text-to-tokens/tokens.js';

export interface LoadOptions {
  /** Folder with `concepts/`, `links/` and so on; default: the lexicon of this repository. */
  folder?: string;
  /** Leaves out what `readAspects` needs and tags do not: a start is a tenth of a second sooner. */
  withoutAspects?: boolean;
  /** Called per fault of the lexicon, which is then skipped; without it a fault throws `LexiconError`. */
  onLexiconProblem?: (problem: LexiconProblem) => void;
}

/** What the rules read with. */
export interface ReadingTools {
  tokenizer: Tokenizer;
  lexicon: Lexicon;
}

/** Loads tokeniser and lexicon. Throws `LexiconError` naming file and line when a lexicon file is wrong. */
export async function loadReadingTools(options: LoadOptions = {}): Promise<ReadingTools> {
  const [tokenizer, files, synonyms] = await Promise.all([loadKuromoji(), readLexiconFiles(options.folder), readSynonymGroups()]);
  const { lexicon, problems } = buildLexicon(options.withoutAspects ? files.filter(({ name }) => !name.startsWith('aspects/')) : files);
  if (problems.length && !options.onLexiconProblem) throw new LexiconError(problems);
  lexicon.addSynonyms(synonyms);
  problems.forEach((problem) => options.onLexiconProblem?.(problem));
  return { tokenizer, lexicon };
}

/** Loads what chooses tags. */
export async function loadJudgement(): Promise<TagJudgement> {
  const { weights, families } = await readJudgementFiles();
  return { weights: parseTagWeights(weights), families: parseWordFamilies(families) };
}

/** Loads everything that tags need, once; keep the result. Throws `LexiconError` as `loadReadingTools` does. */
export async function loadExtractor(options: LoadOptions = {}): Promise<Extractor> {
  const [{ tokenizer, lexicon }, judgement] = await Promise.all([loadReadingTools(options), loadJudgement()]);
  return createExtractor(tokenizer, lexicon, judgement);
}
