import { headingToReading, type Clause } from './clause.js';
import { NOTHING, type Reading } from './judge-predicate.js';
import { headOf, lastParticle, type Item, type Phrase } from './join-phrases.js';
import { isPerson, lastsYears } from './phrase-classes.js';
import { senseOf } from './words/predicates.js';

/** What a sentence says about the phrase at `at` that no predicate governs. */
export function judgeFragment({ items, heading, inherited, topic, hobby }: Clause, at: number): Reading {
  const phrase = items[at] as Phrase;
  if (/^(?:より|から|まで|へ|ほど|しか)$/.test(lastParticle(phrase))) return NOTHING;
  if (lastsYears(phrase) && !heading) return { kind: 'skill', score: 0.88, rule: '年' };
  if (/.歴$/.test(headOf(phrase).text) && headOf(phrase).tokens.at(-1)!.surface === '歴') return { kind: 'skill', score: 0.9, rule: '歴' };
  const other = items.slice(at + 1).find((item) => item.type === 'other' && /^(?:ぜひ|是非|全然|さっぱり|からっきし)$/.test(item.text));
  if (other && /ぜひ|是非/.test(other.text) && isPerson(phrase)) return { kind: 'seeking', score: 0.8, rule: 'ぜひ' };
  if (other && !/ぜひ|是非/.test(other.text)) return { kind: 'unable', score: 0.8, rule: other.text };
  if (heading) return headingToReading(heading);
  if (phrase.particles[0] === 'を') return readWithoutVerb(items, at);
  if (topic && at > topic.at) return topic.reading;
  if (inherited) return { ...inherited, score: inherited.score * 0.85, rule: `${inherited.rule}>continued` };
  if (hobby) return { kind: 'interest', score: 0.75, rule: 'hobby time' };
  return { kind: 'skill', score: 0.6, rule: 'bare', weak: 'bare' };
}

/** 読み聞かせを15年, 飲食店を3店舗経営: the verb is left out or is a noun. */
function readWithoutVerb(items: Item[], at: number): Reading {
  const next = items.slice(at + 1).find((item): item is Phrase => item.type === 'phrase');
  const sense = next && senseOf(next.tokens.at(-1)!.surface);
  const kind = sense === 'seek' ? 'seeking' : sense === 'learn' || sense === 'like' || sense === 'think' || sense === 'change' ? 'interest' : 'skill';
  return { kind, score: 0.82, rule: 'を+名詞' };
}
