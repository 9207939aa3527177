import { createContextJudge } from './candidates-to-tags/judge-in-context.js';
import { parseTagWeights } from './candidates-to-tags/tag-weights.js';
import { parseWordFamilies } from './candidates-to-tags/word-families.js';
import { LexiconError, type LexiconProblem } from './lexicon-to-concepts/concepts.js';
import { buildLexicon, type Lexicon } from './lexicon-to-concepts/build-lexicon.js';
import { modelFile, readJudgementFiles, readKanaWordsFile, readLexiconFiles, readPieceFiles, readSynonymGroups } from './lexicon-to-concepts/lexicon-files.js';
import { createExtractor, type Extractor, type Judgement } from './extract-profile.js';
import { loadNetwork, type RunNative } from './text-to-vectors/network.js';
import { PieceVectors } from './text-to-vectors/piece-vectors.js';
import { parseStatementWeights } from './tokens-to-needs/weigh-statements.js';
import { loadKuromoji } from './text-to-tokens/kuromoji-tokenizer.js';
import type { Tokenizer } from './text-to-tokens/tokens.js';

export interface LoadOptions {
  /** Folder with `concepts/`, `links/` and so on; default: the lexicon of this repository. */
  folder?: string;
  /** Leaves out what `readAspects` needs and tags do not: a start is a tenth of a second sooner. */
  withoutAspects?: boolean;
  /** Around all native code; default: nothing. */
  native?: RunNative;
  /** Called per fault of the lexicon, which is then skipped; without it a fault throws `LexiconError`. */
  onLexiconProblem?: (problem: LexiconProblem) => void;
}

/** The vocabulary of both networks. */
export const loadPieces = async (): Promise<PieceVectors> => new PieceVectors(await readPieceFiles());

/** What the rules read with. */
export interface ReadingTools {
  tokenizer: Tokenizer;
  lexicon: Lexicon;
}

/** Loads tokeniser and lexicon. Throws `LexiconError` naming file and line when a lexicon file is wrong. */
export async function loadReadingTools(options: LoadOptions = {}): Promise<ReadingTools> {
  const [tokenizer, lexicon] = await Promise.all([loadKuromoji(), loadLexicon(options)]);
  return { tokenizer, lexicon };
}

async function loadLexicon({ folder, withoutAspects, onLexiconProblem }: LoadOptions): Promise<Lexicon> {
  const [files, synonyms, kanaWords] = await Promise.all([readLexiconFiles(folder), readSynonymGroups(), readKanaWordsFile()]);
  const { lexicon, problems } = buildLexicon(withoutAspects ? files.filter(({ name }) => !name.startsWith('aspects/')) : files);
  if (problems.length && !onLexiconProblem) throw new LexiconError(problems);
  lexicon.addSynonyms(synonyms);
  lexicon.setKanaWords(kanaWords);
  problems.forEach((problem) => onLexiconProblem?.(problem));
  return lexicon;
}

/** Loads what chooses tags and weighs needs and offers. */
export async function loadJudgement(pieces = loadPieces(), native?: RunNative): Promise<Judgement> {
  const [{ weights, families, statements }, network, vectors] = await Promise.all([readJudgementFiles(), loadNetwork(modelFile('kinds.onnx'), native), pieces]);
  return { weights: parseTagWeights(weights), families: parseWordFamilies(families), judge: createContextJudge(vectors, network), statements: parseStatementWeights(statements) };
}

/** Loads everything that tags need, once; keep the result. Throws `LexiconError` as `loadReadingTools` does. */
export async function loadExtractor(options: LoadOptions = {}, pieces = loadPieces()): Promise<Extractor> {
  const [{ tokenizer, lexicon }, judgement] = await Promise.all([loadReadingTools(options), loadJudgement(pieces, options.native)]);
  return createExtractor(tokenizer, lexicon, judgement);
}
