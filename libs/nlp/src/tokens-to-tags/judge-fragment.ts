import { headingToReading, topicBefore, type Clause } from './clause.js';
import type { PredicateChunk } from './chunks.js';
import { judgePredicate, NOTHING, type Reading } from './judge-predicate.js';
import { headOf, lastParticle, type Item, type Phrase } from './join-phrases.js';
import { isOther } from './find-subjects.js';
import { isCrossedOut, isDeniedNominal } from './denials.js';
import { judgeTopic, saidBehind } from './judge-copula.js';
import { isBarePerson, isFan, isPerson, isTrade, lastsYears } from './phrase-classes.js';
import { senseOf } from './words/predicates.js';

/** What a sentence says about the phrase at `at` that no predicate governs. */
export function judgeFragment(clause: Clause, at: number): Reading {
  const { items, heading, inherited, hobbies } = clause;
  const topic = topicBefore(clause, at);
  const phrase = items[at] as Phrase;
  if (/^(?:より|から|まで|へ|ほど|しか)$/.test(lastParticle(phrase))) return NOTHING;
  if (isCrossedOut(items, at)) return { kind: 'unable', score: 0.85, rule: '×' };
  if (lastsYears(phrase) && !heading) return { kind: 'skill', score: 0.88, rule: '年', sure: true };
  if (/.歴$/.test(headOf(phrase).text) && headOf(phrase).tokens.at(-1)!.surface === '歴') return { kind: 'skill', score: 0.9, rule: '歴', sure: true };
  // 人手が足りません is one known term, and a call.
  if (/^(?:人手|手|人)が足り/.test(phrase.text)) return { kind: 'seeking', score: 0.75, rule: '足りない' };
  const other = items.slice(at + 1).find((item) => item.type === 'other' && /^(?:ぜひ|是非|全然|さっぱり|からっきし)$/.test(item.text));
  if (other && /ぜひ|是非/.test(other.text) && isPerson(phrase)) return { kind: 'seeking', score: 0.8, rule: 'ぜひ' };
  if (other && !/ぜひ|是非/.test(other.text)) return { kind: 'unable', score: 0.8, rule: other.text };
  if (!heading && /^(?:は|って)$/.test(lastParticle(phrase)) && isDeniedNominal(items, at)) return { kind: 'unable', score: 0.8, rule: 'は…だけ' };
  const before = items[at - 1];
  // LLMを説明してくれる人、ランチおごります。森林の画像をお持ちの方、ぜひ。: calls to somebody
  if (!heading && phrase.particles.length === 0 && before?.type === 'predicate' && before.attributive && isPerson(phrase) && (before.giving || isBarePerson(phrase)) && !isOther(phrase)) return { kind: 'seeking', score: 0.8, rule: '呼びかけ' };
  if (heading) return headingToReading(heading);
  if (phrase.particles.length === 0 && isDoing(phrase)) return { kind: /(?:勉強|学習|練習|独学|修行)$/.test(headOf(phrase).text) ? 'interest' : 'skill', score: 0.85, rule: 'の仕事' };
  // 次は社労士, ゆくゆくは農家民宿
  if (phrase.particles.length === 0 && !topic && items.slice(0, at).some((item) => /^(?:次|次の目標|お次|今度|次こそ|将来|ゆくゆく|いずれ|いつか|行く行く|老後|来年|来春|これから|今後|定年後の夢)$/.test(item.text) && (item.type === 'other' || (item.type === 'phrase' && lastParticle(item) === 'は')))) return { kind: 'interest', score: 0.72, rule: '次は' };
  if (isFan(phrase) && phrase.particles.length === 0) return { kind: 'interest', score: 0.82, rule: '好き' };
  if (phrase.particles.length === 0 && isTrade(phrase) && !inherited && !topic) return { kind: hobbies[at] ? 'interest' : 'skill', score: 0.8, rule: 'trade' };
  if (phrase.particles[0] === 'を') return readWithoutVerb(items, at);
  if (topic) return topic.reading;
  const rest = items.slice(at + 1);
  if (phrase.particles.join('') === 'が') {
    const said = saidBehind(items, at);
    if (said) return said;
    // 野帳が段ボールで十箱, レシピが山ほど: there is much of it
    const much = rest.findLast((item) => item.type === 'phrase' || item.type === 'other');
    if (much && (/^(?:約|ざっと)?[\d〇一二三四五六七八九十百千万数]+(?:箱|冊|枚|本|台|点|件|巻|通|束|袋|缶|株|頭|羽|匹|年分|か月分|ヶ月分|[TGM]B)(?:以上|ほど|近く|ちょっと|超|分)?$/.test(much.text) || /^(?:山ほど|山積み|どっさり|たっぷり|ごっそり|たんまり|大量|たくさん|ぎっしり|わんさか|山のよう)$/.test(much.text))) return { kind: 'skill', score: 0.7, rule: 'が…箱' };
  }
  // ワカサギの話でしたらいくらでも
  if (lastParticle(phrase) === 'なら' && rest.some((item) => /^(?:いくら|幾ら|何時間|何杯|何度|何日|一晩|一日|いつまで|どこまで|とことん|延々|永遠|無限|徹夜|夜通し|朝)/.test(item.text))) return { kind: headOf(phrase).text === '話' ? 'interest' : 'skill', score: 0.76, rule: 'ならいくらでも' };
  if (inherited) return { ...inherited, score: inherited.score * 0.85, rule: `${inherited.rule}>continued` };
  // ピアノ弾けます、リトミックも: said of both
  const earlier = items.slice(0, at).filter((item): item is PredicateChunk => item.type === 'predicate' && !item.attributive).at(-1);
  if (earlier && /^(?:も|とか|なども|など)$/.test(phrase.particles.join('')) && items.slice(at + 1).every((item) => item.type === 'mark')) {
    const judged = judgePredicate(earlier);
    if (judged.kind !== 'nothing') return { ...judged, score: judged.score * 0.9, rule: `${judged.rule}>も` };
  }
  if (hobbies[at]) return { kind: 'interest', score: 0.75, rule: 'hobby time' };
  // 訪問診療は月六十件, 写真は独学: done, not only liked
  if (lastParticle(phrase) === 'は' && items.slice(at + 1).some((item) => item.type === 'phrase')) {
    const said = judgeTopic(items, at);
    return said.kind === 'nothing' ? { kind: 'skill', score: 0.6, rule: 'bareは', weak: 'does' } : said;
  }
  // 今は間借りでスパイスカレー: what one does now
  if (items.slice(0, at).some((item) => item.type === 'phrase' && lastParticle(item) === 'は' && /^(?:今|いま|現在|普段|ふだん|平日|昼|昼間|日中|本業|本職|仕事|目下|春から|今年から|定年後|退職後|引退後)$/.test(item.text))) return { kind: 'skill', score: 0.62, rule: 'bare今は', weak: 'does' };
  return { kind: 'skill', score: 0.6, rule: 'bare', weak: 'bare' };
}

/** 土壌微生物の研究。介護の仕事。: a noun for doing it, with what it is done to. */
const isDoing = (phrase: Phrase): boolean => phrase.parts.length > 1 && /^(?:研究|お?仕事|担当|業務|開発|運営|支援|指導|勉強|学習|練習|独学|修行|営業|販売|製造|設計|管理|経営|編集|制作|企画|取材|調査|保守|運用|手伝い|お手伝い|経験|専門)$/.test(headOf(phrase).text);

/** 読み聞かせを15年, 飲食店を3店舗経営: the verb is left out or is a noun. */
function readWithoutVerb(items: Item[], at: number): Reading {
  const next = items.slice(at + 1).find((item): item is Phrase => item.type === 'phrase');
  const sense = next && senseOf(next.tokens.at(-1)!.surface);
  // ゲストハウスを開業予定
  if (next && /(?:予定|計画|構想|志望)$/.test(next.text)) return { kind: 'interest', score: 0.82, rule: 'を+予定' };
  const kind = sense === 'seek' ? 'seeking' : sense === 'learn' || sense === 'like' || sense === 'think' || sense === 'change' ? 'interest' : 'skill';
  return { kind, score: 0.82, rule: 'を+名詞' };
}
