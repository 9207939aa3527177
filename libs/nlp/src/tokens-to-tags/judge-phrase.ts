import type { PredicateChunk } from './chunks.js';
import { headingToReading, type Clause } from './clause.js';
import { CIRCUMSTANCES, type Said } from './judge-circumstances.js';
import { judgePredicate, senseOfPredicate, type Reading } from './judge-predicate.js';
import { isPerson } from './phrase-classes.js';
import { lastParticle, type Item, type Phrase } from './join-phrases.js';

/** What the predicate at `predicateAt` says about the phrase at `at`, by the particle between them. */
export function judgePhrase(clause: Clause, at: number, predicateAt: number): Reading {
  const { items } = clause;
  const phrase = items[at] as Phrase;
  const predicate = withVerbalNoun(items, at, predicateAt, withFollower(items, predicateAt));
  const said: Said = { clause, at, predicateAt, phrase, predicate, sense: senseOfPredicate(predicate), particle: lastParticle(phrase), judged: judgePredicate(predicate) };
  return underHeading(clause, firstOf(said) ?? said.judged);
}

function firstOf(said: Said): Reading | undefined {
  for (const rule of CIRCUMSTANCES) {
    const reading = rule(said);
    if (reading) return reading;
  }
  return undefined;
}

/** 気になること：発達障害の子の放課後の対応 – under such a heading nothing is claimed. */
const underHeading = ({ heading }: Clause, reading: Reading): Reading =>
  // 困りごと：広報が回らない
  (reading.kind === 'skill' && (heading === 'interest' || heading === 'seeking' || heading === 'unable')) || (reading.kind === 'unable' && heading === 'interest') ? { ...headingToReading(heading), sure: false } : reading;

/** 見守り隊が [高齢化] [する]: a known word right before する is the verb. */
function withVerbalNoun(items: Item[], at: number, predicateAt: number, predicate: PredicateChunk): PredicateChunk {
  const noun = items[predicateAt - 1];
  const joined = predicate.lemma === 'する' && predicateAt - 1 > at && noun?.type === 'phrase' && noun.particles.length === 0 && noun.end === predicate.start;
  return joined ? { ...predicate, lemma: `${noun.text}する` } : predicate;
}

/** A predicate with what the next one makes of it: できたらいいな wishes, できないか考える asks, 教えて! requests. */
function withFollower(items: Item[], predicateAt: number): PredicateChunk {
  const predicate = items[predicateAt] as PredicateChunk;
  const next = items.slice(predicateAt + 1).find((item) => item.type !== 'other' && !(item.type === 'mark' && !/[。!?]/.test(item.text)));
  const isLast = !items.slice(predicateAt + 1).some((item) => item.type === 'predicate' || item.type === 'phrase');
  if (predicate.continues && isLast && predicate.text.endsWith('て') && predicate.tokens[0].pos !== '形容詞' && !predicate.progressive && !predicate.tokens.some(({ base }) => /^(?:れる|られる)$/.test(base)) && senseOfPredicate(predicate) !== 'live') return { ...predicate, request: true };
  // コラボできたら最高です
  if (next?.type === 'phrase' && predicate.condition && !predicate.giving && !predicate.negative && /^(?:最高|幸い|幸せ|何より)$/.test(next.text)) return { ...predicate, wish: true, question: false, condition: false };
  if (next?.type !== 'predicate') return predicate;
  // 使わせてくれる学校があればうれしい: looked for
  const subject = items[predicateAt - 1];
  const somebody = /^(?:いる|おる|ある|来る|くる)$/.test(predicate.lemma) && subject?.type === 'phrase' && isPerson(subject);
  const hoped = predicate.condition && !predicate.giving && !somebody && /^(?:いい|良い|よい|嬉しい|うれしい|幸い|思う|楽しい|最高|幸せ|有難い|ありがたい|考える)$/.test(next.lemma);
  const pondered = predicate.question && /^(?:考える|思う|悩む|模索する|探る|検討する|検証する|知る)$/.test(next.lemma);
  return hoped || pondered ? { ...predicate, wish: true, question: false, negative: false, condition: false } : predicate;
}
