import { headingReading } from '../tokens-to-tags/words/headings.js';
import { firstGroups } from './first-groups.js';
import { PERSON } from './not-the-writers.js';
import type { Stretch } from './noun-stretches.js';

/** Stretches of a sentence, in UTF-16 units of it. */
type Ranges = Stretch[];

/** What a sentence says of its writer that is no tag, or not the tag that its words would be elsewhere. */
export interface AboutOneself {
  /** They dislike it, cannot or will not do it (嫌いなことは数学の勉強です), gave it up, complain of it, or speak in an image: no tag of any kind. */
  nothing: Ranges;
  /** They like it best (好きな雑誌はNewtonです), watch it, pass their time with it or wish for it one day: an interest, even where it would be a skill elsewhere. */
  enjoyed: Ranges;
  /** They eat or drink it, without a word of liking it (毎朝納豆を食べています): no skill, and of a food no tag. */
  eaten: Ranges;
  /** A meal may be told (昼は蕎麦, but also 夜は塾の講師): of a food no tag. */
  meals: Ranges;
  /** They are like that (手先が器用な方です): nobody is sought. */
  manner: Ranges;
  /** They are good at it (数字には強い方。): a skill, and nobody is sought. */
  able: Ranges;
  /** They look for somebody who takes it (余った野菜をもらってくれる人), or have enough of it (寄付は集まりますが): not sought. */
  had: Ranges;
  /** Of these, what is there to be taken. */
  given: Ranges;
}

/** 苦手なことは, 嫌いな家事は、: what a sentence speaks of. */
const TOPIC = /(?<=^|[、。\s])([^、。はがを\s]{1,12})(?:は、?|って、?)/gu;
/** 苦手なこと, 嫌いな科目; but 使わない机は is an offer, and パソコンの苦手な人は are others. */
const DISLIKED = /(?:こと|事|もの|物|の|ところ|点|分野|科目|教科|ジャンル|仕事|作業|家事|スポーツ|食べ物|飲み物|野菜|短所|弱点|欠点|弱み|苦手|不得意|NG)$/u;
/** 掃除です, 営業と経理の仕事だ, 英語、数学、接客です: what it says of that. */
const SAID = /^[^、。\s]{1,24}(?:[、・][^、。\sはがをもにで]{1,12}(?:です|でした|である)?)*(?=[、。\s]|$)/u;

/** Where a sentence speaks of such a topic: the topic, and what is said of it. */
const saidOf = (sentence: string, isSuch: (topic: string) => boolean): Ranges =>
  [...sentence.matchAll(TOPIC)].flatMap(({ 0: whole, 1: topic, index }) => {
    if (!isSuch(topic)) return [];
    const behind = index + whole.length;
    return [[index, behind + (SAID.exec(sentence.slice(behind))?.[0].length ?? 0)]];
  });

