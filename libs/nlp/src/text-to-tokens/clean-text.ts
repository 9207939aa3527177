import { onlyLinkWords } from './markdown.js';

/** The copy of a text that is analysed, and where each of its UTF-16 units comes from in the given text. */
export interface CleanText {
  text: string;
  /** Start of the given span behind unit i. */
  starts: number[];
  /** End of the given span behind unit i. */
  ends: number[];
}

const CLUSTER = /\P{M}[\p{M}ﾞﾟ\u200D\uFE0F]*|[\s\S]/gu;
const FORMAT = /[\p{Cf}\uFE00-\uFE0F\u3164\u115F\u1160\uFFFC]/gu;
const PICTURE = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u2600-\u27BF\u25A0-\u25FF♪♡★☆])/u;
const BULLET = /^[◎○●◆◇■□▪▫◯△▲▼▽▶▷►▸☞👉✅☑✔✓]/u;
const PICTURE_TO_KEEP = /^[\d#*+\-→⇒➡]/u;
/** 接客❌: said not to be so. */
const REFUSAL = /^[✕✖✗✘❌❎🙅]/u;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s、。「」()（）]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])@\w[\w.-]*/g;
/** A picture before one of these stands inside a sentence: サウナ🧖が好き. */
const CONTINUES = /^[をがはにでともやのへ、。)」』・]/;

/** What every rule below leaves alone. */
const PLAIN = /[ぁ-んァ-ヶー一-鿿a-zA-Z0-9、。・ \n]/;

/** Marks a picture until it is known whether it ends a sentence. */
const PICTURE_MARK = '\uE000';

/** Line ends as \n, also what word processors set for one: their soft breaks are vertical tabs, their page breaks form feeds. */
export const lineEnds = (text: string): string => text.replace(/\r\n?|[\u000B\u000C]/g, '\n');

/** Normal form of one cluster of the text. */
function normalise(cluster: string): string {
  if (cluster.length === 1 && PLAIN.test(cluster)) return cluster;
  if (cluster === '…' || cluster === '‥') return '…';
  if (cluster === '\t' || cluster === '\u00A0' || cluster === '\u3000') return ' ';
  if (cluster === '\r') return '';
  if (cluster === '\u000B' || cluster === '\u000C') return '\n';
  if (REFUSAL.test(cluster)) return '×';
  if (BULLET.test(cluster)) return '●';
  if (PICTURE.test(cluster) && !PICTURE_TO_KEEP.test(cluster)) return PICTURE_MARK;
  return cluster.normalize('NFKC').replace(FORMAT, '').replace(/[\uE000-\uF8FF]/g, '');
}

function append(clean: CleanText, units: string, start: number, end: number): void {
  clean.text += units;
  for (let at = 0; at < units.length; at++) {
    clean.starts.push(start);
    clean.ends.push(end);
  }
}

/** Rewrites units of the same text without moving any. */
const overwrite = (text: string, pattern: RegExp, unit: string): string => text.replace(pattern, (found) => unit.repeat(found.length));

/** Ends a sentence at a picture, unless the sentence goes on behind it. */
function settlePictures(text: string): string {
  return text.replace(/\uE000+/g, (found, at: number) => (CONTINUES.test(text.slice(at + found.length)) ? '\uE001' : '\n').repeat(found.length));
}

/**
 * The copy for analysis: NFKC, without format characters, pictures, addresses and decoration; offsets lead back to the given text.
 * @example cleanText('ﾃﾞｰﾀ分析👍').text === 'データ分析\n'
 */
export function cleanText(given: string): CleanText {
  const whole: CleanText = { text: '', starts: [], ends: [] };
  for (const { 0: cluster, index } of given.matchAll(CLUSTER)) append(whole, normalise(cluster), index, index + cluster.length);
  // Before decoration is told, which ends a sentence before a blank.
  const clean = dropUnits({ ...whole, text: onlyLinkWords(whole.text, '\uE001') }, '\uE001');
  let text = overwrite(clean.text, ADDRESS, '\n');
  text = settlePictures(text);
  text = overwrite(text, /[(]笑[)]|笑(?=\s|$|[。、])|(?<![A-Za-z])w{1,5}(?=\s|$)/g, '\n');
  text = text.replace(/(?<=[ァ-ヶ])[〜~](?=[ァ-ヶー]+まで)/g, '、').replace(/(?<=[ァ-ヶ])[〜~](?=[ァ-ヶ])/g, 'ー');
  text = overwrite(text, /[〜~](?!\d)|(?<=[ぁ-ん])ー+(?=\s|$|[。、!！])/g, '\uE001').replace(/\uE001(?=\s|$)/g, '\n');
  return dropUnits({ ...clean, text }, '\uE001');
}

function dropUnits(clean: CleanText, unit: string): CleanText {
  if (!clean.text.includes(unit)) return clean;
  const kept: CleanText = { text: '', starts: [], ends: [] };
  for (let at = 0; at < clean.text.length; at++) {
    if (clean.text[at] !== unit) append(kept, clean.text[at], clean.starts[at], clean.ends[at]);
  }
  return kept;
}

/** The span of the given text behind `start`…`end` of its clean copy. */
export function givenSpan(clean: CleanText, start: number, end: number): [start: number, end: number] {
  return [clean.starts[start], clean.ends[Math.max(start, end - 1)]];
}
