import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import type { Role, Statement } from '../statements.js';
import { aboutOneself } from '../candidates-to-tags/about-oneself.js';
import { notTheWriters } from '../candidates-to-tags/not-the-writers.js';
import { questionMarkAt, spokenToTheRoom } from '../candidates-to-tags/spoken-to-the-room.js';
import { givenSpan, type CleanText } from '../text-to-tokens/clean-text.js';
import { readSituations } from '../text-to-situations/read-situations.js';
import { LIST_MARK, sentencePattern } from '../text-to-tokens/sentence-letters.js';
import { asSaidInEnglish } from './said-in-english.js';
import type { Situation } from '../text-to-situations/situations.js';

/** A trouble is eased by people before anything else. */
const ROLE_OF_A_TROUBLE: Role = 'contacts';
const SURENESS = 0.9;
/** What nearly everybody has a little of says less when offered. */
const WIDE_OFFER = 0.7;
/** A longer sentence is quoted by the part between its commas. */
const LONGEST_SENTENCE = 34;
const SENTENCE = new RegExp(sentencePattern(), 'gu');
/** What a quote is better without. */
const LEAD = new RegExp(String.raw`^\s*${LIST_MARK}?(?:(?:and|but|so)\s+)?`, 'u');
const CLAUSE = new RegExp(sentencePattern('[、,]'), 'gu');

/** Needs and offers that are said in everyday words, named by what they are about; best first. */
export function everydayStatements(clean: CleanText, lexicon: Lexicon): { needs: Statement[]; offers: Statement[] } {
  const inEnglish = asSaidInEnglish(clean.text);
  const situations = readSituations(clean.text, lexicon.everyday).flatMap((one) => inEnglish(one) ?? asSaid(one, clean.text));
  const of = (stance: Situation['stance']): Statement[] => {
    const said = situations.filter((one) => one.stance === stance);
    return said.filter((one) => said.find(({ concept }) => concept === one.concept) === one).map((one) => toStatement(one, clean, lexicon));
  };
  return { needs: of('need'), offers: of('offer') };
}

/** 去年までバスの運転手をしていました。運転はもうできません: what was, and what the next sentence says of it. */
const PAST = /(?:でし|まし|だっ)た[。!\s]*$/u;
const NO_MORE = /^[。!\s]*[^。]{0,14}(?:もう|今は|いまは|今では)[^。]{0,12}(?:ません|ない|無理|やめ|辞め)/u;

/** Behind whom something is handed to: 留学生にアパートを貸す. */
const HANDED_TO = /^(?:たち|さん|の方(?:々)?|の皆さん)?[にへ][^、。に]{1,16}を[^、。]{0,6}(?:貸|譲|売|配|届け|提供|渡)/u;

/** As its sentence means it: what others do, what is long gone and whom something is given to is not offered, what is offered by a question or to whoever takes it is not needed, and what is refused or there in plenty is neither. */
function asSaid(situation: Situation, text: string): Situation[] {
  const { stance, span } = situation;
  const [from, to] = within(text, ...span, SENTENCE);
  const sentence = text.slice(from, to) + questionMarkAt(text, to);
  const isIn = (ranges: [number, number][]): boolean => ranges.some(([start, end]) => span[0] - from < end && start < span[1] - from);
  const { offered, asked, refused } = spokenToTheRoom(sentence);
  const { had, given } = aboutOneself(sentence);
  if (isIn(refused) || (stance === 'offer' && (isIn(notTheWriters(sentence)) || HANDED_TO.test(text.slice(span[1])) || (PAST.test(sentence) && NO_MORE.test(text.slice(to)))))) return [];
  if (stance === 'need' && !isIn(given) && isIn(had)) return [];
  // アプリを使ってくれる人: who takes it is sought all the same
  const isGiven = given.some(([start, end]) => span[0] - from >= start && span[1] - from <= end);
  if (isIn(offered) || isGiven) return [{ ...situation, stance: 'offer' }];
  return [isIn(asked) && stance === 'offer' ? { ...situation, stance: 'need' } : situation];
}

function toStatement({ stance, concept, role, weight, span }: Situation, clean: CleanText, { everyday }: Lexicon): Statement {
  const sure = weight * SURENESS * (stance === 'offer' && everyday.concepts.get(concept)!.everyday === 'wide' ? WIDE_OFFER : 1);
  return {
    kind: stance === 'need' ? 'seeking' : 'skill', label: everyday.concepts.get(concept)!.ja, phrase: clean.text.slice(...span), concept,
    role: role ?? (concept.startsWith('ひと:') ? 'audience' : ROLE_OF_A_TROUBLE),
    score: Math.round(sure * 100) / 100, evidence: [givenSpan(clean, ...clauseAround(clean.text, span))], rule: `everyday:${stance}`,
  };
}

/** The words are part of a sentence that a reader understands: that is the evidence. */
function clauseAround(text: string, [start, end]: [number, number]): [number, number] {
  const whole = within(text, start, end, SENTENCE);
  const [from, to] = whole[1] - whole[0] <= LONGEST_SENTENCE ? whole : within(text, start, end, CLAUSE);
  const lead = LEAD.exec(text.slice(from, to))![0].length;
  return [from + lead, from + text.slice(from, to).trimEnd().length];
}

/** The run of such letters that the words stand in; where none holds them all, the words. */
function within(text: string, start: number, end: number, letters: RegExp): [number, number] {
  const run = [...text.matchAll(letters)].find(({ 0: words, index }) => index <= start && end <= index + words.length);
  return run ? [run.index, run.index + run[0].length] : [start, end];
}