/** 好きな言葉は「置かれた場所で咲きなさい」: what its words are about is nobody's interest. */
const MOTTO = /(?:好きな|大切な|大事な)言葉$|座右の銘$|モットー$|口癖$|信条$/u;
/** Each finds, in its first group, what is no tag, although it is named. */
const NOTHING = [
  // 野菜が嫌いで; but 人混みが嫌いだったが今は好き, 掃除が嫌いな人を手伝う
  /([^、。はがも]{1,16})[がはも](?:大|だい)?(?:嫌い|きらい|キライ)(?:です|だ(?!った)|で[、。す]|である|なので|なため|$|[、。])/dgu,
  // コーヒーが苦手です, and no more; but 英語が苦手なので学びたい
  /([^、。はがも]{1,16})[がはも](?:少し|ちょっと|とても|かなり|大の)?(?:苦手|にがて|ニガテ)(?:です|だ|である|なんです)?(?=[。\s]|$)/dgu,
  // 若い頃はバイクが趣味でしたが、今はもう乗っていません
  /^(.*)(?:趣味|好き|日課|生きがい)(?:でした|だった)(?:が|けど|けれど|ものの|のに)[^。]*(?:ません|ない|なくな|やめ|辞め|離れ|遠ざか|卒業)/dgu,
  // 食べたことのない料理を食べてみたい: what is left without its clause is cooking
  /(?<=[るたいなの])(料理|ご飯|ごはん|食事)を(?:食べ|味わ|いただ|頂)/dgu,
  // AUTOSARは二度と触りたくない, 数学が嫌いになりかけています
  /([^、。はがもを]{1,20})[はがもをに](?:もう)?(?:二度と|金輪際|絶対に?)[^、。]{0,12}たくな/dgu,
  /([^、。はがも]{1,16})[がはも](?:大|だい)?(?:嫌い|きらい|苦手)にな(?:りかけ|りそう|って(?:しま|き|い))/dgu,
  // 操法大会はなくしてもいいと思う, シャッター街になる前に何とかしたい
  /([^、。はが]{1,20})[はも][^、。が]{0,8}(?:なくし|無くし|やめ|廃止し)ても(?:いい|よい|良い|かまわ)/dgu,
  /([^、。はがを]{1,16})にな(?:る前に|らないうちに|らないよう)/dgu,
  // 調剤よりも服薬指導のほうが好き
  /([^、。はが]{1,16})より(?:も|は)?[^、。]{1,20}(?:ほうが|方が)(?:好き|得意|楽し|面白|おもしろ|向いて)/dgu,
  // ドローンは孫が興味あるみたい
  new RegExp(String.raw`([^、。]{1,24})[、はもに]*(?:[^、。]{1,4}の)?${PERSON}が(?:興味|関心)が?(?:ある|持って)`, 'dgu'),
  // 接客はもういいかな
  /([^、。はがも]{1,20})はもう(?:いい|結構|十分|たくさん|充分|うんざり)(?:です|かな|や|わ|かも)?(?=[。…\s]|$)/dgu,
  // #腰痛 #花粉症
  /#((?:[一-龠]{1,2}痛|花粉症|冷え性|不眠|更年期|老眼)(?:持ち)?)(?=[\s#]|$)/dgu,
  // Instagram→@hana
  /((?:Instagram|インスタ(?:グラム)?|Twitter|ツイッター|Facebook|TikTok|YouTube|Threads|Bluesky|Discord|LINE|note)(?:アカウント|ID)?)\s*[→⇒:：=は]?\s*(?:[@＠]|(?<=[→⇒:：=]\s*)$)/dgui,
  // Excelおじさんを卒業したい
  /([^、。はがを]{1,16})(?:を|から)?(?:卒業|脱却|脱出)し?たい/dgu,
  // 市電の運転士だった父, 猟師をしていた祖父
  new RegExp(String.raw`([^、。はがを]{1,16})(?:(?<!嫌い|好き|上手|元気|苦手|得意)だった|をし(?:てい)?た|をやってい?た)(?:今は)?(?:亡き)?${PERSON}`, 'dgu'),
  // 就労移行支援に通っています, 就労支援B型で箱折り: whoever works there says so
  /((?:就労[^、。はがを]{0,4}支援|作業所|デイケア|デイサービス|フリースクール|職業訓練校?|教習所|塾)(?:[AB]型)?)に(?:通|お世話)/dgu,
  /(就労(?:継続|移行)?支援[AB]型(?:事業所)?)で(?!.*(?:働|勤|支援員|職員|指導員|サビ管|管理者|責任者))/dgu,
  // サウナ目当ての若い人
  /([^、。はがを]{1,12})目当ての[^、。はがを]{0,6}(?:人|客|方|子|観光)/dgu,
  // 子どもの送迎があるため16時まで, 途中で抜けます（保育園のお迎え）
  /([^、。はがを]{0,8}(?:送迎|お?迎え|通院|家事|介護))が?ある(?:ため|ので|から)[^。]*(?:時|日|まで|抜け|早退|帰)/dgu,
  // 娘にマイクラで負ける
  new RegExp(String.raw`${PERSON}に([^、。はがを]{1,12})で(?:は)?(?:いつも|毎回)?(?:負け|惨敗|勝て(?:ない|ません))`, 'dgu'),
  // 隠居生活みたいになっている; but プロみたいになりたい
  /([^、。はがを]{1,16})(?:みたい|のよう|同然)に?な(?:って(?!みたい)|った|る(?:の|こと|時|と))/dgu,
  // 禁酒をしている; 禁煙をサポートする is work
  /((?:禁酒|禁煙|断酒|断煙|節酒|禁欲|減量|断食)(?:生活)?)(?:を(?:し(?!た[いく])|続|始|頑張|がんば|や)|に(?:成功|挑戦|失敗)|中(?:です|だ|で|$|[、。])|$)/dgu,
];
/** Bodies and minds as their owners complain of them; 物忘れの相談 and 肌荒れに効く石けん are work. */
const AILMENT = String.raw`(?:物忘れ|もの忘れ|ど忘れ|うっかり|肌荒れ|肌トラブル|シミ|シワ|たるみ|白髪|抜け毛|薄毛|体臭|口臭|寝不足|眠気|疲れ|だるさ|肩こり|肩凝り|腰痛|頭痛|冷え性?|むくみ|便秘|老眼|視力|血圧|体重|体型|体調|気分|気持ち|情緒|浮き沈み|食欲|独り言|ひとり言|イライラ)`;
const COMPLAINT = String.raw`(?:悩|気にな|気にし|困っ|増え|ひど|辛|つら|やす[いく]|衰え|落ち|減っ|不安|心配)`;
const COMPLAINS = new RegExp(String.raw`([^、。はがをに]{0,8}${AILMENT}[^、。はがをに]{0,10})[がはをにも][^。]*${COMPLAINT}`, 'dgu');
const IS_WORK = /研究|支援|相談|開発|ケア|患者|改善する|予防|指導|仕事|講座|教室|サービス|製品|商品|方[のにをがへ]|人[のにをがへ]|お客/u;

