import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import type { Stretch } from './noun-stretches.js';

/** Greetings are gone when a text is read; of some a mark is left. */
const BEFORE = '[\\s、。!！,]*(?:どうも[、。!！\\s]*)?(?:(?:私|わたし|わたくし|僕|ぼく|俺|おれ|名前|なまえ)は[、\\s]?)?';
/** ケニアの, 川崎から来た, 台湾出身の */
const FROM = '(?:[\\p{Script=Han}ァ-ヶー]{2,9}(?:の|から(?:来た|来ました|きた|きました)[、\\s]?|出身の|在住の))?';
const KATAKANA = '[ァ-ヶー]{2,12}(?:[・=＝ ][ァ-ヶー]{2,12}){0,3}';
const HIRAGANA = '[ぁ-んー]{2,7}';
/** hana, Hana */
const LATIN = '[A-Za-z][a-z]{2,11}';
/** です, といいます, （34）, 、72歳 */
const IS_SAID = '(?=です|と申|ともうし|とい[いう]|と言|って[いい言]|[(（]\\d|[、,\\s]\\d{1,3}[歳才さ代])';
/** Of と申します, which is a greeting, a line end is left. */
const GREETS = '(?=\\n[。、!]|と申|ともうし)';
/** A word in katakana that stands alone may as well be the first of a list of skills. */
const STANDS_ALONE = '(?=[。\\n])';
const OPENING = new RegExp(`^${BEFORE}${FROM}(?<name>(?:${KATAKANA}|${HIRAGANA})${IS_SAID}|${HIRAGANA}${STANDS_ALONE})`, 'du');
/** hanaと申します; what です stands behind may as well be a trade: gopherです. */
const IN_LATIN = new RegExp(`^${BEFORE}(?<name>${LATIN}(?=と(?:い|言)います)|(?:${LATIN}|[A-Z]{3,12})${GREETS})`, 'du');
/** はな/Hana: the same name twice, at the beginning of a line. */
const TWICE = new RegExp(`^${BEFORE}(?<name>(?:${KATAKANA}|${HIRAGANA})\\s?[/(]\\s?${LATIN}(?: ${LATIN})?\\)?)(?:${IS_SAID}|${GREETS})`, 'dmu');

/** テキスタイルデザイナーです opens with a trade that the lexicon lacks. */
const TRADE = /(?:デザイナー|エンジニア|プログラマー?|ライター|マネー?ジャー|ディレクター|プロデューサー|コーディネーター|コンサルタント|カメラマン|トレーナー|インストラクター|アーティスト|リサーチャー|アナリスト|プランナー|セラピスト|カウンセラー|アドバイザー|クリエイター|サイエンティスト|スタイリスト|コーチ|ナース|ドライバー|オペレーター|スペシャリスト|ファシリテーター|アーキテクト|ワーカー|スタッフ|サポーター)$/;

/**
 * The name with which an introduction opens, in kana, of which no dictionary of names can be complete: げんぞう、72歳。ケニアのオティエノです。
 * A word of the lexicon is none.
 */
export function nameOfWriter(text: string, lexicon: Lexicon): Stretch | undefined {
  const name = [OPENING, IN_LATIN, TWICE].map((pattern) => pattern.exec(text)).find(Boolean)?.indices?.groups?.name;
  const words = name && text.slice(...name).split(/[/／()]/).map((word) => word.trim()).filter(Boolean);
  return words?.every((word) => !TRADE.test(word) && !lexicon.find(word)) ? name : undefined;
}
