import { headingReading } from '../tokens-to-tags/words/headings.js';

/** 苦手なことは, 嫌いな家事は、: what a sentence speaks of. */
const TOPIC = /(?<=^|[、。\s])([^、。はがを\s]{1,12})(?:は、?|って、?)/gu;
/** 苦手なこと, 嫌いな科目; but 使わない机は is an offer, and パソコンの苦手な人は are others. */
const DISLIKED = /(?:こと|事|もの|物|の|ところ|点|分野|科目|教科|ジャンル|仕事|作業|家事|スポーツ|食べ物|飲み物|野菜|短所|弱点|欠点|弱み|苦手|不得意|NG)$/u;
/** 掃除です, 営業と経理の仕事だ, 英語、数学、接客です: what it says of that. */
const SAID = /^[^、。\s]{1,24}(?:[、・][^、。\sはがをもにで]{1,12}(?:です|でした|である)?)*(?=[、。\s]|$)/u;

/** Where a sentence speaks of such a topic: the topic, and what is said of it. */
const saidOf = (sentence: string, isSuch: (topic: string) => boolean): [start: number, end: number][] =>
  [...sentence.matchAll(TOPIC)].flatMap(({ 0: whole, 1: topic, index }) => {
    if (!isSuch(topic)) return [];
    const behind = index + whole.length;
    return [[index, behind + (SAID.exec(sentence.slice(behind))?.[0].length ?? 0)]];
  });

/**
 * Where a sentence names what its writer dislikes, cannot or will not do: 嫌いなことは数学の勉強です. Nothing there is a tag of any kind.
 * @returns ranges in UTF-16 units of the sentence, the topic included
 */
export const disliked = (sentence: string): [start: number, end: number][] => saidOf(sentence, (topic) => DISLIKED.test(topic) && headingReading(topic) === 'unable');

/**
 * Where a sentence names what its writer likes best: 好きな雑誌はNewtonです. What would be a skill elsewhere is an interest there.
 * @returns as of `disliked`
 */
export const liked = (sentence: string): [start: number, end: number][] => saidOf(sentence, (topic) => /^(?:一番|特に|大|私の)*(?:好きな|お?気に入りの)./u.test(topic));

const MEAL = /^(?:平日|休日|普段|ふだん|最近)?の?(?:(?:朝|昼|夜|晩|夕)(?:ご飯|ごはん|飯|めし|メシ|食)?|お?弁当|おやつ|夜食|主食|おかず)$/u;
/** パンを焼いて売る: more than a meal. */
const MAKES = /を(?!食|飲)|(?<!食べ|飲み)ます|仕事|担当|当番|係|配達|販売|教室/u;
/** 豆腐を毎日食べています, カレーは週3です. */
const EATS = [/([^、。はが]{1,20})(?:を|ばかり)[^、。をて]{0,8}(?:食べ|飲[みむん])/dgu, /([^、。はがを]{1,20})は(?:毎日|週に?\s?[0-9一二三四五六七])/dgu];
const ENJOYS = /好き|好物|楽しみ|幸せ|趣味|はまっ|ハマっ|大好|目がな|(?<!だい)たい|歩|巡/u;

/**
 * Where a sentence tells what its writer eats, without a word of liking it: 夕飯はだいたいカレーです. A food is no tag there.
 * @returns ranges in UTF-16 units of the sentence
 */
export const eaten = (sentence: string): [start: number, end: number][] =>
  ENJOYS.test(sentence) ? [] : [
    ...saidOf(sentence, (topic) => MEAL.test(topic)).filter((range) => !MAKES.test(sentence.slice(...range))),
    ...EATS.flatMap((pattern) => [...sentence.matchAll(pattern)].map((found) => found.indices![1] as [number, number])),
  ];

/** 手先が器用な方です, 人見知りする方だが: the end of what somebody says of themselves, where nobody is looked for. */
const RATHER = /([^、。はが]{1,8}(?:が|に|を)?[^、。はが]{1,16}方)(?=です|でした|だ(?!と)|なので|である)/dgu;
const LOOKS_FOR_PEOPLE = /[探求募待]|ほし|欲し|会い|会え|出会|(?<!だい)たい|つなが|繋が|一緒|歓迎|助か|嬉し|うれし|ありがた|紹介|希望|理想|お願い|来て|相手|仲間|必要|くれ|もらえ|いただけ|教えて|どなた|どんな|できれば|特に|とくに|例えば|たとえば|なら/u;

/**
 * Where a sentence tells what its writer is like, in words that could as well be of a person whom they look for: nobody is sought there.
 * @returns ranges in UTF-16 units of the sentence
 */
export const ownManner = (sentence: string): [start: number, end: number][] =>
  LOOKS_FOR_PEOPLE.test(sentence) ? [] : [...sentence.matchAll(RATHER)].map((found) => found.indices![1] as [number, number]);
