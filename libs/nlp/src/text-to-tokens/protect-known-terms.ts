import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { foldWithOrigins, type FoldedText } from '../lexicon-to-concepts/fold-spelling.js';
import type { ProtectedTerm } from './tokens.js';

const LATIN_WORD = String.raw`[A-Za-zÀ-ÖØ-öø-ɏ](?:[A-Za-z0-9À-ÖØ-öø-ɏ]|[.&'’/-](?=[A-Za-z0-9À-ÖØ-öø-ɏ])|[+#]+(?![A-Za-z0-9]))*`;
const LATIN_NAME = new RegExp(`${LATIN_WORD}(?: +${LATIN_WORD})*`, 'g');
/** 5 of `Java 5年`: how long or how many, no part of the name. */
const COUNTED = /\s*\d+$/;
const COUNTER = /^\s*(?:年|歴|ヶ月|か月|カ月|ケ月|人|本|冊|個|回|件|社|名|割|分|歳)/;

type Script = 'latin' | 'katakana' | 'hiragana' | 'kanji' | 'other';

/** The script of one character, coarse enough to see whether a word could go on. */
export function scriptOf(char: string | undefined): Script {
  if (char === undefined) return 'other';
  if (/[A-Za-z0-9À-ÖØ-öø-ɏ]/.test(char)) return 'latin';
  if (/[ァ-ヺー]/.test(char)) return 'katakana';
  if (/[ぁ-ゖ]/.test(char)) return 'hiragana';
  return /[一-鿿々〆㐀-䶿豈-﫿]/.test(char) ? 'kanji' : 'other';
}

/** Whether a word may begin or end between two characters without looking at the grammar. */
function safeCut(before: string | undefined, after: string | undefined, length: number, edge: string, term: string): boolean {
  const script = scriptOf(before);
  if (script === 'other' || script !== scriptOf(after)) return true;
  if (script === 'latin') return false;
  if (script === 'hiragana' && length >= 3 && BROKEN_BY_IPADIC.has(term)) return true;
  // 祖[母の介護]: one letter of a run belongs to the run.
  return script === 'kanji' ? length >= 4 && scriptOf(edge) === 'kanji' : script === 'hiragana' && length >= 5;
}

/** Short terms of the lexicon that IPADIC cuts to pieces: そろ/ばん. */
export const BROKEN_BY_IPADIC = new Set(`木育 食育 広聴 共創 生協 共食 民藝 金型 萩焼 釉薬 木桶 版築 三線 二胡 砂像 雪像 鏝絵 減災 受援 速読 朝勉 雨庭 光害 米粉 牛丼 煮魚 冷麺 火鍋 青汁 学食 援農 農機 農泊 鹿肉 猪肉 竹炭 製炭 仲卸 塩麹 製麺 酒米 里海
  創薬 鍼灸 薬膳 膝痛 健診 減塩 腸活 温活 朝活 犬服 苔玉 食玩 原神 桃鉄 数独 英検 仏検 独検 伊検 露検 夜活 靴店 士業 獣害 保活 孤食 数論 圏論 免震 端材 廃熱 輪行 杖道 島旅 旧車 車旅 廃線 音鉄 配食 終活 清拭 婚活 妊活 触図 焙煎 訪看
  せどり ちりめん やちむん ろくろ よさこい かいぼり とんかつ からあげ そうめん あんみつ ちいかわ ぷよぷよ きこり そろばん`.split(/\s+/));

/** RNA of RNA-seq: the hyphen makes one name. */
const isWithinHyphens = (text: string, start: number, end: number): boolean =>
  (/[A-Za-z0-9]/.test(text[end - 1]) && text[end] === '-' && /[A-Za-z]/.test(text[end + 1] ?? '')) || (/[A-Za-z]/.test(text[start]) && text[start - 1] === '-' && /[A-Za-z0-9]/.test(text[start - 2] ?? ''));

/** 味噌を仕込み、, 手提げに仕立て直す: the form of a verb, not its noun. */
const isVerbForm = (text: string, start: number, end: number): boolean =>
  (/[いきしちにひみりぎじびえけせてねべめれげ]$/.test(text.slice(start, end)) && /^(?:たい|たく|たか|ます|まし|ませ|ながら)/.test(text.slice(end))) ||
  /[をに]/.test(text[start - 1] ?? '') && /[いきしちにひみりぎじびえけせてねべめれげ]$/.test(text.slice(start, end)) && /[一-鿿]/.test(text[start]) && /^(?:、|て|た[いりくこのっ]|な[がい]|直し|続け|始め|込[みん]|まし|ます|つつ)/.test(text.slice(end));

