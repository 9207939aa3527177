import type { PredicateChunk } from './chunks.js';
import { headingToReading, type Clause } from './clause.js';
import { isOther } from './find-subjects.js';
import { judgePredicate, NOTHING, senseOfPredicate, type Reading } from './judge-predicate.js';
import { headOf, isTopic, lastParticle, type Item, type Phrase } from './join-phrases.js';
import { isFan, isPerson, isTrade, lastsYears } from './phrase-classes.js';

/** What the predicate at `predicateAt` says about the phrase at `at`, by the particle between them. */
export function judgePhrase(clause: Clause, at: number, predicateAt: number): Reading {
  const { items, heading, hobby } = clause;
  const phrase = items[at] as Phrase;
  const predicate = withFollower(items, predicateAt);
  const sense = senseOfPredicate(predicate);
  const particle = lastParticle(phrase);
  const judged = judgePredicate(predicate);
  const before = items[predicateAt - 1];
  // 大工仕事は息子の担当です
  if (before?.type === 'phrase' && before !== phrase && lastParticle(before) === 'の' && isOther(before)) return NOTHING;
  if (predicate.request && isPerson(phrase) && /^(?:声をかける|話しかける|話す|連絡する?|来る|教える|知らせる|つながる|絡む|誘う|貸す)$/.test(predicate.lemma)) return { kind: 'seeking', score: 0.85, rule: `人>${judged.rule}` };
  if (isReported(items, predicateAt)) return NOTHING;
  const behind = items[predicateAt + 1];
  // 習っただけ, 触ったきり
  if (judged.kind === 'skill' && predicate.past && behind?.type === 'other' && /^(?:だけ|きり|くらい|ぐらい|程度|のみ)$/.test(behind.text)) return { kind: 'unable', score: 0.6, rule: `${judged.rule}だけ` };
  if (judged.kind === 'skill' && !predicate.past && behind?.type === 'other' && /^(?:だけ|くらい|ぐらい|程度|のみ)$/.test(behind.text)) return { ...judged, score: judged.score * 0.45, rule: `${judged.rule}くらい` };
  // AIに仕事を奪われる
  if (particle === 'に' && sense === undefined && predicate.tokens.some((token) => /^(?:れる|られる)$/.test(token.base))) return NOTHING;
  // 任せられる人がいない
  if (/^(?:いる|おる)$/.test(predicate.lemma) && predicate.negative && !predicate.condition && isPerson(phrase) && /^(?:が|も)$/.test(particle) && items[at - 1]?.type === 'predicate') return { kind: 'seeking', score: 0.72, rule: 'いない' };
  if (isDeniedSpeech(items, predicateAt)) return { kind: 'unable', score: 0.8, rule: `${judged.rule}>とは言えない` };
  if (particle === 'は' && judged.kind === 'skill' && isDeniedNominal(items, at)) return { kind: 'unable', score: 0.75, rule: `${judged.rule}>素人` };
  const gap = items[at + 1];
  if (phrase.particles.length === 0 && isPerson(phrase) && !isOther(phrase) && predicate.lemma !== 'だ' && gap?.type === 'mark' && gap.text === '、' && items[at - 1]?.type === 'predicate' && (items[at - 1] as PredicateChunk).attributive) return { kind: 'seeking', score: 0.8, rule: '呼びかけ' };
  // 橋梁点検のことなら何でも聞いてください
  if (particle === 'なら' && predicate.request) return { kind: 'skill', score: 0.88, rule: `なら>${predicate.lemma}+依頼` };
  const then = items.slice(predicateAt + 1).find((item): item is PredicateChunk => item.type === 'predicate' && !item.attributive);
  if ((sense === 'have' || predicate.lemma === 'いる') && predicate.condition && !predicate.negative && then && (then.request || senseOfPredicate(then) === 'ask')) return { kind: 'seeking', score: 0.75, rule: `${judged.rule}>${then.lemma}` };
  if (sense === 'have' && predicate.condition && !predicate.negative && /(?:データ|情報|場所|機材|機器|道具|材料|資料|記録|素材|写真|映像|スペース|空き家|車|お話|事例)$/.test(headOf(phrase).text)) return { kind: 'seeking', score: 0.7, rule: `${judged.rule}>あれば` };
  if (particle === 'なら' && !predicate.negative && !predicate.wish && judged.kind !== 'unable' && sense !== 'like' && sense !== 'seek') return { kind: 'skill', score: 0.85, rule: `なら>${predicate.lemma}` };
  if (predicate.lemma === '希望' && /(?:コラボ|交流|連携|協業|協働|情報交換|意見交換|相談|紹介|マッチング|協力|支援)$/.test(headOf(phrase).text)) return { kind: 'seeking', score: 0.78, rule: '希望' };
  if (predicate.lemma === 'だ') return judgeCopula(clause, at, predicate);
  // しか…ない says that this much is possible.
  if (predicate.negative && particle === 'しか') return { kind: 'skill', score: 0.7, rule: 'しか' };
  if (particle === 'から' && items.slice(at + 1, predicateAt).some((item) => item.type === 'phrase' && item.particles.includes('まで'))) return judged;
  if (/^(?:から|まで|より|へ|ほど)$/.test(particle)) return NOTHING;
  if (sense === 'live' && particle === 'に' && /^(?:行く|通う|参加する?|所属する?|入る)$/.test(predicate.lemma) && (predicate.progressive || predicate.past)) return { kind: 'skill', score: 0.55, rule: predicate.lemma, weak: 'does', known: true };
  if (particle === 'と' && (predicate.wish || endsInWish(items, predicateAt)) && isPerson(phrase) && !/^(?:住む|すむ|暮らす|くらす|結婚する|思う|言う|いう)$/.test(predicate.lemma)) return { kind: 'seeking', score: 0.85, rule: `と>${judged.rule}` };
  if ((judged.kind === 'skill' || sense === 'learn') && particle === 'は' && !predicate.attributive && isDeniedLater(items, predicateAt)) return { kind: 'unable', score: 0.7, rule: `${judged.rule}>否定` };
  if (judged.weak && /(?:勉強|学習|練習|修行|修業|独学|お稽古|稽古)$/.test(headOf(phrase).text) && phrase.parts.length > 1) return { kind: 'interest', score: 0.87, rule: '勉強' };
  if (judged.weak && /(?:仕事|業務|担当|専門|研究|経験|歴|職)$/.test(headOf(phrase).text)) return { ...judged, weak: undefined, score: 0.88 };
  if (sense === 'live' && !predicate.wish && !predicate.negative && !predicate.past && particle === 'に' && /^(?:行く|いく|通う)$/.test(predicate.lemma) && headOf(phrase).tokens[headOf(phrase).tokens.length - 1].detail !== 'サ変接続' && !predicate.progressive) return { kind: 'interest', score: 0.5, rule: predicate.lemma, known: true };
  if (sense === 'live' && !predicate.wish && !predicate.negative && particle === 'に' && /^(?:行く|いく|通う|出かける|出掛ける)$/.test(predicate.lemma) && headOf(phrase).tokens[headOf(phrase).tokens.length - 1].detail === 'サ変接続') return { kind: 'interest', score: 0.72, rule: `${predicate.lemma}` };
  if (judged.kind === 'nothing' && /^組(?:む|める)$/.test(predicate.lemma) && !predicate.negative && !isPerson(phrase) && particle !== 'と') return { kind: predicate.wish ? 'interest' : 'skill', score: 0.78, rule: predicate.lemma };
  if (sense === 'live' && predicate.wish && !predicate.negative && /^(?:に|へ|も|を)$/.test(particle) && /^(?:行く|いく|参加する?|出る|入る|通う|移る|進む|戻る)$/.test(predicate.lemma)) return { kind: 'interest', score: 0.68, rule: `${judged.rule}行きたい` };
  if (particle === 'と' && /^(?:呼ぶ|言う|いう|申す)$/.test(predicate.lemma)) return NOTHING;
  if (predicate.wish && particle === 'に' && isPerson(phrase) && (predicate.giving || /^(?:聞く|聴く|伺う|うかがう|教わる|習う|学ぶ|相談する?|会う|頼む|お願いする|もらう|いただく|頂く|仰ぐ|見る|診る|願う|打診する)$/.test(predicate.lemma))) return { ...judged, kind: 'seeking', score: 0.82 };
  // 看護師の方のお話を聞きたい
  if (predicate.wish && /^(?:聞く|聴く|伺う|うかがう|仰ぐ|借りる|借りする|伺いする|いただく|頂く|頂戴する|もらう|得る|求める|拝借する|集める)$/.test(predicate.lemma) && /(?:話|意見|声|体験談|アドバイス|助言|知恵|知見|力|指導|協力|経験|感想|ノウハウ)$/.test(headOf(phrase).text) && phrase.parts.length > 1 && isPerson({ ...phrase, parts: phrase.parts.slice(0, -1) })) return { ...judged, kind: 'seeking', score: 0.8 };
  if (sense === 'meet' && judged.kind === 'seeking' && !isPerson(phrase) && /^(?:について|を|に関して|の)$/.test(particle)) return { ...judged, kind: 'interest', score: 0.7 };
  if (particle === 'で' && isTrade(phrase)) return { kind: 'skill', score: 0.85, rule: 'で=です' };
  if (/^(?:始める|はじめる)$/.test(predicate.lemma) && predicate.past && judged.kind === 'skill' && items.some((item) => item.type !== 'predicate' && /^(?:最近|今年|去年|昨年|先月|先週|この春|今春|春|夏|秋|冬|ようやく|ついに|やっと|定年後|退職後|コロナ禍)$/.test(item.text))) return { kind: 'interest', score: 0.76, rule: '最近始めた' };
  if (sense === 'learn' && judged.kind === 'interest' && predicate.progressive && !predicate.wish && items.some((item) => item.type === 'phrase' && /^(?:で|にて)$/.test(item.particles.join('')) && /(?:大学|大学院|専門学校|高専|短大|ゼミ|学部|学科|研究室|高校)$/.test(headOf(item).text))) return { kind: 'skill', score: 0.72, rule: `学校>${judged.rule}` };
  if (phrase.particles[0] === 'で' && predicate.wish && judged.kind === 'interest') return { ...judged, score: judged.score * 0.72, rule: `${judged.rule}>で` };
  if (phrase.particles[0] === 'で') return withDe(judged, sense);
  if (sense === 'think' && phrase.particles[0] === 'に' && !/^(?:注目|着目|困|悩|期待|気)/.test(predicate.lemma)) return NOTHING;
  if (judged.weak === 'does' && isTrade(phrase)) return { ...judged, weak: undefined, score: 0.88 };
  if (/^(?:として)$/.test(phrase.particles[0] ?? '')) return judged.kind === 'nothing' || judged.weak ? { kind: 'skill', score: 0.75, rule: 'として' } : judged;
  if (phrase.particles[0] === 'に' && (judged.weak || sense === 'make' || sense === 'have')) return { ...judged, score: judged.score * 0.65 };
  if (sense === 'trouble' && !/^(?:が|も|は|を|って|の|)$/.test(phrase.particles[0] ?? '')) return NOTHING;
  if (phrase.particles[0] === 'が' && sense === undefined) return { ...judged, score: judged.score * 0.6 };
  if (judged.weak && judged.kind === 'skill' && heading) return headingToReading(heading);
  if (hobby && judged.kind === 'skill' && sense !== 'ability') return { ...judged, kind: 'interest', score: judged.score * 0.9, rule: `${judged.rule}>hobby time` };
  return judged;
}

