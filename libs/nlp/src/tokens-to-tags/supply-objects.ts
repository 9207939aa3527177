import type { Clause, Mention } from './clause.js';
import { judgePredicate, senseOfPredicate } from './judge-predicate.js';
import type { PredicateChunk } from './chunks.js';
import { headOf, lastParticle, type Item, type Phrase } from './join-phrases.js';
import { isPerson } from './phrase-classes.js';
import { isLightVerbalNoun, nounsOfVerb } from './words/verb-nouns.js';

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

/** 日本語が話せない[保護者]: it is they who cannot. */
const isPersonBehind = (items: Item[], predicate: PredicateChunk): boolean => {
  const head = items[items.indexOf(predicate) + 1];
  return head?.type === 'phrase' && isPerson(head);
};

/** デザインのセンスがないので助けてほしい: help is asked for what one cannot. */
export function mentionsHelp({ items, others }: Clause, mentions: Mention[]): Mention[] {
  return items.flatMap((item, at) => {
    if (item.type !== 'predicate' || others[at] || !/^(?:助ける|たすける|手伝う|教える|助かる|助け|サポートする|お願いする|願いする|頼む|頼る)$/.test(item.lemma) || !(item.request || item.wish || item.condition || (item.giving && !item.progressive && !item.past)) || item.negative) return [];
    if (mentions.some(({ predicate, reading, phrase }) => predicate === item && reading.kind === 'seeking' && !headOf(phrase).pronoun)) return [];
    const lacking = mentions.filter(({ phrase, reading }) => reading.kind === 'unable' && reading.rule !== 'ではない' && phrase.end <= item.start).filter(({ predicate }) => !(predicate?.attributive && isPersonBehind(items, predicate))).at(-1);
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

/** Particles under which a phrase is what the verb is done to or whom it is about. */
const ARGUMENT = /^(?:を|が|は|も|って|なら|とか|など|や|)$/;

/** 普段は, いつか, 仕事では: when it is done, not what. */
const isTimeOrPost = (phrase: Phrase): boolean =>
  phrase.tokens.every((token) => token.detail === '副詞可能' || token.detail === '数' || token.subdetail === '助数詞') || /^(?:仕事|お仕事|本業|副業|職場|会社|今|現在|趣味|休日|在宅|家)$/.test(phrase.text);

/** 翻訳しています, 起業したい: a verbal noun without an object is itself what is done. */
export function mentionsDoing({ items, others, heading, hobbies }: Clause, mentions: Mention[]): Mention[] {
  return items.flatMap((item, at) => {
    const noun = item.type === 'predicate' ? item.verbalNoun : undefined;
    if (item.type !== 'predicate' || !noun || item.attributive || others[at] || heading === 'nothing' || isLightVerbalNoun(noun.map(({ surface }) => surface).join(''))) return [];
    // Whatever it is done to says it.
    if (mentions.some(({ predicate, phrase }) => predicate === item && ARGUMENT.test(phrase.particles[0] ?? '') && !isTimeOrPost(phrase) && !headOf(phrase).pronoun && !headOf(phrase).formal)) return [];
    const judged = judgePredicate(item);
    if (judged.kind === 'nothing' || judged.kind === 'seeking') return [];
    const text = noun.map(({ surface }) => surface).join('');
    const part = { type: 'noun' as const, tokens: noun, text, start: noun[0].start, end: noun[noun.length - 1].end, particles: ['を'], formal: false, pronoun: false };
    const phrase: Phrase = { type: 'phrase', parts: [part], tokens: noun, start: part.start, end: part.end, text, particles: ['を'] };
    // 停電したらどうするか: feared or hoped, not done
    const kind = (hobbies[at] || (item.condition && !item.giving)) && judged.kind === 'skill' ? 'interest' : judged.kind;
    return [{ phrase, reading: { ...judged, kind, known: true, sure: false, weak: undefined, score: judged.score * 0.9, rule: `${judged.rule}する` } }];
  });
}
