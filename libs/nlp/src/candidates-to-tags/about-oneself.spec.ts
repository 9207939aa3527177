import { describe, expect, it } from '@jest/globals';
import { aboutOneself, type AboutOneself } from './about-oneself.js';

const said = (what: keyof AboutOneself, sentence: string): string => aboutOneself(sentence)[what].map(([start, end]) => sentence.slice(start, end)).join(' / ');

describe('what a sentence says that its writer dislikes or cannot do', () => {
  it.each([
    ['嫌いなことは数学の勉強です', '嫌いなことは数学の勉強です'],
    ['好きなことは釣り、嫌いなことは掃除', '嫌いなことは掃除'],
    ['やりたくない仕事は営業です', 'やりたくない仕事は営業です'],
    ['苦手なことは英語、数学、接客です', '苦手なことは英語、数学、接客です'],
    ['苦手なことは掃除、得意なことは料理です', '苦手なことは掃除'],
    ['嫌いなものは虫、料理が好きです', '嫌いなものは虫'],
    ['好きな事は水泳　嫌いな事は早朝会議', '嫌いな事は早朝会議'],
    ['短所は飽きっぽさですが、料理は十年続けています', '短所は飽きっぽさですが'],
    ['興味のない分野は金融だ', '興味のない分野は金融だ'],
    ['人混みが嫌いで、祭りには行かない', '人混み'],
    ['山は好きですが、海は大嫌いです', '海'],
    ['珈琲が苦手です', '珈琲'],
    ['猫は好き、犬はちょっと苦手', '犬'],
  ])('%s', (sentence, expected) => expect(said('nothing', sentence)).toBe(expected));

  it.each(['得意なことは料理です', '会計は苦手な人が多いので私がやります', '短所もあります', '料理は好きです', 'パソコンの苦手な人はお手伝いします', '使わない机は差し上げます', '掃除が嫌いな人を手伝います', '魚は嫌いだったが今は釣りに夢中です', '簿記が苦手なので教わりたい', '簿記は苦手でしたが二級を取りました'])('%s: nothing', (sentence) => expect(said('nothing', sentence)).toBe(''));
});

describe('what somebody is good at, as they say it', () => {
  it.each([['数字には強い方', '数字'], ['料理は得意な方。', '料理'], ['朝は早い方、', '朝']])('%s', (sentence, word) => expect(said('able', sentence)).toBe(word));
  it.each(['料理が得意な方', '料理は得意な方を探しています', '数字には弱い方。'])('%s: nothing', (sentence) => expect(said('able', sentence)).toBe(''));
});

describe('what a sentence names that is behind its writer, a motto, an image or an ailment', () => {
  it.each([
    ['以前は登山が趣味でしたが、膝を痛めて今はもう登っていません', '登山'], ['将棋が好きだったけど、子どもが生まれてやめました', '将棋'],
    ['座右の銘は石の上にも三年です', '石'], ['好きな言葉は雨垂れ石を穿つ', '雨垂れ'], ['部屋が物置みたいになってしまった', '物置'], ['断酒を続けて三年です', '断酒'], ['いま禁煙中です', '禁煙'], ['平社員を卒業したい', '平社員'], ['朝市目当ての若い人が増えた', '朝市'], ['子どもの送迎があるので16時まで', '子どもの送迎'], ['娘に将棋で負ける', '将棋'], ['市電の運転士だった父の影響で', '市電の運転士'], ['猟師をしていた祖父に聞いた', '猟師'], ['就労移行支援に通っています', '就労移行支援'], ['就労支援B型で箱を折っています', '就労支援B型'],
    ['この頃は白髪が増えて困っています', '白髪'], ['腰痛がひどくて長く座れません', '腰痛'], ['肩こりに悩んでいます', '肩こり'],
    ['母が作った料理を食べたい', '料理'], ['製図は二度とやりたくない', '製図'], ['数学が嫌いになりかけています', '数学'], ['花火大会は正直なくしてもいいと思う', '花火大会'], ['空き家だらけになる前に何とかしたい', '空き家だらけ'], ['凧揚げは、うちの孫が興味があるみたい', '凧揚げ'], ['Instagram→@hana 花屋です', 'Instagram'], ['接客はもういいかな', '接客'], ['#膝痛 #碁', '膝痛'], ['#花粉症', '花粉症'], ['刺身よりも焼き魚のほうが好き', '刺身'],
  ])('%s', (sentence, word) => expect(said('nothing', sentence)).toContain(word));

  it.each([
    ['刺身よりも焼き魚のほうが好き', '焼き魚'], ['Instagramの運用をしています', 'Instagram'], ['製図を二度やりました', '製図'], ['将棋が趣味でしたが、最近は囲碁も打ちます', '将棋'], ['飛騨の料理を食べ歩きたい', '飛騨の料理'], ['棟梁みたいになりたい', '棟梁'], ['棟梁みたいになってみたい', '棟梁'], ['腰痛の人のための体操教室を増やしたい', '腰痛'], ['白髪染めの相談が増えています', '白髪'], ['後継者不足に悩んでいます', '後継者'], ['禁煙をサポートしています', '禁煙'], ['老後の住まいが不安です', '老後の住まい'],
  ])('%s leaves %s', (sentence, word) => expect(said('nothing', sentence)).not.toContain(word));
});