/** できるとは言えません, 得意とは言いがたい. */
function isDeniedSpeech(items: Item[], predicateAt: number): boolean {
  const [quote, verb] = items.slice(predicateAt + 1).filter((item) => item.type !== 'mark' && !(item.type === 'other' && /^(?:とても|は|まで|まだ)$/.test(item.text)));
  return quote?.type === 'other' && /^と/.test(quote.text) && verb?.type === 'predicate' && ((/^(?:言う|いう|言える|申す|申し上げる|申せる|思う|思える)$/.test(verb.lemma) && verb.negative) || /(?:言|い)い?(?:がたい|難い|にくい)$/.test(verb.lemma + verb.text));
}

/** デザイナー募集中って書いてあった, Pythonが簡単だと言われます: others say so. */
function isReported(items: Item[], predicateAt: number): boolean {
  const [quote, verb] = items.slice(predicateAt + 1).filter((item) => item.type !== 'mark');
  return quote?.type === 'other' && /^(?:って|と|とか)$/.test(quote.text) && verb?.type === 'predicate' && /^(?:書く|言う|いう|聞く|申す|勧める|すすめる|誘う|教わる|噂する|思い込む|褒める|ほめる|怒る|叱る)$/.test(verb.lemma) && !verb.wish && (verb.past || verb.progressive || verb.potential || verb.continues || verb.condition || /(?:ます|た|る|ので|から|が|けど)$/.test(verb.text)) && (verb.lemma !== '申す' || items[predicateAt + 1].type !== 'predicate' && (items[predicateAt] as PredicateChunk).request);
}

