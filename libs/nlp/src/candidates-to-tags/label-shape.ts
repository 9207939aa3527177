import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { foldSpelling } from '../lexicon-to-concepts/fold-spelling.js';
import type { Candidate } from '../tokens-to-tags/choose-tags.js';

/** 研究員等; but 高等, 平等, 対等. */
const AND_SO_ON = /(?<![平高初中上下対同優劣均一二三何]|是)等$|など$|とか$/u;
/** 税理士先生, デザイナーさん: a trade stays one without its title. */
const TITLED = /(?<!大家|医者)(?<=[士師員家者手医]|[ァ-ヶー](?:スト|ター|ナー|ニア|カー|マン|シャン|スタッフ|ボランティア))(?:先生|さん|様|さま|殿|氏)(?:方|たち|達)?$/u;
/** メダカ7匹の飼育: how many says nothing. */
const COUNTED = /(?<=[ぁ-んァ-ヶー一-龠])(?<![週月年日毎第]|約)\s?\d+(?:匹|頭|羽|株|鉢|杯|着|台|冊|本|枚|個|軒|棟)(?=の)/u;
/** 美術系の大学: where something is learnt or done. */
const PLACE_OF_FIELD = /(?<=.{2})(?:系|関係|関連)の(?:大学|大学院|短大|専門学校|学校|高校|学部|学科|会社|企業|職場|職|仕事)$/u;
/** ライターHANA, 作家のhana: who somebody is, and their name. */
const TRADE_AND_NAME = /(?<=(?:ライター|デザイナー|エンジニア|プログラマー?|カメラマン|フォトグラファー|ブロガー|アーティスト|クリエイター|モデル|ダンサー|シンガー|ドラマー|ピアニスト|ギタリスト|ベーシスト|コーチ|講師|作家|画家|書家|漫画家|写真家|美容師|占い師|看護師|保育士|主婦|ママ|パパ|店長|代表|担当))の?[A-Za-z]{2,12}$/u;
const ALWAYS = [AND_SO_ON, TITLED, COUNTED, PLACE_OF_FIELD];

/** A tag without what does not belong to a badge: endings that only trail, numbers of things, a name behind a trade. */
export function inShape<Tag extends Pick<Candidate, 'label' | 'concept' | 'named'>>(tag: Tag, lexicon: Lexicon): Tag {
  // Whatever has a name of its own keeps it.
  if (lexicon.find(tag.label)) return tag;
  const cut = ALWAYS.reduce((label, pattern) => label.replace(pattern, ''), withoutName(tag.label, lexicon)).trim();
  if (cut === tag.label || cut.length < 2) return tag;
  const concept = lexicon.find(cut);
  return { ...tag, label: cut, concept: concept?.id ?? foldSpelling(cut), named: concept !== undefined };
}

function withoutName(label: string, lexicon: Lexicon): string {
  const [name] = TRADE_AND_NAME.exec(label) ?? [];
  return name === undefined || lexicon.find(name.replace(/^の/, '')) ? label : label.slice(0, -name.length);
}
