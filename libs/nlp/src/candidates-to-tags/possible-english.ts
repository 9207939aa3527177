import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { foldSpelling } from '../lexicon-to-concepts/fold-spelling.js';
import type { Likelihoods } from '../statements.js';
import type { Candidate } from '../tokens-to-tags/choose-tags.js';
import { conceptOfDoing, englishConcept } from '../tokens-to-tags/concept-of-english.js';
import { findEnglishNames } from '../tokens-to-tags/find-english-names.js';
import { deniedEnglish, type EnglishRange } from '../tokens-to-tags/read-english.js';
import { gerundsOf, isBareVerb } from './english-bare-verb.js';
import { isEdgeWord, isOrdinaryWord } from '../tokens-to-tags/words/english.js';
import { isNeverEnglish } from '../tokens-to-tags/words/english-never.js';
import { verbsOfEnglish } from '../tokens-to-tags/words/english-verbs.js';

/** A stretch of an English sentence that may be a tag, and how likely it is what by its name and by the rules. */
export interface PossibleEnglish extends Pick<Candidate, 'label' | 'concept' | 'named' | 'phrase' | 'rule'> {
  span: [start: number, end: number];
  /** The sentence says of it that the writer cannot, or that others do. */
  denied: boolean;
  prior: Likelihoods;
}

/** Words of a tag at most; a doing has its verb and small words besides. */
const MOST_WORDS = 5;
/** How likely a stretch is of each kind before its sentence is heard: words that nobody wrote down, names, what the rules say. */
const PRIOR = { words: 0.1, name: 0.2, said: 0.4, unsaid: 0.1, denied: 0.005 };

const LIGHT_VERB = /^(?:speak|study|learn|practi[cs]e|research)(?:s|ing)?$/i;

/** What may be a tag before it is known what its sentence says of it. */
type Named = Omit<PossibleEnglish, 'prior' | 'phrase' | 'denied'>;

interface Word { text: string; start: number; end: number }

/** Every stretch of an English sentence that may be a tag: phrases of a few words, what is done to what, and what the rules name. */
export function possibleEnglish(text: string, range: EnglishRange, candidates: Candidate[], lexicon: Lexicon): PossibleEnglish[] {
  const { start, end } = range;
  const denials = deniedEnglish(text, range);
  const own = candidates.filter(({ spans: [[from, to]] }) => from < end && start < to && !isOrdinaryWord(text.slice(from, to), text.slice(start, end)));
  const said = own.filter(({ kind }) => kind !== 'unable');
  const names = findEnglishNames(text, range, (word) => englishConcept(word, lexicon) !== undefined);
  const found = new Map<string, PossibleEnglish>();
  const add = (given: Named): void => {
    const [from, to] = given.span;
    const phrase = text.slice(from, to);
    const one = isBareVerb(phrase, text.slice(start, from)) ? asDoing(given, phrase, lexicon) : given;
    if (!one || isOfPeople(one, phrase, text.slice(to, end), lexicon)) return;
    if ((!one.named && isNeverEnglish(one.label)) || names.some((name) => from < name[1] && name[0] < to)) return;
    const key = `${from}:${to}:${one.label}`;
    const denied = denials.some((denial) => from < denial[1] && denial[0] < to);
    if (!found.has(key)) found.set(key, { ...one, phrase, denied, prior: priorOf({ ...one, denied }, said, range.heading) });
  };
  for (const { label, concept, named, rule, spans } of said) add({ label, concept, named, rule, span: spans[0] });
  const words = wordsOf(text, start, end);
  words.forEach((first, at) => {
    const verb = verbBefore(words, at, text);
    for (const last of follow(words, at, text).slice(0, MOST_WORDS)) {
      if (isEdgeWord(last.text)) continue;
      const phrase = text.slice(first.start, last.end);
      const doing = verb && conceptOfDoing(verb.text, phrase, lexicon);
      if (doing) add({ label: doing.id, concept: doing.id, named: true, rule: 'english:doing', span: [verb.start, last.end] });
      if (isEdgeWord(first.text) || isVerbAndName(phrase, lexicon)) continue;
      const concept = isOrdinaryWord(phrase, text.slice(start, end)) ? undefined : englishConcept(phrase, lexicon);
      add({ label: concept?.id ?? phrase, concept: concept?.id ?? foldSpelling(phrase), named: concept !== undefined, rule: 'english:words', span: [first.start, last.end] });
    }
  });
  return [...found.values()];
}

