import { INABILITY } from './inability.js';
import { placesOf, smallPattern } from './small-letters.js';

/** What the predicate behind a word says about it. */
export type ClauseStance = 'wanted' | 'lacking' | 'unable' | 'spare' | 'able';

const alternatives = (...patterns: string[]): string => patterns.join('|');

const WANTED = alternatives(
  '(?<!手伝い|いただき|役に立ち|力になり|教え|伝え|届け|応援し|支え|貢献し|活かし|生かし|広め|つなげ|減らし)たい(?:です|と思|[。!]|$|んで|けど|のに)', '聞かせて', '見せて(?:もら|くだ|ほし)', '置かせて',
  '探(?:し|す|そう)', 'さがし', '募集', '求(?:め|む)', '急募', 'ほし(?:い|く|か)', '欲し(?:い|く|か)', 'いませんか', 'おりませんか', 'いないか', 'いらっしゃいませんか', 'ないでしょうか', 'ませんか',
  '教えて(?:くだ|下|ほし|欲し|もらえ|いただ)', 'お願い', '助けて', '歓迎', '必要', '会いたい', '会って', '出会い', '知りたい', '組みたい', '組める', 'つながりたい', '繋がりたい', '相談したい', '話したい',
  'くれ(?:る|れば|ない|ません|ん)', 'くださる', 'くだされ', 'いただけ', 'いただきた', 'もらえ(?!ました)', 'もらいた', 'さえあれば', '(?<!(?:える|せる|てる|れる|ける|べる|できる)(?:こと|もの|の))があれば', 'がいれば', 'がいたら', 'がおれば', '増やしたい', '広げたい', '試したい', '使わせ', 'させて(?:ほし|くだ|くれ|もら|いただ)',
  '待って(?:い)?ます', 'お待ち', 'どこ(?:に|[〜ー~?]|$)', 'れば(?:嬉し|うれし|助か|あり)', 'たら(?:嬉し|うれし|助か|あり)', '(?:習い|学び|作り|つくり|使い|見|聞き|聞いてみ|触り|借り|始め|覚え|撮り|置き|売り|知ってもらい|来てもらい|して(?:ほし|もらい|いただき)|飲み|録っておき|決め|し)たい',
  '(?:くれ|もらえ|いただけ)(?:たら|りゃ|ると)', '(?:でき|あれ|なれ|いれ|行け|使え)(?:たら|ば)(?:いい|な)', 'しゃべらせ', '呼んで(?!い)', 'もらってくれ', '使ってもら', '走らせ', '使えないか', '(?:活|生)かせないか', 'どうにか', '(?:なん|何)とか(?:し|なら|でき)', '教えてもら', '分けて(?:ほし|もら|くだ)', '一緒に(?:やり|歩き|考え|つくり|作り)(?:たい|ませ)',
  'looking for', '\\bneed', '\\bwant', '\\bseek', 'would love', 'searching', '\\bhop(?:e|ing) to', 'wish',
);
const LACKING = alternatives(
  '(?:足ら|決まら|でき|売れ|使え|読め|届か|集まら|残ら|続か|追いつか)(?:ん|へん)(?!で)', 'のうなっ', '値上がり',
  '足り(?:な|ませ|ず)', 'たり(?:ない|ません)', '不足', '(?:が|は|も|に|の)(?:い|おら|居)(?:な|ず|ま(?:せ)?ん|ん)', 'いない', 'いません', 'おらん', 'おらず', '(?:が|は|も)(?:な(?:い|く|け)|ありま(?:せ)ん|あらへん|ねえ)',
  '追いつ(?:か|け|い)', '回ら(?:な|ず|ん)', '限界', '手一杯', '届か(?:な|ず)', '届いて(?:い)?(?:な|ませ)', '見つから', '見つかりませ', '決まら', '出てこ', '集まら', '来な(?:い|く)', '来ません', 'でき(?:な|ませ|ず|ん)', 'わから', '分から', 'わかりませ', '分かりませ',
  '知ら(?:な|れて(?:い)?な|ず)', '知りませ', '知られて', '(?<!に(?:は|も|が)?)弱(?:い|く)', '(?<=(?:災害|地震|津波|台風|水害|[雨風雪水火熱]|[暑寒]さ)に(?:は|も)?)弱(?:い|く)', '弱点', '困', '悩', '心配', '不安', 'つら', '辛', 'しんど', '難し', '難儀', '大変', 'だけ(?:です|で|に|。|$|なの)', 'しか', '勘で', 'のまま', '手つかず', '休止', '中止', '止まっ', '止まり', '減っ', '減り', 'ゼロ', 'お休み', '赤字', '高く', '高い',
  '(?:使え|読め|行け|借りられ|話せ|通じ|読み解け)(?:な|ませ|ず|て(?:い)?な|て(?:い)?ませ)', 'できなく', '我慢', '悪い', '悪く', '重い', '怖', '遅れ', '課題', '失われ', '消え', '絶え', '荒れ', '古い', '切れ',
  '埋まら', '埋まりませ', '空欄', '断(?:る|っ|り)', '尽き', '息(?:が|を)(?:切|上)', '辞め', '抜けて', '削(?:り|る|ら)', '引き返', '棚に戻', '狂う', '通え', '来られ(?:な|ませ)', 'もどかし', '悔し', '申し訳', '置いてけぼり', '途方', '頭を抱え', '諦め', 'あきらめ', '壊れ', '迷って', '足が出', '割に合', '持って(?:い)?(?:な|ま(?:せ))', '伝わら', '進ま(?:な|ず)', '広まら', '続か(?:な|ず)', '残ら', '売れ(?:な|ませ|ず)', 'つまず', '行き詰', 'ばらばら', 'まちまち', '後回し', '手付かず', '空回り', '素通り', '取り残',
  'lack', 'no access', 'cannot', "can(?:'|’)t", "don(?:'|’)t have", 'missing', '\\bmiss\\b', '\\bpoor', 'not enough', 'tired of', 'too few', 'no one', 'nobody', 'struggl', 'hard to',
);
const SPARE = alternatives(
  // 竹を使ってくれる人を探す: who asks so has it
  '(?:使って|もらって|引き取って|買って|食べて)(?:くれる|もらえる|くださる|いただける)(?:人|方|先|店|家庭|お宅|所|ところ|施設|団体)',
  '余裕(?:が|は|も|あり)', '積んだまま', '積んで(?:あ|い)', '残ったまま', '使い残',
  '余(?:る|り|って|らせ|剰)', '空いて', '空いた', '空きが', '空く', 'あいて(?:い)?(?:る|ま)', '眠って', '使って(?:い)?(?:な|ませ)', '使って(?:いい|くだ|ほし|もらっ|もらい|構|かま)', '使いたい(?:人|方)', '遊んで(?:い)?(?:る|ます)', 'がらがら', 'ガラガラ', '泣いて', '捨て', '処分', '廃棄', 'タダ', '無料', 'あげ(?:ます|る|たい)', '譲(?:り|れ|って)', '引き取って',
  '空っぽ', 'からっぽ', 'がらんどう', 'がら空き', '昼寝', '(?:ひま|暇)(?:です|な|で|。|に|を|が|だ)', '手放', '持て余', '出番', '並んで(?:い)?(?:る|ます)', 'だけついて', '走るだけ', '誰も(?:来|使|座|いな|住)', '1(?:台|人|組)も(?:入|来|い)', '空気を運', '(?:埃|ほこり)を?かぶ', '寝かせ', '宝の持ち腐れ', '遊ばせ', '使い道', '使い手', '差し上げ', '開けて(?:おい|い|あ)', '手が空', '何もすること', '止まったまま', '閉まったまま', '使われて(?:い)?な', '動いて(?:い)?な', '閉めて(?:い)?(?:る|ます)', '空いて', '出払', '溜まる一方', '貯まって', 'もったいな', 'もらって(?:くだ|いい|くれ)',
  'たくさん', '山ほど', 'どうぞ', '貸せ', '貸し(?:ます|出|て(?:い|も)|たい)', '貸します', '提供(?:でき|し(?:ます|たい|て(?:い)?ま)|可)', '出せ', '残っと', '待機', '開放', '余分', '使えます', 'spare', '\\bfree\\b', 'to share', 'unused',
);
const ABLE = alternatives(
  'でき(?:ます|る|まし)', 'やれ(?:ます|る)', '得意', '教え(?:ます|られ|て(?:い|き|お|ま)|る(?!人|方))', '持って(?:い)?(?:ます|る|お|い)', '(?<!(?:興味|関心|意欲)[がはも])あります', '(?<!(?:興味|関心|意欲)[がはも])ある(?:ので|んで|んです|し|!|。|$|けど|のに|けれど|が)', '(?<!(?:興味|関心|意欲)[がはも])あり(?:[!。、]|$|ます)', '任せ', '手伝え', '手伝い', 'お手伝い', '運べ', '届け(?:て(?:い)?(?:ます|る)|ます|られ)', '作(?:れ|って(?:い)?(?:ま|る)|り(?:ます|続))', 'つく(?:って|り(?:ます))', 'やって(?:い)?(?:ま|る|お|き|\\d)', 'やっと', 'して(?:い)?(?:ま|る|お|き)', 'して\\d', '歴',
  '\\d+年', '[十百]年', '担当', '専門', '資格', 'です(?:[。!、]|$)', 'だよ', '営', '運営', '経営', '勤め', '働', '一通り', '慣れ', '詳し', '上手', '好き', '大好き', 'つづけ', '続け', '開(?:いて|け)', '出して', '直し', '(?:手伝|役に立ち|力になり|教え|伝え|届け|応援し|支え|貢献し|活かし|生かし|広め|つなげ|減らし)たい', '撮(?:って|れ|り)', '書(?:いて|け)', '話(?:せ|します)', '測って', '売(?:って|り)', '借り(?:られ|て(?:い)?(?:ま|る))',
  '伺(?:い|え)', '出張', '行(?:きます|けます|ける)', '呼ばれれば', '駆けつけ', '待って(?:い)?(?:る|ます)', '走(?:れ|って)', '(?:何か|誰か|人|町|地域|世の中)(?:に|の(?:役|ため))…?(?:使え|役立|役に|活か|生か)', '見て(?:い)?(?:ます|る)', '診て', '研究', '数えて', '残して', 'つけて(?:い)?(?:ます|る)', '集めて', '案内', '付き合', '揃(?:って|い|え)', 'そろって',
  '\\bcan\\b', 'teach(?!ers?\\b)', 'work(?:ing|s)? (?:on|as|in|with)', 'developed', 'experience', 'years', '\\benjoy', '\\bi (?:make|build|run|have|play|model|design)',
);

