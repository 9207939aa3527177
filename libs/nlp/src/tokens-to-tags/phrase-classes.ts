import { headOf, type Phrase } from './join-phrases.js';
import { BARE_PERSONS, PERSONS, SELF } from './words/nouns.js';

const TRADE = /(?:師|士|(?:作|画|写真|音楽|芸術|専門|評論|起業|研究|園芸|陶芸|料理|建築|農|実業|政治|小説|漫画|翻訳|演奏|活動|書|統計|酪農|登山)家|屋|員|職人|職|エンジニア|デザイナー|プログラマー?|ライター|コーチ|講師|教員|教諭|教師|者|官|医|司|ター|ナー|スト|マン|ヤー|長|農家|漁師|大工|主|営業|経理|総務|人事|広報|事務|先生)$/;
/** Endings that look like a trade's. */
const NO_TRADE = /(?:寿司|センター|テスト|コンテスト|セミナー|ロマン|モン|成長|身長|特長|延長|モーター|コンピュータ?ー|スクーター|シェルター|フィルター|シアター|プリンター|ポスター|キャスト|リスト|ホスト|コスト|トースト|イラスト|テキスト|ダイジェスト|フェスト|ラスト|マナー|コーナー|ディナー|シャワー|タイヤ|バター|メーター|メートル|ヒーター|サーバー|部屋|小屋|平屋|母屋|業者|前者|後者|両者|患者|利用者|参加者|当事者|高齢者|障害者|若者|読者|学者の卵|全員|満員|定員|動員|会員|辞職|内職|就職|休職|退職|求職|管理職の悩み)$/;

/** Who keeps a shop is named after it. */
const SHOP = /(?:八百|魚|肉|花|本|米|酒|豆腐|パン|菓子|文具|文房具|時計|自転車|靴|眼鏡|メガネ|電気|金物|畳|薬|そば|蕎麦|うどん|ラーメン|寿司|すし|鮨|定食|弁当|惣菜|古本|古着|古道具|骨董|呉服|着物|染物|看板|印刷|材木|建具|表具|写真|床|乾物|漬物|お茶|駄菓子|おもちゃ|不動産|設備|塗装|植木|石|便利|質|クリーニング|居酒|焼き鳥|お好み焼き|カレー|ケーキ|団子|煎餅|釣具|楽器|レコード|手芸|毛糸|生地|家具|種苗|総菜)屋(?:さん)?$/;
/** Ends like an occupation or qualification. */
export const isTrade = (phrase: Phrase): boolean => {
  const whole = headOf(phrase);
  // 言語聴覚士さん
  const polite = whole.tokens.length > 1 && /^(?:さん|さま|様)$/.test(whole.tokens[whole.tokens.length - 1].surface);
  const head = polite ? { tokens: whole.tokens.slice(0, -1), text: whole.text.replace(/(?:さん|さま|様)$/, '') } : whole;
  const known = head.tokens.length === 1 ? head.tokens[0].term?.concepts : undefined;
  if (SHOP.test(head.text)) return true;
  if (known?.length) return /^(?:営業|経理|総務|人事|広報|事務|法務|労務|財務|購買|調達|企画)$|.職$|(?:ワーカー|ナース|カウンセラー|コーディネーター|ドクター|アドバイザー|委員|推進員|相談員|指導員|調停委員|保護司|団員|協力隊)$/.test(head.text) || known.some(({ category }) => /^(?:職業|資格|役割)/.test(category));
  return TRADE.test(head.text) && !NO_TRADE.test(head.text);
};

/** 消防団15年, 保育士10年目: how long says that it is done. */
export const lastsYears = (phrase: Phrase): boolean => /[^\d〇一二三四五六七八九十数].*?[\d〇一二三四五六七八九十数]+(?:年|年目|ヶ月|か月|カ月|年間|周年)$/.test(headOf(phrase).text) && !/(?:大学|高校|中学|小学|博士|修士|学部|院|高専|短大|専門学校)/.test(phrase.text);

/** Whether a phrase names somebody, by trade or not: 方, 仲間, デザイナー. */
export const isPerson = (phrase: Phrase): boolean => {
  const text = headOf(phrase).text;
  return PERSONS.has(text) || /(?:さん|者|士|師|(?<!空き|空|民|実|借|貸|軒|国|我が|隣|売り|人)家|(?<!部|小|母|長|平|納|花|茶)屋|員|職|エンジニア|デザイナー|プログラマー?|マン|スト|ター|ナー|仲間|メンバー|好き)$/.test(text);
};

/** What somebody has to give: a phrase of it speaks of them: 方のお力. */
const OF_SOMEBODY = /^お?(?:話|意見|声|力|知恵|協力|助け|経験|体験|体験談|知見|見解|視点|感想|悩み|困りごと|本音|要望|ニーズ|苦労|アドバイス|助言|指導|ノウハウ|考え|目線|手)$/;

/** 会計に強い方のお力: whether a phrase is about somebody or what they have to give. */
export const isOfPerson = (phrase: Phrase): boolean =>
  isPerson(phrase) || (phrase.parts.length > 1 && OF_SOMEBODY.test(headOf(phrase).text.replace(/^ご/, '')) && isPerson({ ...phrase, parts: phrase.parts.slice(0, -1) }));

/** 鉄道オタク, 釣り好きのおじさん, シェーダー沼: says that one likes it. */
export const isFan = (phrase: Phrase): boolean => /[^\s](?:オタク|おたく|ヲタク|オタ|ヲタ|マニア|ファン|フリーク|好き|大好き|愛好家|沼|党|推し|ラバー|ガチ勢|民|狂い|狂|バカ|馬鹿|キチ|中毒|中毒者|信者|好きっ子|っ子|下僕|しもべ|奴隷|追っかけ|廃人)$|[ァ-ヶーA-Za-z犬猫麺米]派$/.test(phrase.parts.filter((part, at) => at === 0 || !BARE_PERSONS.has(part.text)).at(-1)!.text.replace(/(?:おじさん|おばさん|人間|女子|男子|の人)$/, ''));

/** Whether a phrase only names somebody, not a trade or thing. */
export const isBarePerson = (phrase: Phrase): boolean => BARE_PERSONS.has(headOf(phrase).text) || SELF.has(phrase.text);
