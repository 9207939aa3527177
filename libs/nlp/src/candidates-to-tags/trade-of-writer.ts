import type { Token } from '../text-to-tokens/tokens.js';
import type { Stretch } from './noun-stretches.js';

/** です, といいます: the writer says who they are. */
const IS_SAID = /^(?:です|でございます|だ(?:[。、!]|$)|と(?:い|言)いま)/u;
/** 私は; another topic would be somebody else: 隣は税理士の倉持です. */
const OF_ONESELF = /^(?:(?:私|わたし|わたくし|僕|ぼく|俺|おれ|自分)は、?)?[^はがを]*$/u;
/** Surnames that are words as well, which a tokeniser takes for these: 歯科医の森です. */
const SURNAMES = new Set('森 林 原 谷 星 岡 堀 東 西 南 北 関 辻 泉 島 滝 沢 柳 江 岸 堤 土屋 岩 平 丘 坂 峰 峯 嶋 瀬 淵 湊 城 窪 牧 旭 乾 榊 桂 萩 楠 柏 梶 菅 錦 笹'.split(' '));
/** 畳職人の端くれです is modest, and one all the same. */
const MODEST = /^(?:端くれ|はしくれ|駆け出し|駆出し|かけだし)/u;

/**
 * Whether the writer introduces themselves by their trade: 保健師の佐藤です, 大工の金井と申します.
 * @param span of the trade in the text
 * @param tokens of its sentence
 */
export function isTradeOfWriter([start, end]: Stretch, tokens: Token[], text: string): boolean {
  const at = tokens.findIndex((token) => token.start === end);
  const first = tokens[0];
  if (at < 1 || tokens[at].surface !== 'の' || !OF_ONESELF.test(text.slice(first.start, start))) return false;
  if (MODEST.test(text.slice(tokens[at].end))) return true;
  const rest = tokens.slice(at + 1);
  const behind = rest.findIndex((token) => !isName(token));
  // と申します is a greeting, and gone
  return behind < 0 ? rest.length > 0 : behind > 0 && IS_SAID.test(text.slice(rest[behind].start));
}

const isName = ({ surface, detail }: Token): boolean => detail === '固有名詞' || SURNAMES.has(surface) || /^[・=＝ ]$/.test(surface);