const STANCE: Record<ClauseStance, RegExp> = {
  wanted: smallPattern(WANTED), unable: smallPattern(INABILITY), lacking: smallPattern(LACKING), spare: smallPattern(SPARE), able: smallPattern(ABLE.replaceAll('…', '.{0,6}')),
};
/** Of two that stand at one place the longer counts, then the first of these. */
const STANCES = Object.entries(STANCE) as [ClauseStance, RegExp][];
/** Whether a sentence in small letters asks for something and offers nothing: 通訳をしてくれる方を探しています, but not 使ってくれる人に貸したい. */
export const onlyAsks = (sentence: string): boolean => placesOf(STANCE.wanted, sentence).length > 0 && placesOf(STANCE.spare, sentence).length === 0;

/** 起業したい人を応援したい, 子育てに悩むお母さんの相談に乗る: whose need it is, and that they are helped. */
const OTHERS_HELPED = /^[^、。]{0,8}?(?:人|方|子|若者|学生|お母さん|お父さん|親|方々|皆さん|みなさん)(?:たち)?[をのにへ][^、。]{0,8}(?:応援|支援|支え|サポート|手伝|助け|相談に(?:乗|の)|力にな|後押し|教え|伴走|寄り添)/u;

/** Whether the need that stands before place `from` is of others, whom the writer helps. */
export const helpsOthers = (clause: string, from: number): boolean => OTHERS_HELPED.test(clause.slice(from));

