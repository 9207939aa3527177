import { lookOverClause, type Clause, type Context, type Mention } from './clause.js';
import { nextOfList } from './find-lists.js';
import { clauseStart, hasSubject, predicateFor } from './find-predicates.js';
import { isOther } from './find-subjects.js';
import { judgeFragment } from './judge-fragment.js';
import { judgePhrase } from './judge-phrase.js';
import { judgePredicate, NOTHING, senseOfPredicate, type Reading } from './judge-predicate.js';
import { isBarePerson, isPerson, isTrade, lastsYears } from './phrase-classes.js';
import { headOf, lastParticle, type Item, type Phrase } from './join-phrases.js';
import { LIGHT_TAILS } from './words/nouns.js';
import type { PredicateChunk } from './chunks.js';
import { readThroughHead, withLaterWish } from './read-heads.js';
import { mentionsAgain, mentionsDoing, mentionsHelp, mentionsSought } from './supply-objects.js';

/** Reads the phrases of one sentence, each once: a list, a relative clause and its head ask for each other's reading. */
class ClauseReader {
  readonly #mentions = new Map<number, Mention>();

  constructor(private readonly clause: Clause) {}

  mentions(): Mention[] {
    const { clause } = this;
    const mentions = clause.items.flatMap((item, at) => (item.type === 'phrase' && !clause.topics.some((topic) => topic.at === at) ? [this.#read(at)] : []));
    const supplied = [...mentions, ...mentionsAgain(clause, mentions), ...mentionsSought(clause, mentions), ...mentionsHelp(clause, mentions)];
    return [...supplied, ...mentionsDoing(clause, supplied)];
  }

  #read(at: number): Mention {
    const known = this.#mentions.get(at);
    if (known) return known;
    const { items, others } = this.clause;
    const mention: Mention = { phrase: items[at] as Phrase, reading: NOTHING };
    this.#mentions.set(at, mention);
    Object.assign(mention, others[at] ? this.#ofOthers(at) : this.#governed(at));
    const before = items[at - 1];
    if (before?.type === 'predicate' && before.attributive) {
      mention.clauseStart = clauseStart(items, at - 1);
      // 挫折したRust, 苦手な英語
      if (mention.reading.kind === 'skill' && judgePredicate(before).kind === 'unable' && !hasSubject(items, at - 1)) mention.reading = { kind: 'unable', score: 0.7, rule: `${before.lemma}>noun` };
    }
    return mention;
  }

  /** What others do is theirs, but a wish for them is the writer's: 子どもが自然に触れられる場所をつくりたい. */
  #ofOthers(at: number): Omit<Mention, 'phrase'> {
    const { items } = this.clause;
    const theirs = { reading: { kind: 'nothing' as const, score: 0, rule: 'other person' } };
    const predicateAt = predicateFor(items, at);
    const predicate = predicateAt === undefined ? undefined : items[predicateAt];
    if (predicate?.type !== 'predicate' || !predicate.attributive || /^(?:が|は|も)$/.test(lastParticle(items[at] as Phrase))) return theirs;
    const governed = this.#underPredicate(at, predicateAt!);
    return governed.reading.kind === 'interest' ? { ...governed, reading: { ...governed.reading, score: governed.reading.score * 0.85 } } : theirs;
  }

  #governed(at: number): Omit<Mention, 'phrase'> {
    const { items } = this.clause;
    // コーディング 以外 なら
    const follower = items[at + 1];
    if (follower?.type === 'phrase' && follower.parts[0].text === '以外' && lastParticle(items[at] as Phrase) === '') return { reading: { kind: 'unable', score: 0.8, rule: '以外' } };
    const phrase = items[at] as Phrase;
    if (lastsYears(phrase) && !this.clause.heading && lastParticle(phrase) === '') return { reading: { kind: 'skill', score: 0.88, rule: '年', sure: true } };
    if (this.#isAddressed(at)) return { reading: { kind: 'seeking', score: 0.8, rule: '呼びかけ' } };
    const next = this.#isCall(at) ? undefined : nextOfList(items, at);
    if (next !== undefined) return this.#likeNext(at, next);
    const predicateAt = predicateFor(items, at);
    if (predicateAt === undefined) return { reading: judgeFragment(this.clause, at) };
    return this.#underPredicate(at, predicateAt);
  }

  /** LLMを説明してくれる人、ランチおごります: calls to somebody, lists nothing. */
  #isCall(at: number): boolean {
    const { items } = this.clause;
    const [before, phrase, mark, next] = [items[at - 1], items[at] as Phrase, items[at + 1], items[at + 2]];
    return phrase.particles.length === 0 && isBarePerson(phrase) && before?.type === 'predicate' && before.attributive && mark?.type === 'mark' && next?.type === 'phrase' && !isPerson(next) && !(items[at + 3]?.type === 'predicate' && (items[at + 3] as PredicateChunk).attributive);
  }

  /** VRが作れる人、一緒にやりませんか。研究者の方、共同でやりませんか。 */
  #isAddressed(at: number): boolean {
    const { items, heading } = this.clause;
    const [before, phrase, mark] = [items[at - 1], items[at] as Phrase, items[at + 1]];
    if (heading || phrase.particles.length > 0 || !isPerson(phrase) || mark?.type !== 'mark' || !/^[、,\s]$/.test(mark.text)) return false;
    const named = (before?.type === 'predicate' && before.attributive) || (!isBarePerson({ ...phrase, parts: phrase.parts.slice(0, 1) }) && /(?:さん|さま|様|方|方々|皆さん|みなさん|皆様|の人|の人たち|たち)$/.test(phrase.text));
    const call = items.slice(at + 2).find((item): item is PredicateChunk => item.type === 'predicate' && (item.request || (item.question && /ません|ない/.test(item.text))));
    return named && call !== undefined && !isOther({ ...phrase, parts: phrase.parts.slice(0, 1) }) && !items.slice(at + 2, items.indexOf(call)).some((item) => item.type === 'predicate' && !item.continues && !item.condition && !item.attributive && item.lemma !== 'だ');
  }

