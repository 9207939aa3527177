import type { Token } from '../text-to-tokens/tokens.js';
import { LIGHT_TAILS } from './words/nouns.js';

const HONORIFIC = /^(?:さん|様|さま|ちゃん|くん|君|氏|殿|方|たち|達|ら|等|など|選手|勢|民|側|中|初心者|好き)$/;
export const isNumber = (token: Token): boolean => token.detail === '数' || /^[\d,.〇一二三四五六七八九十百千万億数]+$/.test(token.surface);
/** Counters of time and amount; 級, 種, 段 and 次 belong to names. */
export const isCounter = (token: Token): boolean => /^(?:年|年目|歴|ヶ月|か月|カ月|ケ月|月|週|日|時間|人|名|件|本|冊|代|歳|才|回|度|分|年分|生|以上|以下|程度|ほど|くらい|ぐらい|強|弱|目|年間|ヵ月|社|台|枚|点|個|匹|頭|軒|校|店舗|拠点|箇所|か所|カ所|種類|部門|社目|年生|期|期生|人目|代目|回目|冊目)$/.test(token.surface);

/** Cuts numbers, honorifics and empty words from both ends of a compound. */
export function trimTokens(tokens: Token[]): Token[] {
  let from = 0;
  let to = tokens.length;
  for (let before = -1; before !== to; ) {
    before = to;
    to = withoutAmount(tokens, from, to);
    // 撮り方: of a verb, no honorific
    // Stataユーザー; a 車いすユーザー is somebody
    while (to > from + 1 && /^(?:ユーザー?|ヘビーユーザー|愛用者|使い)$/.test(tokens[to - 1].surface) && /[A-Za-z]$/.test(tokens[to - 2].surface)) to--;
    while (to > from + 1 && trailing(tokens[to - 1]) && !(tokens[to - 1].surface === '方' && tokens[to - 2].pos === '動詞')) to--;
  }
  // 墓じまいのご[相談]
  while (to > from + 1 && tokens[to - 1].pos === '接頭詞') to--;
  if (isNumber(tokens[from]) && tokens[from + 1] && isCounter(tokens[from + 1])) {
    while (from < to && (isNumber(tokens[from]) || isCounter(tokens[from]))) from++;
  }
  // 駆け出しWebデザイナー, 元小学校教諭
  while (from < to - 1 && !tokens[from].term?.concepts.length && /^(?:元|駆け出し|新米|現役|ベテラン|見習い|兼業|専業|自称|フリー)$/.test(tokens[from].surface)) from++;
  while (from < to - 1 && /^(?:同|各|全|某|当|元|現|約|お|ご)$/.test(tokens[from].surface) && tokens[from].pos === '接頭詞' && !/^(?:お|ご)$/.test(tokens[from].surface)) from++;
  return tokens.slice(from, to);
}

/** Whether a last token only trails: さん, 経験, 済. */
const trailing = (last: Token): boolean => !last.term?.concepts.length && (HONORIFIC.test(last.surface) || LIGHT_TAILS.has(last.surface));

/** End of the tokens without an amount behind them: 歴 10 年, 3 年 分. */
function withoutAmount(tokens: Token[], from: number, to: number): number {
  let cut = to;
  while (cut > from && (isNumber(tokens[cut - 1]) || isCounter(tokens[cut - 1]) || /^(?:約|およそ|計|延べ|ざっと)$/.test(tokens[cut - 1].surface))) cut--;
  return cut > from && tokens.slice(cut, to).some(isNumber) && isCounter(tokens[to - 1]) ? cut : to;
}