/** Between an ability and a search: who can do it is sought (作れる人を探して). */
const PERSON_BETWEEN = /(?:人|ひと|方|者|ところ|所|場所|先|団体|会社|企業|仲間|先生|さん|someone|people)/u;

/** Whether what follows place `from` is sought of somebody else: …ができる人を募集. */
export const isSought = (clause: string, from: number): boolean => stanceAfter(clause, from) === 'wanted' && PERSON_BETWEEN.test(clause.slice(from));

const DENIAL = /(?:が|も|は|に)(?:見つから|ありませ|な(?:い|く|か)|いな|いませ|おら|足り(?:な|ま)|足ら|来な|届か)/u;

/** 話せ + ません, 持って + いない */
const TURNED_ROUND = /^(?:て?い)?(?:ま?せ[んぬ]|な(?:い|く|か|け)|ず|へん)/u;

/** Whether what stands from `from` to `to` is denied right behind it, unless the words themselves tell of a lack (使っていない部屋). */
export const isDenied = (clause: string, from: number, to: number): boolean =>
  !DENIAL.test(clause.slice(from, to)) && (DENIAL.test(clause.slice(to - 1, to + 12)) || TURNED_ROUND.test(clause.slice(to)));

const NEGATIVE_END = /(?<!しか|だけでは|だけじゃ|かもしれ|すみ|欠かせ|尽き|飽き|やめられ|たまら|負け|わけでは|には?違い|とは限ら|間違い)(?:ません|ない|なくて?|まへん|へん)(?:んです|のです|です|でした)?(?:が|けど|けれども?|ので|から|し|のに|ね|よ)?[、。!…\s]*$/u;

