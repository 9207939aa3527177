import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import type { Token } from '../text-to-tokens/tokens.js';
import { buildChunks } from './build-chunks.js';
import type { Candidate } from './choose-tags.js';
import type { Mention } from './clause.js';
import { joinPhrases, type Item } from './join-phrases.js';
import { judgePredicate, type Reading } from './judge-predicate.js';
import { nameMentions, namingOf } from './name-mentions.js';
import { readClauses } from './read-clauses.js';
import { resolveAmbiguous } from './resolve-ambiguous.js';
import { findRegions, splitSentences, type Sentence } from './split-sentences.js';

/** A fragment without a predicate: たまにTerraformも。 */
const isFragment = (items: Item[]): boolean => !items.some((item) => item.type === 'predicate') && items.some((item) => item.type === 'phrase');

const clearReading = (mentions: Mention[]): Reading | undefined =>
  [...mentions].reverse().find(({ reading, inside }) => reading.kind !== 'nothing' && !inside && !reading.weak)?.reading;

/** What a fragment takes over: an aside from the phrase it stands behind, a fragment with も from the sentence before. */
function inheritedBy(sentence: Sentence, items: Item[], read: Mention[][]): Reading | undefined {
  if (!isFragment(items)) return undefined;
  if (sentence.asideOf !== undefined) {
    const outer = read[sentence.asideOf].filter(({ phrase }) => phrase.end <= sentence.asideAt!).at(-1)?.reading;
    return outer && { ...outer, score: outer.score * 0.8 };
  }
  const last = read.at(-1);
  const goesOn = items.some((item) => item.type === 'phrase' && item.particles.includes('も')) || items.some((item) => item.type === 'other' && /^(?:あと|それから|それと|他に|ほかに|また|ついで)/.test(item.text));
  return last && goesOn ? clearReading(last) : undefined;
}

/** The end of a call for people or things. */
const CALLS_FOR = /(?:募集(?:中|して(?:い)?(?:ます|る))?(?:です)?|急募|求む|(?:求め|(?:探|さが)して)(?:い)?(?:ます|る)(?:ところです)?|(?:探|さが)し中(?:です)?|(?:ほし|欲し)い(?:です)?|足り(?:ません|ない(?:です)?)|いません(?:か)?)[!。?\s]*$/u;
/** 英語・手話, without a word of whose they are or how many. */
const BARE_LIST = /^(?!.*(?:ます|です|てる|てい|する|当方|こちら|私|わたし|自分|うち|不問|可$|年|歳|人$|名$))[^はがをにで。:]{1,40}$/u;

/** 講師募集(英語、手話): what is listed behind a call is what is called for, as under a heading. */
function underItsCall(sentence: Sentence, text: string): Sentence {
  if (sentence.asideAt === undefined || sentence.heading || !CALLS_FOR.test(text.slice(0, sentence.asideAt))) return sentence;
  return BARE_LIST.test(text.slice(sentence.tokens[0].start, sentence.tokens.at(-1)!.end)) ? { ...sentence, heading: 'seeking' } : sentence;
}

/** One sentence and what was read in it. */
export interface ReadSentence {
  sentence: Sentence;
  items: Item[];
  mentions: Mention[];
}

/** Reads the tokens of a whole text sentence by sentence. */
export function readSentences(tokens: Token[], text: string): ReadSentence[] {
  const sentences = splitSentences(tokens, text, findRegions(text)).map((sentence) => underItsCall(sentence, text));
  const read: Mention[][] = [];
  const done: ReadSentence[] = [];
  for (const [at, sentence] of sentences.entries()) {
    const items = joinPhrases(buildChunks(sentence.tokens, text), text);
    const mentions = readClauses(items, { heading: sentence.heading, inherited: inheritedBy(sentence, items, read) });
    // 統計?さっぱりです: what is asked back is not claimed.
    const askedBack = sentence.asked && isFragment(items) && sentences[at + 1] !== undefined && !sentence.heading;
    const [remark, ...rest] = items.filter((item) => item.type !== 'mark');
    // 英語(苦手), Rust(勉強中): what is said in brackets is said of the word before them.
    if (sentence.asideOf !== undefined && remark?.type === 'predicate' && rest.length === 0) {
      const judged = judgePredicate(remark);
      const outer = read[sentence.asideOf].filter(({ phrase }) => phrase.end <= sentence.asideAt!).at(-1);
      if (outer && (judged.kind === 'unable' || judged.kind === 'interest')) outer.reading = { ...judged, rule: `(${judged.rule})` };
    }
    done.push({ sentence, items, mentions: [] });
    read.push(askedBack ? mentions.map((mention) => ({ ...mention, reading: { kind: 'unable' as const, score: 0.7, rule: 'asked back' } })) : mentions);
  }
  return done.map((one, at) => ({ ...one, mentions: read[at] }));
}

/** Names what was read: candidates for tags. */
export function nameSentences(read: ReadSentence[], text: string, lexicon: Lexicon): Candidate[] {
  const naming = namingOf(text, lexicon);
  return resolveAmbiguous(read.flatMap(({ mentions }) => nameMentions(mentions, naming)), lexicon);
}
