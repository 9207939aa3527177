import type { Kind } from '../statements.js';
import type { PredicateChunk } from './chunks.js';
import { KEPT_WHEN_UNWISHED, senseOf, type Sense } from './words/predicates.js';

/** What a clause says about a phrase: a kind, that the person cannot, or nothing for the badge. */
export interface Reading {
  kind: Kind | 'unable' | 'nothing';
  /** 0…1: how sure the grammar is. */
  score: number;
  /** Names of the rules, for --explain. */
  rule: string;
  /** する, です or a bare mention: a hobby is an interest, whatever the verb; `bare` lets the concept's own kind decide. */
  weak?: 'does' | 'bare';
  /** Counts only for a word that the lexicon knows: the で of 海外営業で. */
  known?: boolean;
  /** A turn of phrase that was right nine times in ten on texts nobody had looked at. */
  sure?: boolean;
}

const SUFFIXES = ['すぎる', '過ぎる', 'する', 'できる', '中', '中です'];

/** The sense of a predicate, seen through する and through potential forms. */
export function senseOfPredicate({ lemma }: PredicateChunk): Sense | undefined {
  const direct = senseOf(lemma);
  if (direct) return direct;
  for (const suffix of SUFFIXES) if (lemma.endsWith(suffix) && lemma.length > suffix.length) return senseOf(lemma.slice(0, -suffix.length));
  const plain = plainOf(lemma);
  return plain === undefined ? undefined : senseOf(plain);
}

const U_ROW: Record<string, string> = { え: 'う', け: 'く', せ: 'す', て: 'つ', ね: 'ぬ', べ: 'ぶ', め: 'む', れ: 'る', げ: 'ぐ' };

/** The plain verb of a potential form: 組める → 組む. */
function plainOf(lemma: string): string | undefined {
  const match = /^(.+)([えけせてねべめれげ])る$/.exec(lemma);
  return match ? match[1] + U_ROW[match[2]] : undefined;
}

const reading = (kind: Reading['kind'], score: number, rule: string, weak?: Reading['weak'] | false): Reading => (weak ? { kind, score, rule, weak } : { kind, score, rule });
export const NOTHING: Reading = { kind: 'nothing', score: 0, rule: 'nothing' };
/** A means that says nothing, whatever is said of the clause: スマホで投稿するのが楽しみ. */
export const MEANS: Reading = { kind: 'nothing', score: 0, rule: 'means' };

/** What one cannot let pass. */
const MINDED_WHEN_NEGATED = /^(?:許す|許せる|ゆるす|ゆるせる|見過ごす|見過ごせる|見逃す|見逃せる|見捨てる|放る|放っておく|放っておける|ほっとく|ほっとける|ほうっておく|ほうっておける|放置する|納得する|納得いく|解せる|我慢する|耐える|耐えられる|黙る|黙れる|看過する|腑に落ちる|割り切れる|忘れられる)$/;

/** Wishing to put it to use means having it: 英語を活かしたい. */
const PUT_TO_USE = /^(?:活かす|生かす|いかす|役立てる|伝える|教える|提供する|発揮する)$/;

function judgeWish(predicate: PredicateChunk, sense: Sense | undefined, rule: string): Reading {
  const { lemma, negative } = predicate;
  if (negative) return KEPT_WHEN_UNWISHED.has(lemma) ? reading('interest', 0.8, `${rule}+惜しむ`) : NOTHING;
  if (sense === 'seek' || sense === 'meet' || sense === 'ask') return reading('seeking', 0.85, rule);
  if (/^(?:任せる|まかせる|任せする|まかせする|投げする|丸投げする|お任せする|委ねる|ゆだねる)$/.test(lemma)) return reading('unable', 0.7, rule);
  if (PUT_TO_USE.test(lemma)) return reading('skill', 0.8, rule);
  if (sense === 'live') return lemma === 'なる' || lemma === '成る' ? reading('interest', 0.7, rule) : NOTHING;
  return reading('interest', sense ? 0.88 : 0.8, rule);
}

const isVerb = ({ tokens: [first, second], lemma }: PredicateChunk): boolean => first.pos === '動詞' || lemma.endsWith('する') || second?.pos === '動詞';

/** What one has as a post or a trade; 使う, 触る and 直す say less. */
const POST = /^(?:担当|担当する|専門|専攻する|勤める|務める|勤め上げる|務め上げる|携わる|従事|従事する|従事中|経営する|運営する|営む|研究する|教える|指導する|働く|受け持つ|主宰する|主催する|切り盛りする|講じる|手がける|手掛ける|開業する|経験する|経験|診る|執筆する|開講する)$/;

