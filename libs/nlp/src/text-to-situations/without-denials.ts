import { holdsInability, OF_OTHERS, saysDisinterest } from './inability.js';

/** What one has learnt or not; who cannot go on, sell or reach somebody (続けられません, 売れません, 行けません) lacks something. */
const LEARNT = '読め|よめ|書け|(?<![っ出でみ見])かけ|話せ|はなせ|喋れ|しゃべれ|聞き取れ|ききとれ|歌え|うたえ|踊れ|おどれ|弾け|ひけ|吹け|叩け|泳げ|およげ|滑れ|描け|縫え|ぬえ|編め|使いこなせ|つかいこなせ|運転(?:は|が|も)?でき|うんてん(?:は|が|も)?でき|(?:食べ|たべ|教え|おしえ)られ|飲め|のめ|(?:自転車|一輪車|バイク|馬)[にはも]{1,2}乗れ';
/** Said of the writer, not of a noun behind it: 縫えない親の駆け込み寺. */
const NOT = '(?:ません|ない(?=$|です|けど|けれど|が|ので|から|し|ん|もの|のに|まま|[よわねなや、。!)）])|なくて)';
const HARDLY = '(?:まだ|あまり|全然|ぜんぜん|まったく|全く|ほとんど|さっぱり|よく|それほど|そんなに|上手に|じょうずに|うまく)*';
/** What a learner finds hard; 人集めは難しい is a trouble. */
const TO_LEARN = '(?:語|ご|漢字|かんじ|ひらがな|カタカナ|敬語|けいご|発音|会話|読み書き)[はがも]';
/** A clause by which its writer denies that they can, know, do or have done what it names; blanks between Japanese letters are left out. */
const DENIES = new RegExp([
  `(?:${LEARNT})${NOT}`,
  `(?<!(?:方|こと)[はがも]?)(?<![でに])[はも]${HARDLY}(?:分か|わか)(?:りません|らない)`,
  `${TO_LEARN}${HARDLY}(?:(?:難し|むずかし)い|(?:分か|わか)(?:りません|らない))|[はも](?:まだ|私には|わたしには)(?:とても|ちょっと|少し)?(?:難し|むずかし)い`,
  // 配達はしていません
  `(?<![でに])は${HARDLY}(?:し|やり|やら|やって|して)(?:い|おり)?${NOT}`,
  `(?:得意|上手|じょうず|専門|経験者|プロ)(?:では|じゃ)(?:ありません|ない)|(?:詳し|うま)くは?(?:ありません|ない)|(?:向い|慣れ)て(?:い)?${NOT}`,
  `(?:経験|(?:やっ|し|行っ|使っ|作っ|乗っ|触っ)たこと)[はがも]${HARDLY}(?:ありません|ない)|(?:免許|資格)[はがも](?:ありません|ない|持って(?:い)?${NOT})`,
].join('|'), 'u');
const BLANK_BETWEEN = /(?<=[ぁ-んァ-ヶー一-鿿])\s+(?=[ぁ-んァ-ヶー一-鿿])/gu;
/** COBOLしか書けません: that they can. */
const ONLY = /しか/u;

/** What one has learnt or likes to do; who cannot find, reach or afford something lacks it. */
const LEARNT_EN = '(?:speak|understand|read|write|drive|cook|bake|draw|paint|sew|knit|sing|dance|swim|ride|ski|skate|surf|code|program|translate|teach|play|eat|drink)';
const VERY_EN = '(?:really |yet |even |actually |usually |ever |very |so |that |too |all that )*';
const DENIES_EN = new RegExp([
  `\\b(?:i|we) (?:(?:do|did) not|(?:do|did)n['’]?t|can ?not|can['’]?t|could not|couldn['’]?t|never|no longer|(?:am|are) not able to) ${VERY_EN}${LEARNT_EN}\\b`,
  `\\b(?:i|we) (?:do not|don['’]?t|no longer) ${VERY_EN}(?:like|love|enjoy|care (?:about|for|much)|follow|do(?! (?:it|this|that|so|everything|all|enough)\\b)|know(?! (?:how|what|where|who|whom|which|when|why|if|whether|any|many)))\\b`,
  `\\b(?:i am|i['’]m|we are|we['’]re) not ${VERY_EN}(?:an?|any|good|great|interested|into|skilled|fluent|familiar|keen|fond|much|comfortable)\\b`,
  `\\b(?:i am|i['’]m|we are|we['’]re) ${VERY_EN}(?:bad|terrible|hopeless|awful|useless|no good|poor) (?:at|with)\\b`,
  '\\b(?:is|are|was)(?: not|n[\'’]t) (?:really |exactly )?(?:my|our) (?:thing|cup of tea|field|strength|strong (?:suit|point)|forte|specialty|area)\\b|\\b(?:is|are)(?: not|n[\'’]t) for (?:me|us)\\b',
  `\\b(?:is|are) (?:still )?${VERY_EN}(?:hard|difficult) for (?:me|us)\\b|\\bmy \\w+ (?:is|are) (?:still )?${VERY_EN}(?:poor|bad|weak|terrible|rusty|basic|limited|not good)\\b`,
  '\\b(?:have|had|with) no (?:experience|interest|talent|knowledge|background)\\b',
].join('|'), 'iu');
/** I used to write Java, but I don't code anymore: what was, is denied with what is. */
const NO_MORE_EN = /\b(?:i|we) used to [^.!?;\n]*(?:\b(?:not|no longer|never)\b|n['’]t\b)[^.!?;\n]*/giu;
/** Where one clause ends and the next begins. */
const JOINT = /(?<=[。、,;；，！？!?\n…]|\p{Extended_Pictographic}|(?:けど|けれども?|ものの|のに|せんが|ですが|ますが|ないが|だが|ので)(?![、,])|(?:です|ます|した|せん|ない)(?=[\s(（])|\.(?=\s))|(?=\s(?:but|though|although)\s|(?<!\b(?:but|though|although))\s(?:i|we)\s)/iu;

function isDenied(clause: string): boolean {
  const joined = clause.replace(BLANK_BETWEEN, '');
  if (ONLY.test(joined)) return false;
  return holdsInability(joined) || saysDisinterest(joined) || (DENIES.test(joined) && !OF_OTHERS.test(joined)) || DENIES_EN.test(clause);
}

/** A text without the clauses that say what its writer cannot or does not do or care for: what is named there is nothing to meet for. */
export const withoutDenials = (text: string): string => text.replace(NO_MORE_EN, '').split(JOINT).filter((clause) => !isDenied(clause)).join('');
