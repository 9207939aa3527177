import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import type { Concept } from '../lexicon-to-concepts/concepts.js';
import { foldSpelling } from '../lexicon-to-concepts/fold-spelling.js';
import type { Candidate } from './choose-tags.js';
import { englishConcept } from './concept-of-english.js';
import { findRegions, headingAt } from './split-sentences.js';
import { ENGLISH_CROSSED, ENGLISH_CUES, ENGLISH_DENIED, ENGLISH_EMPTY, ENGLISH_LEADING, ENGLISH_NOT, ENGLISH_NOT_ANY_MORE, ENGLISH_OTHERS, ENGLISH_STOP, ENGLISH_TAKEN_BACK, ENGLISH_USED_TO, type EnglishCue } from './words/english.js';
import type { HeadingReading } from './words/headings.js';

/** A stretch of the analysed text that is written in English. */
export interface EnglishRange {
  start: number;
  end: number;
  /** What the heading it stands under says of it. */
  heading?: HeadingReading;
}

const SENTENCE = /[^\n.!?。！？]+(?:[.](?=\S)[^\n.!?。！？]*)*/g;
const CLAUSE = /\s*(?:[;:—()]|(?<=\w) (?:with|for) (?=(?:over |about |more than )?\d+\+? years)|(?<=\w) (?=researching\b|studying\b|specializing\b)|,? (?:but|although|though|because|while|however|so that|and (?=(?:i|we|my|also|now|currently|would|am|want|love|like|enjoy|have|can|looking|worry|hope|dream|teach|run|grow|make|write)\b))|, (?=(?:but|i|we|my|and i|and we|looking)\b))\s*/gi;
const LONGEST_NAME = 5;

const JAPANESE = /[぀-ヿ一-鿿]/;
/** Japanese that goes on with what stands before it: "Node.js etc. は苦手". */
const GOES_ON = /^[.\s]*(?:は|が|も|を|に|で|と|の|へ|や|など|とか|って|くらい|だけ|しか)/;