/** 映画をよく観ます, YouTubeでゲーム実況を見る; 話を聴きます is what one does for others. */
const WATCHED = [
  /([^、。]{1,40}(?<!話|声|相|相談|悩み|思い|気持ち|意見|要望))(?:を|など|とか|ばかり)[^、。をて]{0,6}(?:観(?:ます|る|てい|てる|た|に|戦)|聴(?:きます|く|いて|き))/dgu,
  // 演歌しか聴きません
  /([^、。]{1,20})しか[^、。]{0,4}(?:聴|聞|観|見|読)[^、。]{0,3}(?:ません|ない)/dgu,
  // 主に将棋の中継。: without a predicate it goes with the sentence before
  /^(?:主に|おもに|特に|とくに|最近は)?([^。]{1,40}の(?:動画|配信|中継|試合|実況|番組))(?=[。\s]|$)/dgu,
  /([^、。]{0,40}(?:動画|映像|配信|映画|ドラマ|アニメ|番組|テレビ|中継|試合|実況|ニュース|YouTube|ユーチューブ|Netflix|ネトフリ|ライブ|ラジオ|音楽)(?:など|とか|や[^、。を]{1,12})?)(?:[をで]|ばかり)[^。]{0,20}(?:[見み](?:ます|る|てい|てる|た|漁)|[聞き](?:きます|く|いて))/dgui,
];
/** What passes the time and is nobody's work. */
const PASTIME = /([^、。はがを]{0,12}(?:ショッピング|買い物|買いもの|散歩|散策|お?出かけ|昼寝|うたた寝|食べ歩き|飲み歩き|はしご酒|街歩き|町歩き|ドライブ|日帰り旅行|観戦|観劇|サウナ|岩盤浴|森林浴|日光浴|ウォーキング|ストレッチ|ラジオ体操|ジョギング|ネットサーフィン|ゲームセンター通い))[をに]?(?:よく|毎[日朝晩週]|たまに|時々)?(?:[しすや]|通)/dgu;
const MORE_THAN_PASTIME = /仕事|代行|ガイド|教え|指導|講師|企画|担当|資格|でき|得意|案内|付き添|同行|主催|支援|ボランティア|インストラクター|トレーナー|レッスン|教室|大会|年/u;