/** 方と組んで…したい: the wish at the end reaches back over a て. */
function endsInWish(items: Item[], predicateAt: number): boolean {
  const predicate = items[predicateAt] as PredicateChunk;
  const later = items.slice(predicateAt + 1).find((item): item is PredicateChunk => item.type === 'predicate' && !item.attributive);
  return predicate.continues && !predicate.contrast && later !== undefined && later.wish && !later.negative;
}

/** 〜については研修を受けただけで自信がない: the last predicate speaks of the topic too. */
function isDeniedLater(items: Item[], predicateAt: number): boolean {
  for (const item of items.slice(predicateAt + 1)) {
    if (item.type === 'phrase' && lastParticle(item) === 'は' && !/^(?:今|いま|現在|最近)$/.test(item.text)) return false;
    if (item.type === 'predicate' && !item.attributive && judgePredicate(item).kind === 'unable') return true;
  }
  return false;
}

/** A predicate with what the next one makes of it: できたらいいな wishes, できないか考える asks, 教えて! requests. */
function withFollower(items: Item[], predicateAt: number): PredicateChunk {
  const predicate = items[predicateAt] as PredicateChunk;
  const next = items.slice(predicateAt + 1).find((item) => item.type !== 'other' && !(item.type === 'mark' && !/[。!?]/.test(item.text)));
  const isLast = !items.slice(predicateAt + 1).some((item) => item.type === 'predicate' || item.type === 'phrase');
  if (predicate.continues && isLast && predicate.text.endsWith('て') && !predicate.progressive && senseOfPredicate(predicate) !== 'live') return { ...predicate, request: true };
  if (next?.type !== 'predicate') return predicate;
  const hoped = predicate.condition && !predicate.giving && /^(?:いい|良い|よい|嬉しい|うれしい|幸い|思う|楽しい|最高|幸せ|有難い|ありがたい|考える)$/.test(next.lemma);
  const pondered = predicate.question && /^(?:考える|思う|悩む|模索する|探る|検討する|検証する|知る)$/.test(next.lemma);
  return hoped || pondered ? { ...predicate, wish: true, question: false, negative: false, condition: false } : predicate;
}