/** Sentences of at least three Latin words without Japanese; beside one of them, in a text without Japanese, shorter ones too. */
export function findEnglish(text: string): EnglishRange[] {
  const sentences = [...text.matchAll(SENTENCE)].map(({ 0: sentence, index }) => {
    const end = index + sentence.length;
    const words = JAPANESE.test(sentence) || GOES_ON.test(text.slice(end)) ? [] : sentence.match(/[A-Za-z][A-Za-z']*/g) ?? [];
    const lower = words.filter((word) => /^[a-z]/.test(word) || /^(?:I|I'm|My|We)$/.test(word)).length;
    return { start: index, end, english: words.length >= 3 && lower * 2 >= words.length, latin: words.length > 0 };
  });
  const throughout = !JAPANESE.test(text) && sentences.some(({ english }) => english);
  const regions = findRegions(text);
  return sentences.filter(({ english, latin }) => english || (throughout && latin)).map(({ start, end }) => {
    const first = start + /^[\s*•・-]*/.exec(text.slice(start, end))![0].length;
    const own = regions.find(({ label }) => label[0] <= first && first < label[1] && label[1] < end); // it begins with its heading
    const heading = headingAt(regions, text, own?.start ?? first);
    return { start, end, ...(heading && { heading }) };
  });
}

interface Part {
  text: string;
  start: number;
}

function splitKeepingPlace(text: string, start: number, separator: RegExp): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(separator)) {
    parts.push({ text: text.slice(from, index), start: start + from });
    from = index + found.length;
  }
  parts.push({ text: text.slice(from), start: start + from });
  return parts.filter((part) => part.text.trim());
}

interface NamedPart {
  label: string;
  concept?: Concept;
  /** Concept that the phrase is only about. */
  about?: Concept;
  start: number;
  end: number;
}

/** The longest known stretch of words, preferring the one that ends the phrase. */
function knownStretch(words: string[], lexicon: Lexicon): { concept: Concept; share: number } | undefined {
  for (let length = Math.min(words.length, LONGEST_NAME); length > 0; length--) {
    for (let from = words.length - length; from >= 0; from--) {
      const phrase = words.slice(from, from + length).join(' ');
      const concept = phrase.length > 1 && !ENGLISH_EMPTY.test(phrase) ? englishConcept(phrase, lexicon) : undefined;
      if (concept) return { concept, share: length / words.length };
    }
  }
  return undefined;
}

/** Of `experience in Python` and `movies on weekends` the part that names something. */
function coreOf(text: string, lexicon: Lexicon): { at: number; length: number } | undefined {
  const pieces = splitKeepingPlace(text, 0, /\s+(?:in|on|with|of|about|at|for|from|by|using|as|near|every|without)\s+/gi).map((piece) => ({ at: piece.start, length: piece.text.length, text: piece.text }));
  if (pieces.length < 2) return undefined;
  const named = pieces.filter((piece) => !ENGLISH_EMPTY.test(piece.text) && !/^(?:code|program|write|speak|help|work|experience|background|interest|years?|a bit|lots?|\w+ years?|fan|member|kind|sort|type)$/i.test(piece.text));
  return named.find((piece) => englishConcept(piece.text, lexicon)) ?? named[0];
}

/** Names one item of a list: its concept, or its own words without what leads and trails. */
function nameItem(part: Part, lexicon: Lexicon): NamedPart | undefined {
  const lead = part.text.length - part.text.trimStart().length;
  let text = part.text.trim().replace(/[.,!?"”)]+$/, '');
  let start = part.start + lead;
  const whole = englishConcept(text, lexicon);
  if (!whole) {
    const leading = ENGLISH_LEADING.exec(text)?.[0] ?? '';
    start += leading.length;
    text = text.slice(leading.length);
    const stop = new RegExp(ENGLISH_STOP.source, 'gi');
    for (let found = stop.exec(text); found; found = stop.exec(text)) {
      if (found.index === 0) continue;
      text = text.slice(0, found.index);
      break;
    }
    text = text.trim();
  }
  if (!text || ENGLISH_EMPTY.test(text)) return undefined;
  const place = { start, end: start + text.length };
  const concept = whole ?? englishConcept(text, lexicon);
  if (concept) return { label: concept.id, concept, ...place };
  const core = coreOf(text, lexicon);
  if (core) return nameItem({ text: text.slice(core.at, core.at + core.length), start: start + core.at }, lexicon);
  const words = text.split(/\s+/);
  const stretch = knownStretch(words, lexicon);
  if (stretch) return words.length > 4 || stretch.share > 0.6 ? { label: stretch.concept.id, concept: stretch.concept, ...place } : { label: text, about: stretch.concept, ...place };
  if (words.length > 4 || (words.length === 1 && /^[A-Z][a-z]+$/.test(text))) return undefined;
  return { label: text, ...place };
}

const LIST = /\s*(?:,\s*(?:and |or )?|\bturned\b|\/|&|\band\b|\bor\b|\+(?!\+)|(?<=\w )(?:with|using|such as|like|including)(?= ))\s*/gi;

/** A fragment such as a headline: "Childcare worker". */
const BARE: EnglishCue = { kind: 'skill', score: 0.75, pattern: /^/ };

function candidateOf(item: NamedPart, { kind, score }: EnglishCue, rule: string): Candidate | undefined {
  if (kind === 'nothing') return undefined;
  const quality = item.concept ? 1 : item.label.includes(' ') ? 0.7 : 0.6;
  return {
    kind, label: item.label, concept: item.concept?.id ?? item.about?.id ?? foldSpelling(item.label), named: item.concept !== undefined, phrase: item.label,
    score: Math.round(score * quality * 100) / 100, rule: `english:${rule}`, spans: [[item.start, item.end]],
  };
}

/** The person sought and what that person can: "someone who can draw" → draw, "a designer" → designer. */
const afterWho = (object: string): number => {
  const match = /\b(?:who|that) (?:can|could|knows?|is|are|has|have|does|do|likes?|loves?|works? (?:on|with|in)|speaks?)(?: (?:good at|interested in|familiar with|about|how to|experience (?:in|with)))?\s+|\b(?:people|someone|somebody|anyone|friends|partners?|members?|others|folks) (?:in|into|interested in|for|with|working on|to)\s+/i.exec(object);
  return match ? match.index + match[0].length : 0;
};

function readClause(clause: Part, lexicon: Lexicon, inherited: EnglishCue | undefined): { candidates: Candidate[]; cue?: EnglishCue } {
  for (const cue of ENGLISH_CUES) {
    const match = cue.pattern.exec(clause.text);
    if (!match) continue;
    const from = match.index + match[0].length;
    if (cue.before) {
      const named = splitKeepingPlace(clause.text.slice(0, match.index), clause.start, LIST).map((item) => nameItem(item, lexicon)).filter((item) => item !== undefined);
      return { candidates: named.map((item) => candidateOf(item, cue, match[0].trim().toLowerCase())).filter((item) => item !== undefined), cue };
    }
    const object = clause.text.slice(from);
    const skip = cue.kind === 'seeking' ? afterWho(object) : 0;
    const items = splitKeepingPlace(object.slice(skip), clause.start + from + skip, LIST);
    const named = items.map((item) => nameItem(item, lexicon)).filter((item) => item !== undefined);
    return { candidates: named.map((item) => candidateOf(item, cue, match[0].trim().toLowerCase())).filter((item) => item !== undefined), cue };
  }
  if (!inherited && /\b(?:i|we|it|they|he|she|this|that)\b/i.test(clause.text)) return { candidates: [] };
  const from = inherited ?? BARE;
  const items = splitKeepingPlace(clause.text, clause.start, LIST).map((item) => nameItem(item, lexicon)).filter((item) => item?.concept);
  return { candidates: items.map((item) => candidateOf(item!, { ...from, score: from.score * 0.75 }, 'continued')).filter((item) => item !== undefined) };
}

/** Said of somebody else: "my husband is a chef", "they". */
function isOfOthers(clause: string): boolean {
  if (/^\W*(?:he|she|they)\b/i.test(clause)) return true;
  const others = ENGLISH_OTHERS.exec(clause);
  if (others === null || /\b(?:i|i'm|i've|we|me)\b/i.test(clause.slice(0, others.index))) return false;
  return others.index < 12 || /\b(?:is|are|was|were)\s*$/i.test(clause.slice(0, others.index)) || /^\s+(?:is|are|was|were|does|do|did|can|has|have|\w+s)\b/i.test(clause.slice(others.index + others[0].length));
}

/** Reads English sentences into candidates; concepts get the same labels as from Japanese. */
export function readEnglish(text: string, ranges: EnglishRange[], lexicon: Lexicon): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { start, end } of ranges) {
    let inherited: EnglishCue | undefined;
    for (const clause of splitKeepingPlace(text.slice(start, end), start, CLAUSE)) {
      if (isOfOthers(clause.text)) continue;
      const read = readClause(clause, lexicon, inherited);
      candidates.push(...read.candidates);
      inherited = read.cue ?? inherited;
    }
  }
  return candidates;
}

const isTakenBack = (clause: Part, next: Part | undefined): boolean =>
  next !== undefined && (ENGLISH_TAKEN_BACK.test(next.text) || (ENGLISH_USED_TO.test(clause.text) && ENGLISH_NOT_ANY_MORE.test(next.text)));

/** "I can do anything but …" */
const isExcepted = (before: string): boolean => /\b(?:any|every)thing but\s*$/i.test(before);

/** Where a sentence says what the writer cannot, and what others do: nothing there is a skill. */
export function deniedEnglish(text: string, { start, end, heading }: EnglishRange): [start: number, end: number][] {
  if (heading === 'unable') return [[start, end]];
  return splitKeepingPlace(text.slice(start, end), start, CLAUSE).flatMap((clause, at, clauses): [number, number][] => {
    const behind = clause.start + clause.text.length;
    if (isOfOthers(clause.text) || ENGLISH_DENIED.test(clause.text) || isTakenBack(clause, clauses[at + 1]) || isExcepted(text.slice(start, clause.start))) return [[clause.start, behind]];
    const unable = ENGLISH_CUES.filter(({ kind }) => kind === 'unable').map(({ pattern }) => pattern.exec(clause.text)).find((found) => found !== null);
    return [
      ...(unable ? [[clause.start + unable.index, behind] as [number, number]] : []),
      ...[ENGLISH_NOT, ENGLISH_CROSSED].flatMap((pattern) => [...clause.text.matchAll(pattern)]).map(({ 0: denial, index }): [number, number] => [clause.start + index, clause.start + index + denial.length]),
    ];
  });
}