function judgePlain(predicate: PredicateChunk, sense: Sense | undefined, rule: string): Reading {
  const { progressive, past, potential, question, condition, giving, request } = predicate;
  if (sense === undefined && !isVerb(predicate)) return NOTHING;
  // 任せきり, 任せっぱなし: somebody else does it.
  if (/(?:きり|っきり|っぱなし)/.test(predicate.text) || (/^(?:任せる|まかせる)$/.test(predicate.lemma) && (progressive || past))) return reading('unable', 0.7, rule);
  // 英語は中学で止まっています: only what does not stop is loved.
  if (/^(?:止まる|とまる|飽きる|欠かす)$/.test(predicate.lemma) && !/(?:な[いかくけ]|ません|[ずぬん])/.test(predicate.text)) return reading('unable', 0.7, rule);
  // 作ってもらいました: it was somebody else.
  if (giving && (past || progressive) && !condition && !question && !request) return /^(?:教える|習う|指導する)$/.test(predicate.lemma) ? reading('interest', 0.7, rule) : reading('unable', 0.6, rule);
  // 講師を頼まれるようになりました
  if (/^(?:頼む|頼める|任せる|まかせる|依頼する|任す)$/.test(predicate.lemma) && predicate.tokens.some(({ base }) => /^(?:れる|られる)$/.test(base)) && !predicate.negative) return reading('skill', 0.76, rule);
  if ((past || progressive) && /^(?:お願いする|お願い|頼む|頼る)$/.test(predicate.lemma)) return reading('unable', 0.7, rule);
  // 息子が作ってくれます: so does somebody else.
  if (giving && !condition && !question && !request && !predicate.attributive && !potential && !predicate.tokens.some(({ base }) => /^(?:せる|させる)$/.test(base)) && /(?:もら(?:う|います|っています)$|くれ(?:る|ます|てい?ます)|くださ(?:る|います|っています))[がけ、]?/.test(predicate.text) && (sense === 'make' || sense === 'work' || sense === 'ability' || sense === 'do')) return reading('unable', 0.55, rule);
  // 使ってもらえます: an offer.
  if (giving && potential && predicate.polite && !past && !progressive && !condition && !question && !request && /^(?:使う|つかう|見る|試す|借りる)$/.test(predicate.lemma)) return reading('skill', 0.68, rule);
  if (giving && /^(?:使う|つかう|役立てる|活用する|来る|見る|読む|食べる|飲む|聞く|知る|喜ぶ|行く|参加する)$/.test(predicate.lemma)) return NOTHING;
  // 触り始めた, 読み始めたばかり
  if (/(?:始め|はじめ)(?:た|て|まし|ました|ばかり|たばかり)/.test(predicate.text) && predicate.tokens.length > 1 && !/^(?:始める|はじめる)$/.test(predicate.lemma) && sense !== 'seek' && sense !== 'live' && sense !== 'unable') return reading('interest', 0.76, rule);
  // もう飽きました, 引退した
  if (past && !progressive && /^(?:飽きる|飽く|卒業する|引退する|離れる|足を洗う|やめる|辞める|忘れる|返納する|手放す)$/.test(predicate.lemma)) return reading('unable', 0.7, rule);
  // 英語ができれば…: supposed, not claimed
  if (condition && !giving && !request && sense === 'ability') return reading('interest', 0.5, rule);
  switch (sense) {
    case 'ability': return { ...reading('skill', 0.9, rule), sure: /^(?:得意|大得意)$/.test(predicate.lemma) };
    case 'work': return { ...reading('skill', 0.88, rule), sure: (progressive || past) && POST.test(predicate.lemma) };
    case 'make': return reading('skill', 0.85, rule);
    case 'have': return reading('skill', 0.75, rule);
    case 'do': return past && !progressive ? reading('skill', 0.78, rule, 'does') : { ...reading('skill', progressive ? 0.85 : 0.75, rule, 'does'), sure: progressive && /^(?:やる|やり続ける|続ける)$/.test(predicate.lemma) };
    case 'like': return { ...reading('interest', 0.9, rule), sure: /^(?:興味|関心)$/.test(predicate.lemma) };
    case 'learn': if (/^(?:挑戦|チャレンジ|試す|試し|手を出す)/.test(predicate.lemma)) return reading('interest', past ? 0.7 : 0.85, rule);
      return past && !progressive && !/始め|ばかり|中/.test(predicate.text) ? reading('skill', 0.6, rule) : reading('interest', 0.85, rule);
    case 'think': return /^(?:調べる|探究する|探求する)$/.test(predicate.lemma) && (progressive || past) ? reading('skill', 0.7, rule, 'does') : reading('interest', 0.7, rule);
    case 'change': if (PUT_TO_USE.test(predicate.lemma) || /^(?:布教する|広める)$/.test(predicate.lemma)) return reading('skill', 0.78, rule);
      return progressive || past ? reading('skill', 0.65, rule, 'does') : reading('interest', 0.7, rule);
    // 夏祭りに子どもが集まりました: came, not called
    case 'seek': return predicate.lemma === '集まる' && (past || progressive) ? NOTHING : reading('seeking', 0.9, rule);
    case 'meet': if (/^(?:協力|連携|協働|交流|コラボ)/.test(predicate.lemma) && (progressive || past) && !giving) return reading('skill', 0.7, rule, 'does');
      return condition || request || question || giving ? reading('seeking', 0.85, rule) : NOTHING;
    case 'ask': return (progressive || past) && /相談/.test(predicate.lemma) ? NOTHING : reading('seeking', 0.75, rule);
    case 'unable': return reading('unable', 0.9, rule);
    case 'trouble': return reading('interest', 0.62, rule);
    case 'live': return NOTHING;
    // 絵を見ると元気が出る: only when
    case undefined: if (condition && !potential && !giving && !request) return reading('skill', 0.4, `${rule}?`, 'does');
      return reading('skill', potential ? 0.75 : progressive || past ? 0.66 : 0.52, `${rule}?`, potential ? undefined : 'does');
  }
}