/** いずれは自前の窯を。: what comes one day is a wish. */
const WISHED = /(?:いずれは?|いつかは?|将来は?|ゆくゆくは|そのうち)、?[^。、]*?([^、。はがを]{1,16})を?(?=[。…!\s]|$)/dgu;

const LIKED = /^(?:一番|特に|大|私の)*(?:好きな|お?気に入りの).|(?:好きな|好きだった|得意な?|得意だった)(?:科目|教科)$/u;
const MEAL = /^(?:平日|休日|普段|ふだん|最近)?の?(?:(?:朝|昼|夜|晩|夕)(?:ご飯|ごはん|飯|めし|メシ|食)?|お?弁当|おやつ|夜食|主食|おかず)$/u;
/** パンを焼いて売る, 給食の調理員: more than a meal. */
const MAKES = /を(?!食|飲)|(?<!食べ|飲み)ます|仕事|担当|当番|係|配達|販売|教室|[員師屋店]/u;
const FOR_OTHERS = String.raw`(?:もら|くれ|ほし|欲し|いただ|頂)`;
/** 豆腐を毎日食べています, カレーは週3です; 野菜を食べてほしい and 食べきれません are offers, パンは毎日焼きます is work. */
const EATS = [
  new RegExp(String.raw`([^、。はが]{1,20})(?:を|ばかり)[^、。をて]{0,8}(?:食べ(?!られ|させ|き[れら]|て${FOR_OTHERS})|飲(?:み(?!き[れら])|む|んで(?!${FOR_OTHERS})))`, 'dgu'),
  /([^、。はがを]{1,20})は(?:毎日|週に?\s?[0-9一二三四五六七]回?)(?:です|だ|で?[。、]|$|食べ|飲)/dgu,
];
const ENJOYS = /好き|好物|楽しみ|幸せ|趣味|はまっ|ハマっ|目がな|(?<!だい)たい|歩|巡/u;