/** で marks a tool or a place: the tool shares the reading at less certainty. */
function withDe(judged: Reading, sense: ReturnType<typeof senseOfPredicate>): Reading {
  return sense === 'make' || sense === 'work' || sense === 'ability' || sense === undefined ? { ...judged, score: judged.score * 0.7, rule: `${judged.rule}>で`, ...(judged.kind === 'skill' ? { known: true } : {}) } : judged.kind === 'unable' ? NOTHING : { kind: 'skill', score: 0.55, rule: 'で', weak: 'does', known: true };
}

/** 英語は勉強不足です, 機械は音痴です, 経理は息子任せ, 中国語は挨拶どまり. */
export function isDeniedNominal(items: Item[], at: number): boolean {
  const rest = items.slice(at + 1).filter((item) => item.type !== 'mark' || !/^[\s、]$/.test(item.text));
  const end = rest.findIndex((item) => item.type === 'phrase' && /^(?:は|って|も)$/.test(lastParticle(item)));
  return rest.slice(0, end < 0 ? undefined : end).some((item) =>
    (item.type === 'phrase' && (/^(?:ど?素人|初心者|門外漢|未経験|ビギナー|恐怖|苦手|不得意|専門外|見る専|見る専門|食べる専門|悪夢|鬼門|別|論外)|(?:音痴|オンチ|アレルギー|不足|未経験|初心者|同然|なし|ゼロ|不可|任せ|まかせ|どまり|止まり|知らず|頼み|丸投げ|挫折|外注|素人|精一杯|せいいっぱい|限界|の係|の担当|の役目)$/.test(item.text) || /^(?:だけ|くらい|ぐらい|のみ|程度)$/.test(lastParticle(item)) && !item.particles.includes('を'))) ||
    (item.type === 'other' && item === items.at(-1) && /^(?:ちょっと|少々)$/.test(item.text)) || (item.type === 'other' && /^(?:全然|ぜんぜん|さっぱり|からっきし|からきし|まったく|全く|まだまだ|いまいち|いまひとつ|まるで|とんと)$/.test(item.text)));
}