const IDLE = /(?:使|動|座|住|来|読|乗|埋ま|開|飲|着|食べ)[^、。]{0,4}(?:な|ませ|ず)/u;

/** Whether something lies idle from place `from` on: 会場は使っていません has one to lend, 会場は貸せません has none. */
export const liesIdle = (clause: string, from: number): boolean => IDLE.test(clause.slice(from));

/** Whether a clause in small letters says no from place `from` on: 車は持っていません, but not 車しかありません. */
export const isNegated = (clause: string, from: number): boolean => NEGATIVE_END.test(clause.slice(from));

/** The stance of the last predicate before place `to` of a clause in small letters: in English it comes first. */
export function stanceBefore(clause: string, to: number): ClauseStance | undefined {
  const before = clause.slice(0, to);
  const found = STANCES.flatMap(([stance, pattern]) => placesOf(pattern, before).map(({ index }) => ({ stance, index })));
  return found.sort((a, b) => b.index - a.index)[0]?.stance;
}

/** The stance of the predicate that follows place `from` in a clause in small letters; undefined where nothing says. */
export function stanceAfter(clause: string, from: number): ClauseStance | undefined {
  const found: { stance: ClauseStance; at: number; end: number }[] = [];
  for (const [stance, pattern] of STANCES) {
    for (const match of placesOf(pattern, clause)) if (match.index + match[0].length > from) found.push({ stance, at: match.index, end: match.index + match[0].length });
  }
  found.sort((a, b) => a.at - b.at || b.end - a.end);
  const [first] = found;
  if (!first) return undefined;
  if (first.stance === 'wanted') return 'wanted';
  const later = found.find(({ stance, at }) => stance === 'wanted' && at >= first.end);
  if (later && (PERSON_BETWEEN.test(clause.slice(first.end, later.at)) || first.stance === 'able')) return 'wanted';
  return first.stance;
}