describe('what somebody enjoys, which is no skill', () => {
  it.each([['好きな雑誌は岳人、園芸です', '好きな雑誌は岳人、園芸です'], ['一番好きな楽器は三味線', '一番好きな楽器は三味線'], ['学生の頃の得意科目は地理だった', '学生の頃の得意科目は地理だった']])('%s', (sentence, expected) => expect(said('enjoyed', sentence)).toBe(expected));
  it.each([
    ['夜は将棋の中継をよく見ます', '将棋の中継'], ['植えて4年目、いずれは自前の窯を', '自前の窯'], ['浪曲をよく聴きます', '浪曲'], ['浪曲しか聴きません', '浪曲'], ['主に将棋の中継', '将棋の中継'], ['古い映画をよく観ます', '映画'], ['YouTubeで木工の動画などを見ている', '木工'], ['移動中は落語やラジオばかり聞いています', '落語'],
    ['休みは古着屋でショッピングをします', 'ショッピング'], ['毎朝、川沿いの散歩をしています', '川沿いの散歩'],
  ])('%s', (sentence, word) => expect(said('enjoyed', sentence)).toContain(word));
  it.each(['料理は好きです', '得意な楽器は三味線です', '高校生の宿題を見ています', 'お年寄りの話を聴きます', '夜は電話で悩みを聴きます', '犬の散歩を代行する仕事をしています', '認知症の方とウォーキングをするボランティアです'])('%s: nothing', (sentence) => expect(said('enjoyed', sentence)).toBe(''));
});

describe('what somebody eats', () => {
  it.each([
    ['毎朝納豆を食べています', '毎朝納豆'], ['金がなくて、もやしばかり食べています', 'もやし'], ['うどんは週に3回です', 'うどん'], ['帰りに毎日牛乳を飲みます', '帰りに毎日牛乳'],
  ])('%s', (sentence, expected) => expect(said('eaten', sentence)).toBe(expected));

  it.each(['夕飯にうどんを食べるのが楽しみです', 'うどんを食べ歩いています', '知らないうどんを食べてみたい', '形の悪い人参を食べてほしい', '畑の胡瓜を食べきれません', '子どもにうどんを食べさせています', '蕎麦は毎日打ちます'])('%s: nothing', (sentence) => expect(said('eaten', sentence)).toBe(''));

  it.each([['夕飯はだいたいうどんか鍋です', '夕飯はだいたいうどんか鍋です'], ['昼は蕎麦、夜は鍋', '昼は蕎麦 / 夜は鍋']])('%s tells a meal', (sentence, expected) => expect(said('meals', sentence)).toBe(expected));

  it.each(['昼はうどんを打っています', '夜は鍋を作ります', '昼は給食の調理員です', '夕飯はうどんが楽しみです'])('%s tells none', (sentence) => expect(said('meals', sentence)).toBe(''));
});

describe('what somebody is like', () => {
  it.each([
    ['手先が器用な方です', '手先が器用な方'], ['人見知りする方だが慣れるとよく話す', '人見知りする方'], ['だいたい前もって準備する方です', 'だいたい前もって準備する方'], ['物事を前向きに考える方なので疲れません', '物事を前向きに考える方'],
  ])('%s is nobody who is sought', (sentence, expected) => expect(said('manner', sentence)).toBe(expected));

  it.each(['介護に詳しい方だと助かります', '探しているのは手先が器用な方です', '理想は前向きに考える方です', 'できれば手先が器用な方です', '必要なのは手先が器用な方です'])('%s: somebody is sought', (sentence) => expect(said('manner', sentence)).toBe(''));
});

describe('what somebody has and looks for a taker of', () => {
  it.each([
    ['余った竹をもらってくれる人を探しています', '余った竹'], ['計測器を置かせてくださるご家庭を募集中', '計測器'], ['古い本を引き取ってくれる図書館はありませんか', '古い本'], ['試作品をうちで試してくれる人いませんか', '試作品'],
    ['竹の寄付は集まるのですが、運ぶ人がいません', '竹の寄付'], ['部屋はありますが、使う人がいません', '部屋'],
  ])('%s', (sentence, expected) => expect(said('had', sentence)).toBe(expected));

  it.each(['英語を教えてくれる人を探しています', '宿題を見てくれる人がほしい', '竹を使ってくれると嬉しい', '竹はありません'])('%s: nothing', (sentence) => expect(said('had', sentence)).toBe(''));
});
