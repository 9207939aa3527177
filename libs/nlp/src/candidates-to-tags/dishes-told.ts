import { firstGroups } from './first-groups.js';
import type { Stretch } from './noun-stretches.js';

/** Each finds, in its first group, dishes that are told of: as what one usually has, packs, buys, or just manages to cook. */
const PATTERNS = [
  // キャンプ飯の定番はタコス、アヒージョ
  /(?:定番|おすすめ|お勧め|オススメ|名物|具|具材|中身|おかず|お?つまみ|お供|差し入れ|手土産|お土産|締め|〆)(?:は|といえば|と言えば)、?([^。]{1,60})/dgu,
  // 今夜は栗ご飯と秋刀魚にしました
  /(?:今[夜晩朝日]|昨[夜晩日]|夕べ|ゆうべ|明日|本日|今日の[朝昼夜晩夕])は、?([^。はが]{1,40})(?:に(?:し|する|なり)|でした|です|だった)/dgu,
  // お味噌汁作って、魚と玉子焼くくらいは, カレーを作るぐらいしか
  /^(.*[作焼炊煮揚茹蒸炒][りっいてるくきげ][^、。]{0,6})(?:くらい|ぐらい|程度)(?:は|なら|しか|が|です|で[、。]|だ|$|[、。])/dgu,
  // 昔はカレーやらポトフやらを作ってみたりしたものだが
  /^(.*)作[^、。]{0,8}(?:ものだ|ものです|もんだ|もので|ものの)/dgu,
  // おにぎりを詰め込んで, パンを買って
  /([^。はが]{1,40})(?:を|も)[^、。はがを]{0,8}(?:詰[めま]|買[いうっ](?!付|取)|注文し|取り寄せ|頼[んみ]|いただ[いき]|頂[いき]|もら[いっ]|ごちそうに|ご馳走に|持って(?:行|いっ|[^、。いきおくる])|持参|食べて)(?!て?(?:くれ|もら|ほし|欲し|くださ|いただ|頂)|た[いく])/dgu,
  // さつまいもが一箱届きました
  /([^。はが]{1,40})が[^、。はが]{0,8}届[いき]/dgu,
  // パン、ワイン、チーズの消費量が増えた
  /([^。はが]{1,40})の(?:消費量?|摂取量?|値段|価格|カロリー|食べ過ぎ|飲み過ぎ)(?:が|は|も|を|に)/dgu,
];
const SELLS = /自慢|自信|得意|[売営創]|販売|提供|出店|屋(?:です|を|で)|店(?:です|を|主)|教|講師|作り方|職人|シェフ|料理人|調理|パティシエ|開発|専門/u;

/** Where a sentence only tells of dishes; who sells them or teaches to cook them says so. */
export const dishesTold = (sentence: string): Stretch[] => (SELLS.test(sentence) ? [] : firstGroups(sentence, PATTERNS));

/** Whether a stretch of a sentence stands in a list: ミートローフ beside シュウマイ, though no lexicon knows it for a dish. */
export const isListed = (sentence: string, [start, end]: Stretch): boolean => /(?:^|[、,・とやは])$/u.test(sentence.slice(0, start)) && /^(?:[、,・とやをも]|です|$)/u.test(sentence.slice(end));