/** The topic of a nominal predicate: 経理は素人です, Burp Suiteは相棒です, 盆栽は趣味です. */
function judgeTopic(items: Item[], at: number): Reading {
  if (isDeniedNominal(items, at)) return { kind: 'unable', score: 0.8, rule: '素人です' };
  const next = items.slice(at + 1).find((item): item is Phrase => item.type === 'phrase');
  const said = next && PREDICATED.find(([, pattern]) => pattern.test(headOf(next).text));
  return said ? { kind: said[0], score: 0.82, rule: `は${headOf(next).text}` } : NOTHING;
}

/** Nouns that say of their topic what a verb would say. */
const PREDICATED: ['skill' | 'interest', RegExp][] = [
  ['skill', /^(?:相棒|十八番|武器|本業|本職|仕事|専門|得意分野|得意技|生業|飯の種|ライフワーク|メイン|守備範囲|経験者|担当|専任|職人|プロ|有資格者|現役|日常|ホームグラウンド|歴戦)$|(?:段|級|歴|歴\d+年|年目|経験あり)$/],
  ['interest', /^(?:趣味|生きがい|癒し|楽しみ|息抜き|日課|大好物|好物|推し|夢|目標|課題|テーマ|悩み|これから|興味|宿題|願い|永遠のテーマ|勉強中|初挑戦|憧れ|ロマン|青春|人生|沼)$/],
];

/** What です says: what one is or does, unless a heading, topic or hobby decides. */
function judgeCopula({ items, heading, topic, hobby }: Clause, at: number, predicate: PredicateChunk): Reading {
  if (predicate.negative) return { kind: 'unable', score: 0.85, rule: 'ではない' };
  if (heading) return headingToReading(heading);
  if (topic && at > topic.at) return topic.reading;
  const phrase = items[at] as Phrase;
  if (predicate.attributive) return NOTHING;
  if (/歴$/.test(headOf(phrase).text) || lastsYears(phrase)) return { kind: 'skill', score: 0.9, rule: '歴', sure: true };
  if (isTopic(phrase)) return judgeTopic(items, at);
  if (isFan(phrase)) return { kind: 'interest', score: 0.85, rule: '好き' };
  if (hobby) return { kind: 'interest', score: 0.75, rule: 'です>hobby time' };
  if (items.some((item, index) => index > at && item.type === 'other' && /^(?:全然|ぜんぜん|さっぱり|からっきし|まったく|全く)$/.test(item.text))) return { kind: 'unable', score: 0.8, rule: '全然です' };
  return { kind: 'skill', ...(isTrade(phrase) ? { score: 0.9 } : { score: 0.72, weak: 'does' as const }), rule: 'です' };
}
