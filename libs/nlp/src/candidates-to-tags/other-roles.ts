import { firstGroups } from './first-groups.js';
import type { Passing } from './told-in-passing.js';

/** Nouns that stand together: テントと自炊道具. */
export const NOUNS = '[一-龠々ァ-ヶーA-Za-z0-9のとや・]';
/** What one is equipped with for something else. */
const GEAR = '(?:装備|道具|用具|機材|器具|工具|器材|ギア|グッズ|ウェア|テント|寝袋|荷物|材料|資材|食材|消耗品|備品|家具|家電)(?:一式|類)?';
/** What somebody is paid without working for it. */
export const MONEY = '(?:給付金?|支援金|助成金?|補助金?|奨学金|年金|手当て?|保険金|失業保険|雇用保険|生活保護|義援金|見舞金|一時金|交付金|祝い金|退職金|賞金|報奨金|仕送り|お年玉|お小遣い|ボーナス|賞与)';
const RECEIVES = '(?:もら[いうえっわ]|貰[いうえっわ]|いただ[いきく]|頂[いきくけ]|頂戴|受け取|受給|受けて|受けま|給付され|支給され)';
/** What is decided on about somebody, or given to them: 採用をいただく. */
const GRANTED = '(?:採用|内定|内々定|合格|任命|推薦|推挙|承認|承諾|許可|認可|認定|表彰|ご?縁|機会|チャンス|ポスト|席|枠|称号|評価|お墨付き|お声がけ?|休み|休暇|有給|許し|時間|感想|コメント|お便り|反響|応援|励まし|言葉|お手紙|ファンレター|メッセージ)';
/** How much there is of something: 面談時間, チーズの消費量. */
const MEASURE = '(?:時間|期間|回数|頻度|人数|件数|日数|年数|本数|枚数|部数|割合|比率|消費量|摂取量|運動量|仕事量|生産量|収穫量|[一-龠]量|費用|料金|金額|金利|値段|価格|単価|時給|日給|月給|定員|距離|速度|温度|気温|湿度|身長|体重|面積|高さ|長さ|重さ|大きさ|広さ|速さ|深さ|総額|総数|平均)';
const NUMBER = '(?:約|およそ|だいたい|大体|平均|最大|最低|最長)?(?:[0-9]|[一二三四五六七八九十百千万数半]+(?:時間|日|回|人|分|年|円|件|本|枚|割|倍|キロ|か月|ヶ月|週間))';
const AS_MUCH = String.raw`[^、。はがを]{0,8}(?:増え|増し|増加|減[っりるら]|減少|上が[っりる]|下が[っりる]|伸び[たてま]|落ち[たてま]|倍に|多[いくめ]|少な[いくめ]|長[いくめ]|短[いくめ]|高[いくめ]|低[いくめ]|かか[っりる])`;
/** What is measured may be data that are brought along or worked on. */
const OF_DATA = /データ|分析|解析|計測|測定|可視化|研究|予測|推定|予想|センサ|統計|調査|集計|管理|改善|削減|最適化|短縮|記録|計算|暗算|帳面|帳簿|おき/u;

