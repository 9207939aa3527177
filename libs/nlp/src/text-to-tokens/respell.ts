import type { CleanText } from './clean-text.js';

/**
 * Words written in kana (やさしい日本語, children, haste) that IPADIC cuts to pieces, in the spelling it knows;
 * and turns of phrase that mean one of the cue words.
 */
const RESPELLINGS: [RegExp, string][] = [
  [/きょうみ/g, '興味'], [/かんしん(?=[がもをの])/g, '関心'], [/べんきょう/g, '勉強'], [/仕ごと|しごと/g, '仕事'], [/とくい/g, '得意'], [/にがて/g, '苦手'], [/しゅみ/g, '趣味'], [/だいすき|大すき/g, '大好き'],
  [/すき(?=です|な|だ|で[、。]|。|$)/g, '好き'], [/にほんご|にほん語/g, '日本語'], [/えいご/g, '英語'], [/ちゅうごくご/g, '中国語'], [/かんこくご/g, '韓国語'], [/ぽるとがるご/g, 'ポルトガル語'], [/べとなむご/g, 'ベトナム語'], [/りょうり/g, '料理'], [/おんがく/g, '音楽'], [/りょこう/g, '旅行'],
  [/しゃしん/g, '写真'], [/どくしょ/g, '読書'], [/えいが/g, '映画'], [/さんぽ/g, '散歩'], [/かいご/g, '介護'], [/がくせい/g, '学生'], [/せんせい/g, '先生'], [/しくみ/g, '仕組み'], [/さがし(?=[てま])/g, '探し'], [/おしえ(?=[てまら])/g, '教え'], [/はたら(?=[いきく])/g, '働'],
  [/ともだち/g, '友達'], [/じょうず/g, '上手'], [/(?<=^|[\s、。])え(?=[をがはも] ?(?:上手|か|描|書))/g, '絵'], [/がいこくじん/g, '外国人'], [/ぶんか/g, '文化'], [/ほんやく/g, '翻訳'], [/つうやく/g, '通訳'], [/かんごし/g, '看護師'], [/ほいくし/g, '保育士'], [/だいがく/g, '大学'], [/けんきゅう/g, '研究'], [/かいしゃ/g, '会社'], [/のうぎょう/g, '農業'], [/ぼうさい/g, '防災'],
  [/わかりません/g, '分かりません'], [/てつだ(?=[いっうえ])/g, '手伝'], [/なら(?=って|いた)/g, '習'], [/およ(?=ぐ|ぎ)/g, '泳'], [/(?<=[をも])ひ(?=きます|けます|いてい)/g, '弾'], [/ひこうき/g, '飛行機'], [/じてんしゃ/g, '自転車'], [/くるま(?=[のをで])/g, '車'], [/やさい/g, '野菜'], [/おかし/g, 'お菓子'], [/こども/g, '子ども'], [/おとしより|お年より|としより/g, 'お年寄り'], [/ひとりぐらし|一人ぐらし/g, '一人暮らし'],
  [/お手の(?:もの|物)|ペラペラ|ぺらぺら|朝飯前|ばっちり|バッチリ|お任せあれ|流暢|ネイティブ(?=です|レベル|並)/g, '得意'], [/まるで駄目|まるでだめ|ちんぷんかんぷん|チンプンカンプン|からきし|からっきし/g, '苦手'],
  [/声(?=かけて|掛けて)/g, '声を'], [/をテーマに/g, 'について'], [/の(?:かたわら|傍ら)/g, 'をしながら'], [/悩みの種/g, '悩み'], [/ひとすじ|ひと筋/g, '一筋'],
  [/に力を(?:入れ|いれ)て(?:い)?(?=ます|る|て|お)/g, 'を担当してい'], [/にどっぷり(?:です|だ)?/g, 'に夢中です'], [/を(?:かじ|齧)(?:った|っている|ってる)程度/g, 'を少し経験'],
  [/お(?=(?:持ち|探し|困り|考え|悩み|使い|手持ち)の(?:方|人|会社|企業|団体|店|家庭))/g, ''], [/持ちの(?=方|人|会社|企業|団体|店|家庭)/g, '持っている'], [/探しの(?=方|人|会社|企業|団体)/g, '探している'], [/困りの(?=方|人|会社)/g, '困っている'], [/お考えの(?=方|人)/g, '考えている'],
  [/おられる(?=方)/g, 'いる'], [/求ム/g, '求む'], [/ござれ(?=[。!、\n]|$)/g, 'できます'],
  [/(?<=^|[\s、。!?・「(])元[ ・](?=[一-鿿ァ-ヶA-Za-z])/g, '元'], [/教え(?=を(?:乞|請))/g, '知恵'],
  [/お持ち(?:では|じゃ)(?:ない|ありません)(?:でしょう)?か/g, '持っていませんか'],
  // denials that wrap another predicate
  [/(?:という|な|の)?わけ(?:で|じゃ)(?:は)?(?:ない|ありません|ございません)/g, 'ではない'], [/(?<=[えけせてねべめれげぜでき])る(?:と|とは|とまでは|とはとても)(?:言|い|申)(?:えない|えません|いがたい|い難い|いにくい|せません|せない)/g, 'ない'], [/(?<=得意|専門|上手|堪能)(?:と|とは|とまでは)(?:言|い|申)(?:えない|えません|いがたい|い難い|せません)/g, 'ではない'],
  [/経験(?:は|が)?(?:ゼロ|なし|無し|皆無|ナシ)/g, '未経験'], [/(?:食べる|見る|飲む|聴く|聞く|読む|観る|買う)専門?(?=[。!、\n]|です|だ|$)/g, '苦手'], [/頼り(?:っ)?きり|頼りっぱなし|おんぶに抱っこ/g, '任せきり'],
  [/(?<=[えけせてねべめれげぜでき])る(?:ほど(?:の.{1,6})?(?:では|じゃ|でも)(?:ない|ありません)|よう(?:に)?(?:は)?(?:見え|思え)(?:ない|ません)|(?:ふり|フリ)を(?=し))/g, 'ない'],
  // 西日本のことば, 話しことば
  [/(?:おら(?:ん|れん|れません|へん)|い(?:ない|ねえ|ねぇ|てへん))(?:もの?|もん|です)?(?:か(?:ね|な|のう|しら)?|やろか|でしょうか)[ねえぇなあぁー]*(?=[。!?、\n]|$)/g, 'いませんか'], [/(?<=[人方])(?:おる|いる|おらん|いない)(?=[?？])/g, 'いませんか'],
  [/(?<=て|で)(もらえ|くれ)ん(?=か)/g, 'もらえません'], [/(?<=[てで])(?:へん|ひん)(?=[。、\n]|けど|が|$)/g, 'いない'], [/てもらってええ/g, 'てください'], [/(?<=[いる])んだわ|やねん|ですねん|じゃけえ?の?(?=[。、\n]|$)/g, 'です'],
  [/(?<=た)いねえ(?=[。!\n]|$)/g, 'いです'], [/(?:お)?声がけ(?:く|下)ださい|(?:お)?声がけ下さい|お声掛けください|お声(?:か|掛)け(?:くだ|下)さい/g, '声をかけてください'],
];

/** Activities that people name by the bare verb: 走るのが好き is running. */
const BARE_VERBS: Record<string, string> = { 歌う: '歌', 走る: 'ランニング', 泳ぐ: '水泳', 踊る: 'ダンス', 歩く: 'ウォーキング', 編む: '編み物', 縫う: '裁縫', 釣る: '釣り', 読む: '読書', 登る: '登山' };
for (const [verb, noun] of Object.entries(BARE_VERBS)) RESPELLINGS.push([new RegExp(`(?<![をにでと])${verb}(?:の|こと)(?=[がはもを])`, 'g'), noun]);

const ANY_RESPELLING = new RegExp(RESPELLINGS.map(([pattern]) => pattern.source).join('|'));

/** Greetings and set phrases: no content, and they confuse the grammar around them. */
const GREETINGS = /(?:はじめまして|初めまして|始めまして|こんにち[はわ]|こんばん[はわ]|おはようございます|(?:どうぞ|何卒|なにとぞ|以後)?(?:よろしく|宜しく|ヨロシク)(?:お?願い(?:いた|致)?します|お?願い申し上げます|おねがいします|どうぞ|です|でーす|っす)?|お(?:願|ねが)いします(?=[!。\n]|$)|ありがとうございます|すみません|すいません|ごめんなさい|お疲れ様です|お疲れさまです|と申します|ともうします|(?:気軽|きがる)に(?:話|声|はな|こえ)[^。!\n]*)/g;

/** A blank before a particle or ending: わたし は. */
const LOOSE_BLANK = /(?<=[ぁ-ヿ一-鿿A-Za-z0-9]) +(?=(?:は|が|を|に|で|と|も|の|へ|や|から|まで|には|では|です|でした|だ|して|した|します|しています|しました|います|いました|ました|たいです?|ください|くれる|くださる|もらう|いただく|ほしいです?|いる|さん|ができます|できます|ありません|あります)(?:[\s、。!?]|$|[一-鿿ァ-ヶA-Za-z]))/g;

/** 介護の しごと. */
const BLANK_AFTER_NO = /(?<=[ぁ-ヿ一-鿿]の) +(?=[ぁ-ヿ一-鿿])/g;

/** Replaces stretches of a clean text; every new unit points to the whole stretch. */
function replaceUnits(clean: CleanText, pattern: RegExp, by: string | ((found: string) => string)): CleanText {
  const result: CleanText = { text: '', starts: [], ends: [] };
  let from = 0;
  const copy = (to: number) => {
    result.text += clean.text.slice(from, to);
    for (; from < to; from++) {
      result.starts.push(clean.starts[from]);
      result.ends.push(clean.ends[from]);
    }
  };
  for (const { 0: found, index } of clean.text.matchAll(pattern)) {
    copy(index);
    const units = typeof by === 'string' ? by : by(found);
    const last = index + found.length - 1;
    result.text += units;
    for (let at = 0; at < units.length; at++) {
      result.starts.push(clean.starts[index]);
      result.ends.push(clean.ends[last]);
    }
    from = index + found.length;
  }
  if (from === 0) return clean;
  copy(clean.text.length);
  return result;
}

/** Rewrites what IPADIC would misread; offsets still lead to the given text. @example きょうみ が → 興味が */
export function respell(clean: CleanText): CleanText {
  let result = replaceUnits(clean, LOOSE_BLANK, '');
  result = replaceUnits(result, BLANK_AFTER_NO, '');
  result = replaceUnits(result, GREETINGS, '\n');
  if (!ANY_RESPELLING.test(result.text)) return result;
  for (const [pattern, by] of RESPELLINGS) result = replaceUnits(result, pattern, by);
  return result;
}
