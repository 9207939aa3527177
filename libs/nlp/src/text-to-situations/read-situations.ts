import { sentencePattern } from '../text-to-tokens/sentence-letters.js';
import type { Everyday, Situation, Stance, WordSense } from './situations.js';
import { cutsKatakana } from './cuts-katakana.js';
import { placesOf, smallLetters } from './small-letters.js';
import { holdsInability, isNeedForHelp, saysDisinterest, saysInability } from './inability.js';
import { helpsOthers, isDenied, isNegated, isSought, liesIdle, stanceAfter, stanceBefore } from './stances.js';

/** What the bare words of a line weigh by the stance of their clause. */
const WEIGHTS = { said: 0.9, wanted: 0.95, lacking: 0.8, spare: 0.95, able: 0.75, mentioned: 0.35, reached: 0.6 };

interface Clause { start: number; text: string }

const SENTENCE = new RegExp(`${sentencePattern()}[。!?！？.．\\n]*`, 'gu');
/** A clause ends where a reason, a contrast or a condition ends. */
const CLAUSE = /.+?(?:(?:ので|のに|けど|けれども?|ものの|んで|ですが|ますが|せんが|んですが|たが|だが|ないが|るが|から|し|て|ば|たら|なら|ず|く)、|(?:ので|のに|けど|けれども?|ものの|んですが|せんが|ますが)(?!、)|$)/gsu;

function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const sentence of text.matchAll(SENTENCE)) {
    for (const clause of sentence[0].matchAll(CLAUSE)) if (clause[0].trim()) clauses.push({ start: sentence.index + clause.index, text: clause[0] });
  }
  return clauses;
}

/**
 * What a text says of needs, offers and people in everyday words, whatever words the lexicon knows besides: each concept once
 * per stance, strongest first.
 */
export function readSituations(text: string, everyday: Everyday, otherwise: Stance = 'touch'): Situation[] {
  const best = new Map<string, Situation>();
  const put = (found: Situation): void => {
    const key = `${found.stance} ${found.concept}`;
    const known = best.get(key);
    if (!known || known.weight < found.weight) best.set(key, found);
  };
  const small = smallLetters(text);
  const clauses = clausesOf(small);
  for (const line of everyday.words) {
    if (line.says === 'topic') continue;
    for (const match of placesOf(line.words, small)) {
      const span: [number, number] = [match.index, match.index + match[0].length];
      if (!match[0] || cutsKatakana(small, ...span)) continue;
      const said = stanceOf(line, span, { small, clauses, otherwise });
      if (said) put({ concept: line.concept, ...(line.role && { role: line.role }), span, ...said });
    }
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight || a.span[0] - b.span[0]);
}

/** How often a text in small letters touches on each topic, by id. */
export function countTopics(text: string, { words }: Everyday): Map<string, number> {
  const spans = new Map<string, [number, number][]>();
  const put = (topic: string, start: number, end: number): void => {
    const known = spans.get(topic) ?? [];
    if (!known.some(([from, to]) => start < to && end > from)) spans.set(topic, [...known, [start, end]]);
  };
  for (const line of words) {
    if (line.says !== 'topic') continue;
    for (const { index, 0: { length } } of placesOf(line.words, text)) if (!cutsKatakana(text, index, index + length)) put(line.concept, index, index + length);
  }
  return new Map([...spans].map(([topic, found]) => [topic, found.length]));
}

/** 子どもの服, 高齢者施設: a thing of theirs is meant, not they. */
const OF_GROUP = /^(?:(?:たち|達|さん|ら)?の(?!方|人|かた|皆|みな|声|話|意見|参加|協力|力|知恵|視点|仲間|友|親|お[父母]|ママ|パパ|家族|担い手)|(?!世代|層|住民|達|同士|本人|数|何|大|限|募集|歓迎)[一-龠ァ-ヶ])/u;

/** Of these, a lack is told by lines of their own: whose data nobody reads has data. */
const LACK_SAYS_LITTLE: readonly (string | undefined)[] = ['data', 'contacts'];
const ENGLISH = /^[^ぁ-んァ-ヶ一-鿿]*$/u;

/** A text in small letters and its clauses; `otherwise`: what a word says where nothing around it does. */
interface TextRead { small: string; clauses: Clause[]; otherwise: Stance }

function stanceOf({ says, role }: WordSense, [start, end]: [number, number], { small, clauses, otherwise }: TextRead): Pick<Situation, 'stance' | 'weight'> | undefined {
  const words = small.slice(start, end);
  if (says === 'offer' && holdsInability(words)) return undefined;
  const touched = { stance: otherwise, weight: WEIGHTS.mentioned };
  // 料理は苦手です: nobody has asked for a cook.
  if (says === 'need' && saysInability(words) && !isNeedForHelp(small, start)) return touched;
  const clause = clauses.find((one) => start >= one.start && start < one.start + one.text.length);
  if (clause && saysDisinterest(clause.text)) return undefined;
  if (says !== 'offer' && says !== 'group' && clause && helpsOthers(clause.text, end - clause.start)) return { stance: 'offer', weight: WEIGHTS.able };
  if (says === 'offer' && clause && isSought(clause.text, end - clause.start)) return undefined;
  // 求人が見つからず: what is named as given is denied.
  if (says === 'offer' && clause && isDenied(clause.text, start - clause.start, end - clause.start)) return undefined;
  const negated = clause !== undefined && isNegated(clause.text, end - clause.start);
  // Pythonは苦手ですが: the word alone would offer it.
  if (says === 'offer' && clause && stanceAfter(clause.text, end - clause.start) === 'unable') return undefined;
  if (says === 'need' || says === 'offer') return { stance: says, weight: WEIGHTS.said };
  const stance = clause && (ENGLISH.test(clause.text) ? stanceBefore(clause.text, start - clause.start) : stanceAfter(clause.text, end - clause.start));
  if (says === 'group') return stance === 'wanted' && !OF_GROUP.test(small.slice(end)) ? { stance: 'need', weight: WEIGHTS.lacking } : { stance: 'reach', weight: WEIGHTS.reached };
  switch (stance) {
    case 'wanted': return { stance: 'need', weight: WEIGHTS.wanted };
    case 'unable':
    case 'lacking': return LACK_SAYS_LITTLE.includes(role) || (stance === 'unable' && !isNeedForHelp(small, start)) ? touched : { stance: 'need', weight: WEIGHTS.lacking };
    // SNSは使っていません: what one knows does not lie idle.
    case 'spare': return negated && (role === 'knowledge' || !liesIdle(clause.text, end - clause.start)) ? touched : { stance: 'offer', weight: WEIGHTS.spare };
    // 公園の花壇を手伝える: where something is done is not given.
    case 'able': return negated || (role === 'place' && /^[のでへ]/u.test(small.slice(end))) ? touched : { stance: 'offer', weight: WEIGHTS.able };
    case undefined: return touched;
    default: return stance satisfies never;
  }
}
