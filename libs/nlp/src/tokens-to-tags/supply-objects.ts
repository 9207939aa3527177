import type { Clause, Mention } from './clause.js';
import { judgePredicate, senseOfPredicate } from './judge-predicate.js';
import { headOf, lastParticle } from './join-phrases.js';
import { isPerson } from './phrase-classes.js';
import { nounsOfVerb } from './words/verb-nouns.js';

/** 動画を撮って編集する, 銭湯がなくなるのは寂しいので残したい: a predicate without an object takes the one before it. */
export function mentionsAgain({ items, others }: Clause, mentions: Mention[]): Mention[] {
  const extra: Mention[] = [];
  items.forEach((item, at) => {
    if (item.type !== 'predicate' || item.attributive || others[at] || mentions.some(({ predicate, phrase }) => predicate === item && !headOf(phrase).pronoun && !/^(?:何|なに|誰|一緒)$/.test(headOf(phrase).text))) return;
    const judged = judgePredicate(item);
    const before = mentions.filter(({ phrase }) => phrase.end <= item.start && !headOf(phrase).formal && !headOf(phrase).pronoun && /^(?:を|が|は|も|の)$/.test(lastParticle(phrase))).at(-1);
    if (!before || before.inside || before.reading.rule === 'other person') return;
    const wished = (item.wish || (senseOfPredicate(item) === 'like' && before.reading.kind === 'unable')) && !item.negative && judged.kind === 'interest' && (before.reading.kind !== 'skill' || (before.reading.weak !== undefined)) && before.reading.kind !== 'seeking';
    const chained = before.predicate?.continues === true && before.reading.kind === 'skill' && judged.kind === 'skill' && lastParticle(before.phrase) === 'を' && nounsOfVerb(item.lemma).length > 0;
    if (judged.kind === 'unable' && senseOfPredicate(item) === 'unable' && before.reading.kind === 'skill' && (lastParticle(before.phrase) !== 'が' || before.predicate?.contrast === true)) {
      extra.push({ phrase: before.phrase, reading: judged, predicate: item });
    }
    if (wished || chained) extra.push({ phrase: before.phrase, reading: { ...judged, score: judged.score * 0.85, rule: `${judged.rule}>object before` }, predicate: item, second: chained });
  });
  return extra;
}

/** デザインのセンスがないので助けてほしい: help is asked for what one cannot. */
export function mentionsHelp({ items, others }: Clause, mentions: Mention[]): Mention[] {
  return items.flatMap((item, at) => {
    if (item.type !== 'predicate' || others[at] || !/^(?:助ける|たすける|手伝う|教える|助かる|助け|サポートする|お願いする|願いする|頼む|頼る)$/.test(item.lemma) || !(item.request || item.wish || item.condition || item.giving) || item.negative) return [];
    if (mentions.some(({ predicate, reading }) => predicate === item && reading.kind === 'seeking')) return [];
    const lacking = mentions.filter(({ phrase, reading }) => reading.kind === 'unable' && phrase.end <= item.start).at(-1);
    return lacking ? [{ phrase: lacking.phrase, reading: { kind: 'seeking', score: 0.75, rule: `${item.lemma}>instead` }, predicate: item }] : [];
  });
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