/** What one predicate says about the phrase it governs, before the clause around it is looked at. */
export function judgePredicate(predicate: PredicateChunk): Reading {
  const sense = senseOfPredicate(predicate);
  const { negative, wish, request, giving, question, condition, lemma } = predicate;
  const marks = [negative && '否定', wish && '願望', request && '依頼', giving && '授受', question && '疑問', condition && '条件'].filter(Boolean);
  const rule = [lemma, ...marks].join('+');
  // 使いにくい, 読みづらい: minded
  if (predicate.tokens.some(({ base }, at) => at > 0 && /^(?:にくい|づらい|がたい|辛い|難い)$/.test(base)) && !negative) return reading('interest', 0.58, `${rule}+にくい`);
  // 誰にも負けないつもりです
  if (/^(?:負ける|まける|引けを取る)$/.test(lemma) && /(?:ない|ません|ぬ|ん)/.test(predicate.text)) return reading('skill', 0.82, rule);
  // 数字を扱うのは苦になりません
  if (sense === 'unable' && negative && /苦(?:に|で|じゃ)/.test(predicate.text)) return reading('skill', 0.78, rule);
  // 語らせてください
  if (request && /^(?:語る|話す|喋る|しゃべる)$/.test(lemma) && predicate.tokens.some(({ base }) => base === 'せる')) return reading('skill', 0.78, rule);
  // 許せない, 放っておけない: minded
  if (negative && MINDED_WHEN_NEGATED.test(lemma)) return reading('interest', 0.74, rule);
  if (sense === 'unable' && !wish) return negative ? reading('skill', 0.5, rule, 'bare') : reading('unable', 0.9, rule);
  if (sense === 'have' && condition && !negative && !giving) return reading('interest', 0.6, rule);
  // 教えていただきたい, 手伝ってもらいたい
  if (wish && giving && !negative && /^(?:教える|おしえる|手伝う|てつだう|助ける|貸す|見る|診る|紹介する|作る|つくる|協力する|アドバイスする|指導する|相談に乗る|力を貸す)$/.test(lemma)) return reading('seeking', 0.82, rule);
  if (wish) return judgeWish(predicate, sense, rule);
  if (negative && sense === 'trouble') return reading('interest', 0.6, rule);
  if (negative && /^(?:知る|しる)$/.test(lemma)) return reading('unable', 0.6, rule);
  if (negative) return sense === 'like' || sense === 'think' ? NOTHING : sense === 'seek' ? (/^(?:足り?る|見つかる|見つける)$/.test(lemma) ? reading('seeking', 0.8, rule) : NOTHING) : reading('unable', 0.9, rule);
  if (giving && (condition || question) && !/聞かせ/.test(predicate.text) && /^(?:使う|つかう|役立てる|活用する|見る|読む|食べる|飲む|聞く|知る|喜ぶ)$/.test(lemma)) return NOTHING;
  if (request || (giving && (condition || question))) {
    return sense === 'live' || /^(?:声をかける|話しかける|遊ぶ|見る|読む|笑う|任せる|お任せ)$/.test(lemma) ? (/任せ/.test(lemma) ? reading('skill', 0.85, rule) : NOTHING) : reading('seeking', 0.8, rule);
  }
  // いっしょに作りませんか: what we are invited to do is what the writer wants to do.
  if (question && !giving && /ません(?:でしょう)?か/.test(predicate.text) && isVerb(predicate) && sense !== 'have' && !/^(?:いる|ある|いらっしゃる|おる)$/.test(lemma)) return sense === 'live' ? NOTHING : reading(sense === 'meet' || sense === 'seek' || sense === 'ask' ? 'seeking' : 'interest', 0.78, rule);
  if (question && (sense === 'have' || sense === 'meet')) return reading('seeking', 0.8, rule);
  // 足をどうするか, 何を残せるか: a question of one's own.
  if (question && !giving && sense !== 'live' && sense !== 'unable') return reading('interest', sense === 'do' || sense === undefined || sense === 'make' || sense === 'change' ? 0.66 : 0.6, rule);
  return judgePlain(predicate, sense, rule);
}
