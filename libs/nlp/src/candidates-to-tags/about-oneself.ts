import { headingReading } from '../tokens-to-tags/words/headings.js';

/** Stretches of a sentence, in UTF-16 units of it. */
type Ranges = [start: number, end: number][];

/** What a sentence says of its writer that is no tag, or not the tag that its words would be elsewhere. */
export interface AboutOneself {
  /** They dislike it, cannot or will not do it (嫌いなことは数学の勉強です): no tag of any kind. */
  disliked: Ranges;
  /** They like it best (好きな雑誌はNewtonです): an interest, even where it would be a skill elsewhere. */
  liked: Ranges;
  /** They eat or drink it, without a word of liking it (毎朝納豆を食べています): no skill, and of a food no tag. */
  eaten: Ranges;
  /** A meal may be told (昼は蕎麦, but also 夜は塾の講師): of a food no tag. */
  meals: Ranges;
  /** They are like that (手先が器用な方です): nobody is sought. */
  manner: Ranges;
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

const LIKED = /^(?:一番|特に|大|私の)*(?:好きな|お?気に入りの)./u;
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
const LOOKS_FOR_PEOPLE = /[探求募待]|ほし|欲し|会い|会え|出会|(?<!だい)たい|つなが|繋が|一緒|歓迎|助か|嬉し|うれし|ありがた|紹介|希望|理想|お願い|来て|相手|仲間|必要|くれ|もらえ|いただけ|教えて|どなた|どんな|できれば|特に|とくに|例えば|たとえば|なら/u;

const firstGroups = (sentence: string, pattern: RegExp): Ranges => [...sentence.matchAll(pattern)].map((found) => found.indices![1] as [number, number]);

/** Reads a sentence for what its writer says of themselves, by turns of phrase. */
export const aboutOneself = (sentence: string): AboutOneself => ({
  ...(ENJOYS.test(sentence) ? { eaten: [], meals: [] } : {
    eaten: EATS.flatMap((pattern) => firstGroups(sentence, pattern)),
    meals: saidOf(sentence, (topic) => MEAL.test(topic)).filter((range) => !MAKES.test(sentence.slice(...range))),
  }),
  disliked: saidOf(sentence, (topic) => DISLIKED.test(topic) && headingReading(topic) === 'unable'),
  liked: saidOf(sentence, (topic) => LIKED.test(topic)),
  manner: LOOKS_FOR_PEOPLE.test(sentence) ? [] : firstGroups(sentence, MANNER),
});