/** The end of what somebody says of themselves, in words that could as well be of a person whom they look for. */
const MANNER = /([^、。はが]{1,8}(?:が|に|を)?[^、。はが]{1,16}方)(?=です|でした|だ(?!と)|なので|である)/dgu;
/** 数字には強い方。 料理は得意な方、: a topic is what one's own words have; 料理が得意な方 alone may be sought. */
const ABLE = /([^、。はが]{1,12}?)に?は[^、。はが]{0,6}(?:得意|強い|器用|上手|うまい|早い|速い|まめ|詳しい)な?(?:方|ほう)(?=[、。!\s]|$)/dgu;
/** What one does with a thing that somebody else has given; of what they show, to look at it. */
const TAKEN = '(?:使って|活用して|利用して|役立てて|もらって|引き取って|受け取って|受け継いで|継いで|食べて|飲んで|着て|履いて|はいて|読んで|飾って|(?:取り|採り|とり|もらい|収穫し|摘み)に来て|(?<=(?:写真|絵|作品|アルバム|動画|映像|展示|展|舞台)[をは、].*)(?:見て|観て))';
const ASKED_TO = '(?:みて)?(?:ほしい|欲しい|もらいたい|いただきたい|ください|下さい|(?:くれ|もらえ|いただけ)(?:ませんか|ない(?:か|でしょうか))|(?:もらえ|いただけ)(?:たら|ると|れば))';
const SOMEBODY = '(?:(?:誰|だれ)か|どなたか|(?:必要な|欲しい|ほしい|使いたい|好きな)(?:人|方)|よかったら|よければ|ぜひ)';
/** Each finds, in its first group, what its writer has and looks for a taker of. */
const GIVEN = [
  // 古い着物を若い人に着てほしい, うちの畑は使ってもらいたい
  new RegExp(`([^、。はがをに]{1,24})[をは](?:[^、。をは]{0,16}[、にがで])?(?:ぜひ|もっと|もう一度)?${TAKEN}${ASKED_TO}`, 'dgu'),
  // 余った布、誰か使ってくれませんか
  new RegExp(`([^、。はがをに]{1,24})、${SOMEBODY}[^。をは]{0,8}${TAKEN}${ASKED_TO}`, 'dgu'),
  // 胡瓜が余るので誰か使ってくれませんか
  new RegExp(`([^、。はがをに]{1,24})[がも](?:たくさん|いつも|毎[年日週])*(?:余[っりる]|残[っりる]|採れすぎ|とれすぎ|取れすぎ|獲れすぎ|捨て[てるら]|眠って)[^。を]{0,24}${TAKEN}${ASKED_TO}`, 'dgu'),
  // 余った野菜をもらってくれる人, センサーを置かせてくださるご家庭; but 英語を教えてくれる人, 宿題を見てくれる人
  /([^、。はが]{1,24})を[^、。をはが]{0,8}(?:もらって|引き取って|受け取って|使って|活用して|利用して|食べて|飲んで|試して|買って|着て|飾って|置かせて|貼らせて)(?:くれ(?:る|そうな)|くださる|もらえ(?:る|そうな)|いただける)(?=(?![とのな])[^、。はがを]{1,12}(?:[、。をはがも]|い[まな]|募集|$))/dgu,
];
/** Each finds, in its first group, what somebody has enough of. */
const ENOUGH = [
  // 食材の寄付は集まるのですが、 人はいますが、
  /([^、。はがを]{1,24})は(?:たくさん|十分|だいたい|なんとか)?(?:集ま(?:る|ります|って)|足りて|そろって|揃って|あ(?:る|ります)|い(?:る|ます))[^、。]{0,4}?(?:が|けど|けれど|けれども|ものの|のに)、/dgu,
];
const LOOKS_FOR_PEOPLE = /[探求募待]|ほし|欲し|会い|会え|出会|(?<!だい)たい|つなが|繋が|一緒|歓迎|助か|嬉し|うれし|ありがた|紹介|希望|理想|お願い|来て|相手|仲間|必要|くれ|もらえ|いただけ|教えて|どなた|どんな|できれば|特に|とくに|例えば|たとえば|なら/u;

/** Reads a sentence for what its writer says of themselves, by turns of phrase. */
export const aboutOneself = (sentence: string): AboutOneself => ({
  had: firstGroups(sentence, [...GIVEN, ...ENOUGH]),
  given: firstGroups(sentence, GIVEN),
  ...(ENJOYS.test(sentence) ? { eaten: [], meals: [] } : {
    eaten: firstGroups(sentence, EATS),
    meals: saidOf(sentence, (topic) => MEAL.test(topic)).filter((range) => !MAKES.test(sentence.slice(...range))),
  }),
  nothing: [
    ...saidOf(sentence, (topic) => (DISLIKED.test(topic) && headingReading(topic) === 'unable') || MOTTO.test(topic)),
    ...firstGroups(sentence, [...NOTHING, ...(IS_WORK.test(sentence) ? [] : [COMPLAINS])]),
  ],
  enjoyed: [
    ...saidOf(sentence, (topic) => LIKED.test(topic)),
    ...firstGroups(sentence, [...WATCHED, WISHED, ...(MORE_THAN_PASTIME.test(sentence) ? [] : [PASTIME])]),
  ],
  ...(LOOKS_FOR_PEOPLE.test(sentence) ? { manner: [], able: [] } : { manner: firstGroups(sentence, [MANNER]), able: firstGroups(sentence, [ABLE]) }),
});
