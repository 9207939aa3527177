import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import type { Concept } from '../lexicon-to-concepts/concepts.js';
import { foldSpelling } from '../lexicon-to-concepts/fold-spelling.js';
import { BROKEN_BY_IPADIC } from '../text-to-tokens/protect-known-terms.js';
import type { Token } from '../text-to-tokens/tokens.js';
import { headOf, type Phrase } from './join-phrases.js';
import type { NounChunk } from './chunks.js';
import { isCounter, isNumber, trimTokens } from './trim-tokens.js';
import { BARE_PERSONS, GENERIC, LIGHT_TAILS, OTHERS, PLACE_TAIL, SELF } from './words/nouns.js';

/** A phrase cut to what belongs on a badge, with the concept that it names or is about. */
export interface Name {
  label: string;
  start: number;
  end: number;
  /** The concept that the whole phrase names. */
  concept?: Concept;
  /** The concept that the phrase is a kind of: its last known part. */
  about?: Concept;
  /** How sure the cut is, 0…1. */
  quality: number;
  /** Which spelling led to the concept, or `open`. */
  rule: string;
  /** Tokens that remained. */
  tokens: Token[];
  ambiguous?: Concept[];
}

/** Brackets inside a phrase are asides: 避難所運営ゲーム(HUG)の進行役. */
const withoutAsides = (label: string): string => (!/[(「『“]/.test(label) ? label.trim() : label.replace(/[((][^()]*[))]|[「」『』“”]/g, '').trim());

const textOf = (tokens: Token[], text: string): string => (tokens.length ? text.slice(tokens[0].start, tokens[tokens.length - 1].end) : '');

const isRegion = (tokens: Token[]): boolean =>
  tokens.length > 0 && tokens.some((token) => token.subdetail === '地域') && tokens.every((token) => token.subdetail === '地域' || /^(?:市|区|町|村|県|府|都|駅|周辺|近郊|内|方面|地方|界隈|エリア|出身|在住|市内|区内|県内|沿線|育ち|生まれ)$/.test(token.surface));
const isPersonName = (tokens: Token[]): boolean => tokens.length > 0 && tokens.every((token) => token.subdetail === '人名' && !token.term);

/** Wide words that still say what it is about when they lead: データの可視化, 地域の見守り. */
const SUBJECT_MATTER = /^(?:データ|情報|アプリ|システム|サービス|イベント|写真|動画|地域|社会|学校|商品|製品|道具|機械|言葉|文章|子ども|子供|若者|学生|家族|女性|男性|住民|市民|店舗|お店|農家|病院|大学|高校|車|バス|電車|自転車|道路|公園|駅|日本|海外|世界|料理|食事|コミュニティ|組織|チーム|プロジェクト|生活|暮らし|会議|材料|素材|資料|文書)$/;

/** Parts of の-phrases that say whose or where, not what. */
function isLeadingNoise(part: NounChunk, lexicon: Lexicon): boolean {
  const known = lexicon.find(part.text) !== undefined;
  const word = part.text.replace(/^元/, '');
  return part.pronoun || part.formal || SELF.has(part.text) || OTHERS.has(part.text) || (GENERIC.has(word) && !SUBJECT_MATTER.test(part.text)) || (!known && (isRegion(part.tokens) || isPersonName(part.tokens))) ||
    part.tokens.every((token) => isNumber(token) || isCounter(token)) || /^[\d.〇一二三四五六七八九十百千万数]+(?:トン|キロ|人|名|件|本|冊|台|枚|個|回|校|店|軒|種類|か国|カ国)(?:ほど|くらい|ぐらい|以上|近く|前後|超)?$/.test(part.text) || /(?:ばかり|だらけ)$/.test(part.text) || /.中$/.test(part.text) && part.particles.includes('の') && part.tokens.length > 1 && !lexicon.find(part.text) || /(?:向け|志望)$/.test(part.text) || /^(?:ただ|普通|いわゆる|しがない|我流|自己流|ふつう|大手|中小|地場|外資系|某|とある|県|市|区|町|村|国|都|府|道|地区|当地|プロ|管内|沿線|市内各地|県内各地|全国各地|控えめ|ひかえめ|甘め|辛め|薄め|濃いめ|多め|少なめ|大きめ|小さめ|長め|短め|早め|遅め|軽め|重め|渋め|緩め|ゆるめ|固め|め)$/.test(part.text) || /^(?:累計|合計|総計|延べ|通算|総|約)?[\d.〇一二三四五六七八九十百千万億数]+(?:DL|ダウンロード|PV|UU|フォロワー|人超|件超|円|平米|坪|ヘクタール|ha|アール|反|町歩|[kM]W|km|キロ|トン)(?:超|以上|規模|級)?$/i.test(part.text) || part.tokens.every((token) => token.detail === '副詞可能');
}

/** Troubles that only say something with those who have them: 担い手の高齢化. */
const TROUBLE_HEAD = /^(?:高齢化|不足|人手不足|減少|激減|孤立|孤独|老朽化|過疎化|貧困|離職|流出|後継者不足|後継者難|引きこもり|ひきこもり|不登校|虐待|自殺|転倒|誤飲|待機|混雑|渋滞|空洞化|弱体化|衰退|過労|困りごと|困り事|悩みごと|本音|ニーズ|生の声|運動不足|栄養不足|低栄養|移動手段)$/;
/** 社員のケア, 利用者の送迎: for whom it is belongs to the name. */
const isForWhom = (parts: NounChunk[]): boolean =>
  (parts.length === 2 && !parts[0].pronoun && !SELF.has(parts[0].text) && parts[0].particles.join('') === 'の' && TROUBLE_HEAD.test(parts[1].text) && parts[0].text.length > 1 && !/^(?:地方|国|日本|社会|全国|地域|昨今|最近|近年|現在)$/.test(parts[0].text)) ||
  parts.length === 2 && /^(?:社員|従業員|利用者|患者|住民|生徒|学生|参加者|子ども|子供)$/.test(parts[0].text.replace(/さん$/, '')) && /^(?:ケア|支援|教育|研修|見守り|居場所|孤立|健康|安全|働き方|育成|サポート|送迎|相談|移動|貧困|自殺|虐待|体力|視力|睡眠|食事|生活)$/.test(parts[1].text);

/** The parts of a phrase that name something. */
function contentParts(phrase: Phrase, lexicon: Lexicon): NounChunk[] {
  let parts = phrase.parts;
  while (parts.length > 1 && !isForWhom(parts) && isLeadingNoise(parts[0], lexicon)) parts = parts.slice(1);
  while (parts.length > 1 && !(parts.length === 2 && /^(?:困りごと|困り事|本音|ニーズ)$/.test(parts[1].text) && isForWhom(parts)) && (LIGHT_TAILS.has(parts[parts.length - 1].text.replace(/^[おご](?=..)/, '')) || PLACE_TAIL.test(parts[parts.length - 1].text) && !/(?:組合|法人|NPO)$/.test(parts[parts.length - 1].text) || parts[parts.length - 1].formal || BARE_PERSONS.has(parts[parts.length - 1].text))) parts = parts.slice(0, -1);
  // 学校の裏の川のゴミ: the last two say enough.
  const first = parts[0];
  const tail = parts.slice(-2);
  const isKnown = (part: NounChunk) => lexicon.find(part.text) !== undefined;
  // 透析室の機械のお守り: only the first names anything; but 商店街の来客数のデータ is about the data.
  if (parts.length > 2 && parts[parts.length - 1].end - first.start > LONGEST_CHAIN && isKnown(first) && !tail.some(isKnown) && !KEPT_MATERIAL.test(tail[1].text)) return [first];
  return parts.length > 2 && parts[parts.length - 1].end - first.start > LONGEST_CHAIN && !isLeadingNoise(tail[0], lexicon) && tail[0].text.length > 1 && !/^(?:裏|横|中|上|下|前|後|際|時|ため|方)$/.test(tail[0].text) ? tail : parts;
}

/** What people keep and bring; the word before it says of what. */
const KEPT_MATERIAL = /^(?:データ|記録|統計|資料|写真|地図|図面|名簿|アンケート)$/;

/** A chain over の of this length is read whole. */
const LONGEST_CHAIN = 9;

/** Ends that make a time, a manner or a state of a word: 退職後, 技術的, 匿名化済. */
const NO_NAME = /^ペーパー|(?:頼み|任せ|まかせ)$|(?:後|前|済|済み|的|頃|ごろ|時代|以降|以来|以外|同士|さ)$|^第?[一二三四五六七八九十\d]+(?:種|級|類|段|号|等|級建築)$|(?:レベル|程度|向け|音痴|オンチ|アレルギー|(?:勉強|経験|知識|力|練習|修行)不足|未経験|初心者|同然|なし|無し|ゼロ|不可|っぱなし|任せ|生まれ|育ち|出身|在住|在勤|止まり|続き|だらけ|ばかり|予定)$|^(?:ど?素人|初心者|門外漢|未経験|不)$/;
const SCHOOL_YEAR = /^(?:博士|修士|学士|大学|高校|中学|小学|高専)(?:課程)?(?:\d*年?生?)?$/;
const TIMES = /^(?:朝|昼|夜|夕方|週末|平日|休日|土日|深夜|早朝)$/;
const ENGLISH_STOP = /^(?:hi|hello|hey|ok|ng|no|yes|thanks|thank you|please|lol|btw|etc|pr|the|a|an|my|we|you|i|me|and|or|of|in|on|at|to|for|with|is|am|are|nice|welcome|sir|mr|ms|mrs)$/i;

function isEmptyWord(label: string): boolean {
  if (label.length > 30 || GENERIC.has(label) || SELF.has(label) || (OTHERS.has(label) && !/^(?:犬|ペット)$/.test(label))) return true;
  if (GENERIC.has(label.replace(/^[おご]/, ''))) return true;
  if (/^[\d\s\p{P}\p{S}]*$/u.test(label) || NO_NAME.test(label) || ENGLISH_STOP.test(label)) return true;
  if (/^(?:約|ほぼ|もう|はや)?[〇一二三四五六七八九十百千万数半何幾\d]+(?:余|数|超|弱|強)*(?:年|年間|年目|世紀|冬|春|夏|秋|周年|ヶ月|か月|カ月|日|回|度|件|人|名|本|冊|軒|通|作|品|頭|羽|匹|坪|反|町歩|社|校|店|歳|才|代目?|点|円|割|％|%)(?:間|目|余り?|ほど|以上|近く|弱|強|あまり)?.{0,4}$/.test(label)) return true;
  if (/^[\d〇一二三四五六七八九十数]+(?:つの)?(?:チーム|店舗|拠点|部署|施設|世帯|家族|クラス|班|団体|地区|集落|教室|会場|区画|路線|車種|機種|言語|科目|教科|公演|曲|作)$/.test(label)) return true;
  // 月2回: how often
  if (/^(?:月|週|年|日)(?:に)?[\d一二三四五六七八九十数]+(?:回|度|日|時間|ペース)?(?:ペース|ほど|くらい|程度)?$/.test(label)) return true;
  return /^[ぁ-ゖー]{1,2}$/.test(label) || /^[ァ-ヶー]$/.test(label);
}

/** 頑固, 責任感, 心配性: what someone is like. */
const isQuality = (tokens: Token[]): boolean => (tokens.length === 1 && tokens[0].detail === '形容動詞語幹') || /(?:感|がち|癖|っぽさ|気味|性格|体質|っ子|思考)$/.test(tokens[tokens.length - 1].surface) || (tokens.length <= 2 && /(?:.性|主義)$/.test(tokens.map((token) => token.surface).join('')));

/** 25か国, 何度, 一つ. */
const isAmount = (tokens: Token[]): boolean => isNumber(tokens[0]) && tokens.length <= 3 && tokens.slice(1).every((token) => token.subdetail === '助数詞' || token.detail === '接尾' || token.detail === '数');

function qualityOf(parts: NounChunk[], tokens: Token[], label: string): number {
  if (parts.length > 1) return parts.length > 2 ? 0.75 : 0.85;
  if (tokens.length === 1) {
    if (tokens[0].term) return 0.9;
    if (/^[一-鿿]$/.test(label)) return 0.55;
    if (/^[ぁ-ゖー]+$/.test(label)) return 0.55;
    return tokens[0].detail === 'サ変接続' ? 0.55 : /^[ァ-ヶー]+$/.test(label) ? 0.8 : 0.62;
  }
  return label.length > 18 ? 0.75 : 0.88;
}

/** Actions that are usually one word with what they are done to. */
const COMPOUNDING = /^(?:(?!高齢化|老朽化|過疎化|深刻化|空洞化|弱体化).{1,3}化|分析|解析|開発|設計|制作|製作|撮影|編集|デザイン|構築|運用|管理|修理|栽培|販売|翻訳|調理)$/;

/** の goes where the head is an action: データ の 可視化 → データ可視化. */
function compactLabel(parts: NounChunk[], text: string, end: number): string {
  const whole = withoutAsides(text.slice(parts[0].start, end));
  const head = parts[parts.length - 1];
  const simple = parts.length === 2 && parts[0].particles.length === 1 && parts[0].particles[0] === 'の';
  return simple && COMPOUNDING.test(head.text) && whole.length <= 12 ? `${parts[0].text}${text.slice(head.start, end)}` : whole;
}

/** The last known term inside the tokens: what an unknown compound is a kind of. */
function aboutOf(tokens: Token[], text: string, lexicon: Lexicon): Concept | undefined {
  for (let from = 0; from < tokens.length; from++) {
    const concept = lexicon.find(textOf(tokens.slice(from), text));
    if (concept) return concept;
  }
  for (let at = tokens.length - 1; at >= 0; at--) {
    for (let from = 0; from <= at; from++) {
      const phrase = textOf(tokens.slice(from, at + 1), text);
      const concept = phrase.length >= 2 ? lexicon.find(phrase) : undefined;
      if (concept) return concept;
    }
  }
  return undefined;
}

const KANJI = /[一-鿿]/;
const JAPANESE = /[ぁ-ヿ一-鿿]/;
/** What remains of a word when kana endings and の go: 取り組み ≡ 取組. */
const skeleton = (word: string): string => word.replace(/[ぁ-ゖーの・\s]/g, '');

/**
 * The concept's label for another spelling, an abbreviation or another language; the writer's own words where
 * they are another Japanese word: what is near in meaning shares the concept, but not its name.
 */
export function labelFor(surface: string, concept: Concept): string {
  if (/^[元前現]/.test(surface) && surface.slice(1) === concept.id) return concept.id;
  // 母の介護: whose is nobody's business.
  if (/^(?:父|母|祖父|祖母|夫|妻|娘|息子|孫|親|両親|義母|義父|家族)の/.test(surface)) return concept.id;
  if ((skeleton(surface) === skeleton(concept.id) && Math.abs(surface.replace(/の/g, '').length - concept.id.replace(/の/g, '').length) <= 2) || /の(?:お?仕事|こと|活動|勉強|研究|経験)$|を(?:する|やる)(?:こと|事)?$/.test(surface)) return concept.id;
  // IT is another word than 情報技術; k8s and イラレ are short for the label itself.
  if (JAPANESE.test(concept.id) && foldSpelling(surface) !== foldSpelling(concept.id)) {
    if (/^[A-Za-z]{2,5}$/.test(surface)) return [...concept.spellings, ...concept.ambiguous].find((spelling) => foldSpelling(spelling) === foldSpelling(surface)) ?? surface;
    if (/[ァ-ヶ]/.test(surface)) return surface;
  }
  // ろくろ is another word than 陶芸; りょうり is 料理 in kana.
  return KANJI.test(surface) || (/^[ぁ-ゖー]{3,}$/.test(surface) && concept.spellings.length > 0 && BROKEN_BY_IPADIC.has(surface)) ? surface : concept.id;
}

/** The last noun of a phrase as it stands, for words that only a verb makes a name: アプリ を 作る. */
export function bareName(phrase: Phrase): Name {
  const { text: label, start, end, tokens } = headOf(phrase);
  return { label, start, end, tokens, quality: 0.85, rule: 'open' };
}

/** Names a phrase: the concept it stands for, or its own words in normal form. Undefined when nothing is left. */
export function namePhrase(phrase: Phrase, text: string, lexicon: Lexicon): Name | undefined {
  if (phrase.parts.every((part) => part.pronoun || part.formal)) return undefined;
  const parts = contentParts(phrase, lexicon);
  // エンジニアばかりの職場
  if (phrase.parts.length > 1 && /(?:ばかり|だらけ)$/.test(parts[parts.length - 1].text)) return undefined;
  const tokens = trimTokens(parts.flatMap((part) => part.tokens));
  if (tokens.length === 0) return undefined;
  const start = tokens[0].start;
  const end = tokens[tokens.length - 1].end;
  const surface = withoutAsides(text.slice(start, end));
  const kept = parts.filter((part) => part.start >= start && part.end <= end);
  const label = kept.length > 1 ? compactLabel(kept, text, end) : surface;
  if (SCHOOL_YEAR.test(surface) || TIMES.test(surface) || /^ペーパー.|ごと$/.test(surface)) return undefined;
  const typo = /^[A-Za-z]{5,}$/.test(surface) ? lexicon.near.byTypo(surface) : undefined;
  const concept = lexicon.find(surface) ?? lexicon.find(label) ?? typo;
  const base = { start, end, tokens };
  const isMember = parts.length > 1 && MEMBER.test(parts[parts.length - 1].text);
  const trade = parts.length > 1 && !concept && !isMember ? tradeOf(phrase, parts, text, lexicon) : undefined;
  if (trade) return trade;
  // NTTデータの社員: a company is no skill.
  if (isMember && !concept && /^(?:社員|従業員|会社員)$/.test(parts[parts.length - 1].text) && parts.slice(0, -1).every((part) => !lexicon.find(part.text))) return undefined;
  const field = fieldOf(parts, text, lexicon);
  if (field && !concept) return field;
  if (!concept && kept.length > 1 && kept.length === parts.length && saysEnough(kept, text, lexicon)) {
    const alone = namePhrase({ ...phrase, parts: kept.slice(-1) }, text, lexicon);
    // What the head alone names need not be what the whole does: 少年野球のコーチング is no skill in コーチング.
    if (alone) return { ...alone, concept: undefined, about: alone.concept ?? alone.about, quality: qualityOf(kept, tokens, label), rule: 'open' };
  }
  // 研究, 運営: a doing without its object; 自転車 is a thing.
  if (concept && OTHERS.has(surface) && !/^(?:犬|ペット)$/.test(surface)) return undefined;
  if (concept && GENERIC.has(surface) && (foldSpelling(concept.id) !== foldSpelling(surface) || tokens[tokens.length - 1].detail === 'サ変接続')) return undefined;
  if (concept) return { ...base, label: labelFor(surface, concept), concept, quality: 1, rule: 'lexicon' };
  const meaning = lexicon.meaning(foldSpelling(surface));
  if (meaning?.ambiguous && !NO_NAME.test(surface)) return { ...base, label: surface, quality: 0.9, rule: 'ambiguous', ambiguous: meaning.concepts };
  if (tokens.every(({ detail }) => detail === '副詞可能') || /^\d+(?:つの)?[ぁ-んァ-ヶ一-鿿]{1,4}$/.test(label) && !/[級種段次類号]$/.test(label)) return undefined;
  // 共同研究の相手: what is left alone says too little.
  if (isEmptyWord(label) && parts.length === 1 && phrase.parts.length === 2 && phrase.parts[0] === parts[0] && BARE_PERSONS.has(phrase.parts[1].text) && !isLeadingNoise(parts[0], lexicon)) return { label: phrase.text, start: phrase.start, end: phrase.end, tokens: phrase.tokens, quality: 0.75, rule: 'open' };
  if (isEmptyWord(label) || isQuality(tokens) || isAmount(tokens) || isRegion(tokens) || isPersonName(tokens)) return undefined;
  const head = kept[kept.length - 1] ?? headOf(phrase);
  const known = suffixConcept(tokens, text, lexicon);
  if (known && kept.length <= 1) return { ...base, label: labelFor(known.id, known), concept: known, quality: 0.95, rule: 'lexicon>tail' };
  if (PLACE_TAIL.test(surface)) return undefined;
  if (isEmptyWord(head.text) && kept.length > 1 && kept.length === parts.length && GENERIC.has(head.text) && head.tokens[head.tokens.length - 1].detail !== 'サ変接続' && !/^(?:思い出|窓口|コミュニティ|団体|組織|教室|居場所|センター|施設|設備|道具|機材|商品|製品|資源|メール|連絡|電話|手続き|手続|予約|受付|事務|データ|記録|情報|場|場所|活用|支援|開発|管理|運営|企画|制作|作成|整備|改善|研究|文化|課題|問題|アプリ|サービス|システム|調査|運用|手伝い|計画|イベント|知恵|料理|教育|案内|体験|紹介|技術|会計|資料|役員|世話|相談)$/.test(head.text)) {
    // 家族介護者の会, アニメの背景
    if (/^(?:会|背景)$/.test(head.text) && /(?:者|親|家族|ママ|パパ|住民|親子|アニメ|漫画|ゲーム)$/.test(kept[kept.length - 2].text)) return { ...base, label, about: aboutOf(tokens, text, lexicon), quality: 0.8, rule: 'open' };
    const shorter = namePhrase({ ...phrase, parts: kept.slice(0, -1) }, text, lexicon);
    if (shorter) return { ...shorter, quality: shorter.quality * 0.85 };
    // 会場の確保, 海外の事例: two wide words say enough together.
    return kept.length === 2 && label.length >= 5 && label.length <= 10 && /(?:後|前)$|^(?:会場|住まい|海外|食事|人材|お金|場所|時間|学校|地域|家族|職場|会社|仕事|イベント|データ|情報)$/.test(kept[0].text) ? { ...base, label, about: aboutOf(tokens, text, lexicon), quality: 0.7, rule: 'open' } : undefined;
  }
  return { ...base, label, about: aboutOf(tokens, text, lexicon), quality: qualityOf(kept, tokens, label), rule: 'open' };
}

/** Heads that ask whose or of what: an action of native words, a post, a measured part. */
const ASKS_OF_WHAT = /[ぁ-ん]|^[\d一二三四五六七八九十]|(?:者|員|主任|係|役|手|ター|率|量|値|費|数)$/;

/** 寄付食品の在庫管理, 公園での出張レッスン: a head that is a name by itself is the tag; whose or where it is, is not. */
function saysEnough(parts: NounChunk[], text: string, lexicon: Lexicon): boolean {
  const whose = parts.slice(0, -1).filter((part) => !part.particles.includes('で') && !PLACE_TAIL.test(part.text));
  // 独居の方の服薬管理: whose it is, is somebody.
  const ofSomebody = BARE_PERSONS.has(parts[parts.length - 2].text);
  // SNSの運用代行: two names say more than one.
  if (!ofSomebody && whose.some((part) => SUBJECT_MATTER.test(part.text) || lexicon.find(part.text))) return false;
  const head = parts[parts.length - 1];
  const tokens = trimTokens(head.tokens);
  const word = textOf(tokens, text);
  if (word.length < NAME_BY_ITSELF || tokens.length < head.tokens.length || GENERIC.has(word)) return false;
  // ゲーム会社のサウンドクリエイター
  if (ASKS_OF_WHAT.test(head.text) && (whose.length > 0 || !/^[ァ-ヶー]+$/.test(word))) return false;
  if (/^[ァ-ヶー]+$/.test(word)) return word.length > 6 && (whose.length === 0 || lexicon.find(word) !== undefined);
  return lexicon.find(word) !== undefined || (whose.length === 0 && tokens.length > 1);
}

/** Letters of a head that names something without the words before it. */
const NAME_BY_ITSELF = 4;

/** 通信キャリアのデータエンジニア: a known occupation says more than whose it is. */
function tradeOf(phrase: Phrase, parts: NounChunk[], text: string, lexicon: Lexicon): Name | undefined {
  const head = parts[parts.length - 1];
  const tokens = trimTokens(head.tokens);
  if (tokens.length === 0) return undefined;
  const word = textOf(tokens, text);
  // 天文部の顧問: of what, or it says nothing
  if (/^(?:顧問|会長|副会長|理事|役員|部長|代表|監督|幹事|世話役|委員|委員長)$/.test(word)) return undefined;
  if (SCHOOL_YEAR.test(word)) return namePhrase({ ...phrase, parts: parts.slice(0, -1) }, text, lexicon);
  const concept = lexicon.find(word);
  const isTrade = concept && (concept.category.startsWith('職業') || /(?:科|病棟|室)$/.test(parts[parts.length - 2].text) || PLACE_TAIL.test(parts[parts.length - 2].text) || HOUSE.test(parts[parts.length - 2].text));
  return isTrade ? { label: labelFor(word, concept), concept, start: tokens[0].start, end: tokens[tokens.length - 1].end, tokens, quality: 0.95, rule: 'lexicon' } : undefined;
}

/** Who belongs to a field of study or a department: says the field, not the person. */
const MEMBER = /^(?:先生|講師|コーチ|インストラクター|NPO|NPO法人|団体|市民団体|法人|協会|協議会|組織|助教|准教授|教授|(?:大学)?院生|学生|大学生|生徒|教員|職員|社員|研究員|博士|修士|出身|出身者|OB|OG|専科|課程|専攻|在籍|所属|コース|系|学部生|(?:副)?代表|代表者|社長|専務|店主|店長|主人|女将|若女将|オーナー|経営者|所長|院長|園長|室長|跡取り|跡継ぎ|後継ぎ|[二三四五六七八]代目|(?:副)?会長|役員|理事|世話人|世話役|幹事|主宰|主催者|運営者|スタッフ|一員|会員|部員|部長|キャプテン|主将|マネージャー|団員|従業員|パート|バイト|アルバイト|インターン|研修生|新人|責任者|(?:サブ)?リーダー|事務局長?|書記|班長)$/;
/** Organisations that are named after what is done there. */
const HOUSE = /^(.{2,}?)(?:大学院|専門学校|学校|高校|学部|学科|研究科|専攻|研究室|ゼミ|コース|課|係|部門?|事務所|会社|企業|ベンチャー|スタートアップ|メーカー|業界|専科|出身|売場|売り場)$/;

/** 数学科 の 助教 → 数学, 都市計画課 → 都市計画, 経済学部 3 年 → 経済学: the field behind a department or a house. */
function fieldOf(parts: NounChunk[], text: string, lexicon: Lexicon): Name | undefined {
  const kept = parts.length > 1 && MEMBER.test(parts[parts.length - 1].text) ? parts.slice(0, -1) : parts;
  const tokens = trimTokens(kept[kept.length - 1].tokens);
  if (tokens.length === 0) return undefined;
  const start = tokens[0].start;
  const surface = text.slice(start, tokens[tokens.length - 1].end).replace(/(?:博士|修士)?[\d一二三四五六]+年生?$|(?:博士|修士)(?:課程)?$/, '');
  // 手芸教室の先生; 体操教室 alone is a name.
  const taught = kept.length < parts.length ? /^(.{2,}?)(?:教室|スクール|道場|講座)$/.exec(surface)?.[1] : undefined;
  const house = taught ?? HOUSE.exec(surface)?.[1] ?? (kept.length < parts.length ? surface : undefined);
  if (!house || (house.length < 2)) return undefined;
  for (const field of [house, `${house}学`, house.replace(/科$/, ''), house.replace(/学$/, '')]) {
    const concept = field.length >= 2 && !GENERIC.has(field) ? lexicon.find(field) : undefined;
    if (concept && !PLACE_TAIL.test(field)) return { label: labelFor(field, concept), concept, start, end: start + Math.min(field.length, surface.length), tokens, quality: 0.75, rule: 'lexicon>field' };
  }
  // 建設コンサルタント会社: what its trade is, where no name stands before it.
  if (/(?:会社|メーカー|業界|商社)$/.test(surface) && house.length >= 3 && kept.length === 1 && tokens.length > 2 && tokens.every(({ detail }) => detail !== '固有名詞') && !GENERIC.has(house)) return { label: house, start, end: start + house.length, tokens, quality: 0.7, rule: 'lexicon>field' };
  // 手芸教室の先生: what is taught there
  if (taught && !GENERIC.has(taught)) return { label: taught, start, end: start + taught.length, tokens, quality: 0.8, rule: 'lexicon>field' };
  // 民俗学の院生: a discipline that nobody listed.
  return kept.length < parts.length && /(?:学|工学|論|史|文学)$/.test(house) ? { label: house, start, end: start + house.length, tokens, quality: 0.85, rule: 'lexicon>field' } : undefined;
}

/** データ分析 + 業務: the tail adds nothing to a known concept. */
function suffixConcept(tokens: Token[], text: string, lexicon: Lexicon): Concept | undefined {
  const last = tokens[tokens.length - 1];
  if (tokens.length < 2 || !/^(?:職|業|業務|全般|担当|活動|畑|見習い|スタッフ|要員|関係|関連|サークル|クラブ|部|教室|団体|道場|同好会|仲間|初心者)$/.test(last.surface)) return undefined;
  return lexicon.find(textOf(tokens.slice(0, -1), text));
}
