import type { Clause, Mention } from './clause.js';
import { judgePredicate, senseOfPredicate } from './judge-predicate.js';
import { headOf, lastParticle } from './join-phrases.js';
import { isPerson } from './phrase-classes.js';
import { nounsOfVerb } from './words/verb-nouns.js';

/** 動画を撮って編集する, 銭湯がなくなるのは寂しいので残したい: a predicate without an object takes the one before it. */
export function mentionsAgain({ items, others }: Clause, mentions: Mention[]): Mention[] {
  const extra: Mention[] = [];
  items.forEach((item, at) => {
    if (item.type !== 'predicate' || item.attributive || others[at] || mentions.some(({ predicate }) => predicate === item)) return;
    const judged = judgePredicate(item);
    const before = mentions.filter(({ phrase }) => phrase.end <= item.start && !headOf(phrase).formal && !headOf(phrase).pronoun && /^(?:を|が|は|も)$/.test(lastParticle(phrase))).at(-1);
    if (!before || before.inside || before.reading.rule === 'other person') return;
    const wished = (item.wish || (senseOfPredicate(item) === 'like' && before.reading.kind === 'unable')) && !item.negative && judged.kind === 'interest' && (before.reading.kind !== 'skill' || (before.reading.weak !== undefined)) && before.reading.kind !== 'seeking';
    const chained = before.predicate?.continues === true && before.reading.kind === 'skill' && judged.kind === 'skill' && lastParticle(before.phrase) === 'を' && nounsOfVerb(item.lemma).length > 0;
    if (judged.kind === 'unable' && senseOfPredicate(item) === 'unable' && before.reading.kind === 'skill' && !/^(?:が)$/.test(lastParticle(before.phrase))) {
      extra.push({ phrase: before.phrase, reading: judged, predicate: item });
    }
    if (wished || chained) extra.push({ phrase: before.phrase, reading: { ...judged, score: judged.score * 0.85, rule: `${judged.rule}>object before` }, predicate: item, second: chained });
  });
  return extra;
}

/** Pythonが書けないので、書ける人を探す: what one cannot is what the other should. */
export function mentionsSought({ items }: Clause, mentions: Mention[]): Mention[] {
  return mentions.flatMap((mention) => {
    const at = items.indexOf(mention.phrase);
    const before = items[at - 1];
    if (mention.reading.kind !== 'seeking' || !isPerson(mention.phrase) || before?.type !== 'predicate' || mentions.some(({ predicate }) => predicate === before)) return [];
    const lacking = mentions.filter(({ phrase, reading }) => reading.kind === 'unable' && phrase.end <= before.start).at(-1);
    return lacking ? [{ phrase: lacking.phrase, reading: { ...mention.reading, rule: `${mention.reading.rule}>instead` }, predicate: before, head: mention.phrase }] : [];
  });
}