/** Terms long or odd enough that finding their letters means finding the word. */
function isDistinct(term: string): boolean {
  if (BROKEN_BY_IPADIC.has(term)) return true;
  // データを提供: a clause, for the grammar to read.
  if (/[をがは]/.test(term) && term.length > 3) return false;
  if (/[A-Za-z0-9]/.test(term)) return true;
  return /^[ぁ-ゖ]+$/.test(term) ? term.length >= 5 : term.length >= 3;
}

const LETTER = /[a-z]/;

/** Punctuation, blank or the end of the text. */
const isHard = (char: string | undefined): boolean => char === undefined || /[\s、。・/,!?:()「」●#|→]/.test(char);

function longestAt(folded: FoldedText, at: number, text: string, lexicon: Lexicon): ProtectedTerm | undefined {
  // A single letter that names something (R, C) is indexed by itself.
  const lengths = lexicon.lengthsFrom(folded.text.slice(at, at + 2));
  for (const length of LETTER.test(folded.text[at]) ? [...lengths, ...lexicon.lengthsFrom(folded.text[at])] : lengths) {
    const last = at + length - 1;
    if (last >= folded.text.length) continue;
    const meaning = lexicon.meaning(folded.text.slice(at, at + length));
    if (!meaning) continue;
    const start = folded.origins[at];
    let end = folded.origins[last] + 1;
    if (text[end] === 'ー') end++;
    const surface = text.slice(start, end);
    if (surface.includes('\n') || !(isDistinct(surface) || (surface.length >= 2 && isHard(text[start - 1]) && isHard(text[end])))) continue;
    if (isWithinHyphens(text, start, end)) continue;
    if (isVerbForm(text, start, end)) continue;
    if (!safeCut(text[start - 1], text[start], length, text[start + 1], surface) || !safeCut(text[end - 1], text[end], length, text[end - 2], surface)) continue;
    return { start, end, concepts: meaning.concepts, ambiguous: meaning.ambiguous };
  }
  return undefined;
}

function knownTerms(text: string, lexicon: Lexicon): ProtectedTerm[] {
  const folded = foldWithOrigins(text);
  const terms: ProtectedTerm[] = [];
  for (let at = 0; at < folded.text.length; at++) {
    const term = longestAt(folded, at, text, lexicon);
    if (!term) continue;
    terms.push(term);
    while (at + 1 < folded.text.length && folded.origins[at + 1] < term.end) at++;
  }
  return terms;
}

/** Latin names between known terms: `Foo/Bar` are two, `Foo Bar` is one. */
function latinNames(text: string, from: number, to: number): ProtectedTerm[] {
  const names: ProtectedTerm[] = [];
  for (const { 0: run, index } of text.slice(from, to).matchAll(LATIN_NAME)) {
    let at = from + index;
    for (const part of run.split(/(\/)/)) {
      const counted = COUNTER.test(text.slice(at + part.length)) ? COUNTED : /$^/;
      const name = part.replace(/[.'’&-]+$/, '').replace(counted, '');
      if (/[A-Za-z]/.test(name)) names.push({ start: at, end: at + name.length, concepts: [], ambiguous: false });
      at += part.length;
    }
  }
  return names;
}

/** `Disaster management` is one name even where only its second word is known. */
function widen(term: ProtectedTerm, text: string): ProtectedTerm {
  const before = /(?<![A-Za-z0-9/.,&] ?)([A-Z][a-z]+ )$/.exec(text.slice(0, term.start))?.[1] ?? '';
  return before && /^[a-z]/.test(text.slice(term.start, term.end)) ? { start: term.start - before.length, end: term.end, concepts: [], ambiguous: false } : term;
}

/** Finds what the tokeniser must not cut: terms of the lexicon, longest first, and Latin names (`C++`, `Node.js`, `CI/CD`). */
export function protectKnownTerms(text: string, lexicon: Lexicon): ProtectedTerm[] {
  const known = knownTerms(text, lexicon).map((term) => widen(term, text));
  const terms: ProtectedTerm[] = [];
  let from = 0;
  for (const term of known) {
    terms.push(...latinNames(text, from, term.start), term);
    from = term.end;
  }
  return [...terms, ...latinNames(text, from, text.length)];
}
