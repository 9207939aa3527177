import type { Token } from '../text-to-tokens/tokens.js';
import { firstGroupsAround } from './first-groups.js';
import type { Stretch } from './noun-stretches.js';

/** Whoever meets, plays, works or sells under a name of their own. */
const GROUP = '(?:サークル|部活|クラブ|倶楽部|同好会|愛好会|研究会|学生会|団体|グループ|チーム|バンド|楽団|合唱団|劇団|ユニット|コミュニティー?|オンラインサロン|法人|会社|企業|事務所|工房|工務店|塾|スクール|サロン|カフェ|食堂|会|部|店|ショップ|ブランド)';
/** Those that a name follows without 「 」. */
const NAMED_GROUP = '(?:サークル|クラブ|倶楽部|同好会|愛好会|研究会|学生団体|バンド|楽団|合唱団|劇団|ユニット|団体|コミュニティー?|NPO法人|一般社団法人|合同会社|株式会社)';
const LATIN_NAME = String.raw`[A-Z][A-Za-z0-9.'&-]*(?: [A-Z][A-Za-z0-9.'&-]*)*`;
const POST = '(?:部長|代表|会長|主宰|主将|キャプテン|リーダー|団長|団員|部員|会員|メンバー|一員|幹事|OB|OG)';
const NAME = String.raw`[「『“]([^「」『』“”]{1,20})[」』”]`;
const EVENT = '(?:フェスタ|フェス|フェスティバル|まつり|祭り?|博|サミット|マルシェ|カンファレンス|コンテスト|EXPO|デー|ナイト|展)';
const DATE = String.raw`\d{1,2}(?:月\s?\d{1,2}日|[/.]\d{1,2}(?!\d))`;
const LATIN_INSTITUTE = '(?:School|University|College|Institute|Hospital|Laboratory|Laboratories|Academy|Foundation|Association|Society|Corporation|Company|Department|Faculty|Inc|Ltd|Corp)';

const PATTERNS: RegExp[] = [
  // 「木曜部」というサークルを主催しています
  new RegExp(`${NAME}(?:と|って)(?:いう|言う|いった|名付けた)(?:名(?:前)?の)?[^、。はがを]{0,8}${GROUP}(?![署活長員社場話案])`, 'dgu'),
  new RegExp(`(${LATIN_NAME})(?:と|って)(?:いう|言う)[^、。はがを]{0,8}${GROUP}`, 'dgu'),
  // サークル「木曜の会」の代表
  new RegExp(`${NAMED_GROUP}\\s?の?${NAME}`, 'dgu'),
  // 製菓サークルのWs.Dolceです, 登山同好会 HCの部長
  new RegExp(`${NAMED_GROUP}(?:の|\\s)(${LATIN_NAME})(?=です|と(?:申|い[いう])|の?${POST}|で(?:活動|${POST})|に(?:所属|在籍|入[っり])|[、。!]|$)`, 'dgu'),
  // 11月3日に公園で開催する木の実フェスタ
  new RegExp(`${DATE}[^。]*開催(?:する|される|予定の|の)([^、。はがを]{1,20}${EVENT})`, 'dgu'),
  // Harvard Medical School
  new RegExp(`((?:[A-Z][\\w'&-]* (?:(?:of|for|and|the) )?)+${LATIN_INSTITUTE}(?:\\.|\\b))`, 'dgu'),
  new RegExp(`((?:University|Institute|College|School|Department|Faculty) of(?: [A-Z][\\w'-]*)+)`, 'dgu'),
];

/** 日本火山学会(VSJ): what a body is called for short stands in brackets behind it, as a sentence of its own. */
const SHORT_FOR = /[一-龠ァ-ヶー](?:学会|協会|機構|連盟|連合|財団|法人|組合|委員会|研究会|研究所|大学|センター)[(]$/u;

/** Houses that have names: 世田谷 … クリニック. */
const HOUSE = /(?:クリニック|病院|医院|診療所|薬局|大学|短大|高校|高等学校|中学校|小学校|学園|学院|幼稚園|保育園|こども園|研究所|研究センター|美術館|博物館|図書館|公民館|信用金庫|銀行|商事|製作所)$/;
const WORKS_THERE = /^(?:で|に)(?:は|も)?、?(?:働|勤|入職|入社|入局|入学|就職|転職|在籍|所属|通|在学|採用)|^(?:勤務|在籍|所属|卒|出身|在学)/;
const isProper = ({ detail, subdetail }: Token): boolean => detail === '固有名詞' && (subdetail === '地域' || subdetail === '人名' || subdetail === '組織');
const isOfName = ({ pos, surface, term }: Token): boolean => term !== undefined || pos === '名詞' || pos === '接頭詞' || /^[・ー]$/.test(surface);

/** 世田谷人工関節・脊椎クリニック: a run of nouns from a proper name to the house that it calls, where somebody works or learns. */
function houses(tokens: Token[], text: string): Stretch[] {
  return tokens.flatMap((first, from) => {
    if (!isProper(first) || (tokens[from - 1] && isOfName(tokens[from - 1]))) return [];
    const behind = tokens.findIndex((token, at) => at > from && (!isOfName(token) || token.start !== tokens[at - 1].end));
    const last = tokens[(behind < 0 ? tokens.length : behind) - 1];
    return last !== first && HOUSE.test(text.slice(first.start, last.end)) && WORKS_THERE.test(text.slice(last.end, last.end + 8)) ? [[first.start, last.end]] : [];
  });
}

/**
 * Where a sentence calls a group, a house or an event by its own name, which is nobody's skill; what the lexicon knows is more than a name.
 * @param tokens of the sentence
 * @param text whole, in which it stands from `start` to `end`
 * @returns ranges in UTF-16 units of the sentence
 */
export function namesOfGroups(tokens: Token[], text: string, sentence: Stretch): Stretch[] {
  const [start, end] = sentence;
  const short = SHORT_FOR.test(text.slice(0, start)) && /^[A-Z][\w.-]*$/.test(text.slice(start, end)) ? [[0, end - start] satisfies Stretch] : [];
  return [...firstGroupsAround(text, sentence, PATTERNS), ...short, ...houses(tokens, text).map(([from, to]): Stretch => [from - start, to - start])];
}