/** "I can cook": a verb alone bears the name of its doing (cooking, not the cook); without any name it is none on a badge. */
function asDoing(one: Named, verb: string, lexicon: Lexicon): Named | undefined {
  const doing = gerundsOf(verb).map((gerund) => lexicon.find(gerund)).find((concept) => concept !== undefined);
  if (doing) return { ...one, label: doing.id, concept: doing.id, named: true };
  return one.named ? one : undefined;
}

/** Japanese friends, a French garden: where people and things are from. */
const FROM_THERE = /^ (?:people|persons?|friends?|m[ae]n|wom[ae]n|guys?|ladies|lady|boys?|girls?|kids?|child(?:ren)?|famil(?:y|ies)|wife|husband|partners?|parents?|mothers?|fathers?|neighbou?rs?|residents?|citizens?|colleagues?|co-?workers?|compan(?:y|ies)|firms?|communit(?:y|ies)|societ(?:y|ies)|cultures?|foods?|dish(?:es)?|gardens?|houses?|homes?|restaurants?|shops?|towns?|villages?|nationals?|nationality)\b/i;
const isOfPeople = ({ concept, named }: Named, words: string, behind: string, lexicon: Lexicon): boolean =>
  named && !words.includes(' ') && FROM_THERE.test(behind) && lexicon.concept(concept)?.category === '語学 / 外国語';

/** "speak English": the name alone says it. */
function isVerbAndName(phrase: string, lexicon: Lexicon): boolean {
  const [, verb, rest] = /^(\S+) (.+)$/.exec(phrase) ?? [];
  return verb !== undefined && (verbsOfEnglish(verb).length > 0 || LIGHT_VERB.test(verb)) && englishConcept(rest, lexicon) !== undefined && englishConcept(phrase, lexicon) === undefined;
}

/** What somebody was is called as if they were it still: ex-game dev. */
const PAST = /^ex-(?=\p{L})/iu;

const wordsOf = (text: string, start: number, end: number): Word[] =>
  [...text.slice(start, end).matchAll(/[\p{Script=Latin}\d][\p{Script=Latin}\d'’+#.-]*(?<![-.'’])/gu)].map(({ 0: whole, index }) => {
    const word = whole.replace(PAST, '');
    return { text: word, start: start + index + whole.length - word.length, end: start + index + whole.length };
  });

/** The words from one on, as long as nothing but a blank parts them. */
function follow(words: Word[], from: number, text: string): Word[] {
  const behind = words.findIndex((word, at) => at > from && text.slice(words[at - 1].end, word.start) !== ' ');
  return words.slice(from, behind < 0 ? undefined : behind);
}

/** The verb right before a word: "fix" before "bikes" and before "the bikes". */
function verbBefore(words: Word[], at: number, text: string): Word | undefined {
  const before = words[at - 1];
  return before && text.slice(before.end, words[at].start) === ' ' && verbsOfEnglish(before.text).length > 0 ? before : undefined;
}

/** The heading above a list says more than the rules, which hear nothing in a word alone. */
function priorOf({ span: [start, end], named, denied }: Pick<PossibleEnglish, 'span' | 'named' | 'denied'>, said: Candidate[], heading: EnglishRange['heading']): Likelihoods {
  const byRules = said.find(({ spans: [[from, to]] }) => from < end && start < to)?.kind;
  const kind = heading === undefined || heading === 'unable' || heading === 'nothing' ? byRules : heading;
  const plain = named ? PRIOR.name : PRIOR.words;
  const of = (one: keyof Likelihoods): number => (kind === undefined ? plain : kind === one ? PRIOR.said : PRIOR.unsaid);
  return { skill: denied ? PRIOR.denied : of('skill'), interest: of('interest'), seeking: of('seeking') };
}
