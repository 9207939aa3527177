import { isEverydayConcept, isGuess } from '@tsunagu/contracts';
import { isJapanese } from '@tsunagu/matching';
import type { NewStatement } from '@tsunagu/storage';

/** Data that an introduction says its writer holds, and what a jacket of it would be called. */
export interface HeldData { title: string; of: NewStatement }

const SENTENCE = /[^。．.!?！？\n]+/gu;
/** Having, collecting or handing over; not analysing, reading or looking for. Amounts tell it too: 写真が三千枚. */
const HOLDS = [
  /(?:持|も)(?:って(?!(?:い)?(?:な|ませ))|ち(?!たい))|あ(?:る|り(?!ま?せん)|っ(?:て|た))|眠っ|保有|所有|保存|保管|残(?:し|っ|り)|集め(?!たい)|収集|取得|記録(?:し|を(?:取|と|つ))|測っ|計測し|観測し|つけ(?:て|と)|蓄積|(?:た|貯|溜)ま(?:っ|り)|(?:た|貯|溜)め|提供|出せ|見せられ|お見せ|共有(?:でき|し)|公開|貸せ|貸し|譲/u,
  /[\d一二三四五六七八九十百千万]\s*(?:年分|か月分|ヶ月分|枚|冊|件)/u,
  /\b(?:(?:hold|own|keep|collect|gather|share|offer|provide|publish|bring|lend)(?:s|ed|ing)?|have|has|kept|held|(?:record|logg|measur)(?:ed|ing)|(?:I|we)\s+(?:record|log|measure))\b/iu,
];
const DATA_WORD = /データ|\bdata(?:sets?)?\b/iu;
const NAMES_DATA = /データ|記録|写真|台帳|統計|\b(?:data(?:sets?)?|records?|logs?|statistics|surveys?|measurements?|photos?)\b/iu;
/** Longer words are no title. */
const LONGEST_TITLE = 60;

/**
 * Data that its writer holds: a skill that names data, where a sentence that it was read from says that they have, collect or hand
 * it over (HOLDS), which "I can analyse open data" does not. Everyday words for data speak only where no tag names it.
 * @param text the introduction
 */
export function heldData(found: readonly NewStatement[], text: string): HeldData[] {
  const held = found.filter((one) => one.kind === 'skill' && (one.role === 'data' || DATA_WORD.test(one.label)) && !isGuess(one) && isHeld(one, text));
  const named = held.filter(({ concept }) => !isEverydayConcept(concept));
  return (named.length > 0 ? named : held).map((of) => ({ title: titleOf(of, text), of }));
}

/** Words that span several sentences were read from the whole: only sentences that name data count. */
function isHeld({ evidence }: NewStatement, text: string): boolean {
  const told = [...text.matchAll(SENTENCE)].filter(({ 0: sentence, index }) => evidence.some(([from, to]) => from < index + sentence.length && to > index)).map(({ 0: sentence }) => sentence);
  return told.filter((sentence) => told.length === 1 || NAMES_DATA.test(sentence)).some((sentence) => HOLDS.some((words) => words.test(sentence)));
}

/** In an introduction without a Japanese letter, the English name or the words there. */
function titleOf({ label, en, evidence }: NewStatement, text: string): string {
  if (isJapanese(text) || !isJapanese(label)) return label;
  const [quote] = evidence.map(([from, to]) => text.slice(from, to).replace(/\s+/gu, ' ').trim());
  return en ?? (quote && quote.length <= LONGEST_TITLE ? quote : label);
}