  /** A phrase of a list is read as the next one is. */
  #likeNext(at: number, next: number): Omit<Mention, 'phrase'> {
    const phrase = this.clause.items[at] as Phrase;
    const { reading, predicate, head, inside } = this.#read(next);
    // #作業療法士 #鉄道オタク: what one is, beside what one likes
    if (/^(?:好き|hobby time)$/.test(reading.rule) && isTrade(phrase)) return { reading: { kind: 'skill', score: 0.8, rule: 'trade' } };
    // 刻み食やムース食の献立: the first shares the head of the second, and says little alone.
    const shares = !LIGHT_TAILS.has(headOf(this.clause.items[next] as Phrase).text) && /^[やと]$/.test(lastParticle(phrase)) && phrase.parts.length === 1 && (this.clause.items[next] as Phrase).parts.length > 1;
    return { reading: { ...reading, score: reading.score * (shares ? 0.65 : 1), rule: `${reading.rule}>list` }, predicate, head, inside };
  }

  /** 翻訳ができて、会計もわかる方を探しています: both clauses describe the one who is sought. */
  #besideRelative(predicateAt: number, own: Reading): Omit<Mention, 'phrase'> | undefined {
    const { items } = this.clause;
    const predicate = items[predicateAt] as PredicateChunk;
    if (!predicate.continues || predicate.contrast || predicate.progressive || senseOfPredicate(predicate) !== 'ability' || own.kind !== 'skill' || !/[てでし]$/.test(predicate.text)) return undefined;
    const nextAt = items.findIndex((item, at) => at > predicateAt && item.type === 'predicate');
    const next = items[nextAt];
    const head = items[nextAt + 1];
    if (next?.type !== 'predicate' || !next.attributive || head?.type !== 'phrase' || !isPerson(head)) return undefined;
    const { reading } = this.#read(nextAt + 1);
    return reading.kind === 'seeking' ? { reading: { ...reading, sure: false, rule: `${own.rule}>人>${reading.rule}` }, predicate, head } : undefined;
  }

  #underPredicate(at: number, predicateAt: number): Omit<Mention, 'phrase'> {
    const { items, topics } = this.clause;
    const predicate = items[predicateAt] as PredicateChunk;
    const own = withLaterWish(items, predicateAt, judgePhrase(this.clause, at, predicateAt));
    const headAt = predicateAt + 1;
    const head = predicate.attributive ? items[headAt] : undefined;
    if (head?.type !== 'phrase') return this.#besideRelative(predicateAt, own) ?? { reading: own, predicate };
    const outer = topics.find((topic) => topic.at === headAt)?.reading ?? this.#read(headAt).reading;
    return readThroughHead(this.clause, { own, predicate, head, headAt }, outer);
  }
}

/** Reads whose, whether and wished: for each phrase of a sentence what the sentence says about it. */
export const readClauses = (items: Item[], context: Context): Mention[] => new ClauseReader(lookOverClause(items, context)).mentions();