/** Each finds, in its first group, what only tells when or where. */
const SETTINGS = [
  // スマホが普及してからは, テレビがなかった頃
  new RegExp(`(${NOUNS}{1,16})(?:が|の)(?:普及|登場|流行|誕生|一般化|全盛|世に出|広ま|広が|出回|出始め|流行り始め|はやり始め|発売|なかっ|無かっ)[^、。がを]{0,8}?(?:てから|て以[来降]|[たる]頃|[たる]ころ|る前|[たの]時代|[たの]当時|以[前来降])`, 'dgu'),
  // 砂浜や防波堤から釣る, 車窓から眺める
  new RegExp(`(${NOUNS}{1,20})から(?:釣[りるっ]|眺め|見下ろ|見上げ|見え|望[むめみ]|撮[っるりれ]|覗|のぞ[いくき]|飛び込|飛び降り|滑り?降り)`, 'dgu'),
];
/** 面談時間は約2時間, 消費量はかなり増えました */
const MEASURES = [new RegExp(`(${MEASURE})(?:は|が|も|って|って?いうのは)、?(?:${NUMBER}|${AS_MUCH})`, 'dgu')];
/** 給付金を貰えていた時; 助成金で運営, 年金頼みで暮らす */
const PAID = [
  new RegExp(`([一-龠々ァ-ヶーA-Za-z0-9]{0,8}${MONEY})(?:を|も|が|で)[^、。はがを]{0,6}${RECEIVES}`, 'dgu'),
  new RegExp(`([一-龠々ァ-ヶーA-Za-z0-9]{0,8}${MONEY})(?:頼み|頼り|だけ|など)?で(?!き|は|も|す)`, 'dgu'),
];
const OF_ADVICE = /相談|申請|手続|支援(?!金)|サポート|詳し|計算|専門|困|アドバイス|教え|制度/u;
/** Each finds, in its first group, what is received, taken along, struck, admired or made do with: whatever the writer does, it is not this. */
const PATTERNS = [
  // 正職員採用をいただきました
  new RegExp(`(${NOUNS}{0,12}${GRANTED})を(?:いただ[いき]|頂[いき]|頂戴|賜[っりわ]|もらい?ま|もらっ)`, 'dgu'),
  // 装備を少しずつ揃えて, テントと自炊道具を積み込み
  new RegExp(`(${NOUNS}{0,16}${GEAR})(?:を|も|などを|なども)[^、。はがを]{0,8}(?:揃[えい]|そろ[えい]|買[いうっ]|購入|持って(?:行|来)|借り|詰[めま]|新調)`, 'dgu'),
  new RegExp(`(${NOUNS}{1,20})(?:を|も|などを|なども)[^、。はがを]{0,8}(?:積み込|詰め込|放り込)`, 'dgu'),
  new RegExp(`(${NOUNS}{1,16})に[^、。はがに]{1,16}を[^、。はがを]{0,4}(?:積み込|詰め込|放り込)`, 'dgu'),
  // ゲーム中の楽曲でダンスを行います; ピアノで踊る is nobody's
  /([^、。はがを]{0,12}(?:楽曲|曲|音楽|BGM|歌|主題歌|ソング|ナンバー|メロディ|リズム)(?:など)?)(?:で|に(?:合わせ|あわせ|乗[っせ]|のっ|のせ)て?)[^。はが]{0,20}(?:踊[っりるろ]|ダンス|舞[いうっ]|パフォーマンス|滑[っりる]|エクササイズ|体操|歩[いきく]|走[っりる])/dgu,
  // 台風で屋根瓦が飛び, 値段の高さに驚きました, おにぎりで済ませる
  new RegExp(`(?:台風|地震|大雨|豪雨|大雪|雪|停電|雷|洪水|強風|突風|浸水|水害|火事|火災|霜|雹|ひょう)で(${NOUNS}{1,16})が(?!でき)`, 'dgu'),
  new RegExp(`(${NOUNS}{1,16}(?:の[^、。はがを]{1,4}さ)?)に(?:驚[いき]|びっくり|圧倒され|うっとり|がっかり|呆れ|見とれ|見惚れ)`, 'dgu'),
  new RegExp(`(${NOUNS}{1,16})で(?:済ま|すま)[せし]`, 'dgu'),
  // 規格外に大きい, 人並みに速い
  /((?:規格外|桁外れ|桁違い|けた違い|段違い|破格|別格|並外れ|人並み(?:以上|以下)?|人一倍|年相応|年不相応|身分不相応|不釣り合い|世界一|日本一|無駄|異様|異常))に[^、。はがを]{0,4}[いくかっ]/dgu,
  // 経年変化を楽しむことができます, 夜景をお楽しみいただけます
  new RegExp(`(${NOUNS}{1,20})(?:を|も)(?:(?:お楽しみ|お召し上がり|お?味わい|ご賞味|ご堪能|ご体感|ご体験)いただけ|楽しむこと(?:が|も)でき|楽しめま|味わうこと(?:が|も)でき|味わえま|堪能でき|満喫でき)`, 'dgu'),
];

/** What in a sentence plays another part than what its writer does: received, counted, taken along, a place, a date. */
export const inOtherRoles = (sentence: string): Passing =>
  ({ nothing: firstGroups(sentence, SETTINGS), noSkill: firstGroups(sentence, [...PATTERNS, ...(OF_DATA.test(sentence) ? [] : MEASURES), ...(OF_ADVICE.test(sentence) ? [] : PAID)]) });
