import type { PredicateChunk } from './chunks.js';
import { findOthers, isOther } from './find-subjects.js';
import { judgePredicate, NOTHING, senseOfPredicate, type Reading } from './judge-predicate.js';
import { headOf, isTopic, lastParticle, type Item, type Phrase } from './join-phrases.js';
import type { HeadingReading } from './words/headings.js';
import { senseOf } from './words/predicates.js';
import { BARE_PERSONS, PERSONS, SELF, WORK_HEADS } from './words/nouns.js';
import { topicReading } from './words/topics.js';
import { nounsOfVerb } from './words/verb-nouns.js';

/** A phrase of the text and what the text says about it. */
export interface Mention {
  phrase: Phrase;
  reading: Reading;
  /** The predicate that governs it, for verbs that belong to the name: 写真 を 撮る. */
  predicate?: PredicateChunk;
  /** The noun that its relative clause describes: 会計に強い 方. */
  head?: Phrase;
  /** Stands in a relative clause that only describes something else. */
  inside?: boolean;
  /** A second reading of the same phrase, under a later verb. */
  second?: boolean;
  /** The relative clause in front of this phrase: where it begins. */
  clauseStart?: number;
}

/** What came before: an elliptic sentence takes over the reading of the one before it. */
export interface Context {
  heading?: HeadingReading;
  /** Reading that a fragment or aside takes over. */
  inherited?: Reading;
}

const COORDINATING = /^(?:と|や|とか|やら|だの|も|か|または|および)$/;
const LIST_MARK = /^[、・/,，&+＆＋|｜#]$/;
const HOBBY_TIME = /(?:週末|休日|休みの日|趣味|余暇|プライベート|オフの日|もっぱら|推し|老後|定年後|マイブーム)/;

const headingToReading = (heading: HeadingReading): Reading => (heading === 'nothing' ? NOTHING : { kind: heading, score: 0.9, rule: 'heading' });

/** Ends like an occupation or qualification. */
const isTrade = (phrase: Phrase): boolean => /(?:師|士|(?:作|画|写真|音楽|芸術|専門|評論|起業|研究|園芸|陶芸|料理|建築|農|実業|政治|小説|漫画|翻訳|演奏|活動|書)家|屋|員|職人|職|エンジニア|デザイナー|プログラマー?|ライター|コーチ|講師|教員|教諭|者|官|医|司|ター|ナー|スト|マン|ヤー|長|農家|漁師|大工|主|営業|経理|総務|人事|広報|事務)$/.test(headOf(phrase).text);

/** 消防団15年, 保育士10年目: how long says that it is done. */
const lastsYears = (phrase: Phrase): boolean => /[^\d〇一二三四五六七八九十数].*?[\d〇一二三四五六七八九十数]+(?:年|年目|ヶ月|か月|カ月|年間|年選手|周年)$/.test(headOf(phrase).text) && !/(?:大学|高校|中学|小学|博士|修士|学部|院|高専|短大|専門学校)/.test(phrase.text);

export const isPerson = (phrase: Phrase): boolean => {
  const text = headOf(phrase).text;
  return PERSONS.has(text) || /(?:さん|者|士|師|家|屋|員|職|エンジニア|デザイナー|プログラマー?|マン|スト|ター|ナー|仲間|メンバー|好き)$/.test(text);
};

/** 主な, 新しい: an adjective that only describes the noun behind it. */
const isPlainAdjective = (item: PredicateChunk): boolean => senseOfPredicate(item) === undefined && item.tokens[0].pos !== '動詞' && !item.lemma.endsWith('する');

/** One sentence being read. */
class Clause {
  readonly #items: Item[];
  readonly #context: Context;
  readonly #others: boolean[];
  readonly #hobby: boolean;
  readonly #memo = new Map<number, Mention>();
  readonly #topic: { at: number; reading: Reading } | undefined;

  constructor(items: Item[], context: Context) {
    this.#items = items;
    this.#context = context;
    this.#others = findOthers(items);
    this.#hobby = items.some((item) => HOBBY_TIME.test(item.text) && item.type !== 'predicate');
    this.#topic = this.#findTopic();
  }

  mentions(): Mention[] {
    const mentions: Mention[] = [];
    this.#items.forEach((item, at) => {
      if (item.type === 'phrase' && at !== this.#topic?.at) mentions.push(this.#read(at));
    });
    return [...mentions, ...this.#withoutObject(mentions), ...this.#soughtInstead(mentions)];
  }

  /** Pythonが書けないので、書ける人を探す: what one cannot is what the other should. */
  #soughtInstead(mentions: Mention[]): Mention[] {
    return mentions.flatMap((mention) => {
      const at = this.#items.indexOf(mention.phrase);
      const before = this.#items[at - 1];
      if (mention.reading.kind !== 'seeking' || !isPerson(mention.phrase) || before?.type !== 'predicate' || mentions.some(({ predicate }) => predicate === before)) return [];
      const lacking = mentions.filter(({ phrase, reading }) => reading.kind === 'unable' && phrase.end <= before.start).at(-1);
      return lacking ? [{ phrase: lacking.phrase, reading: { ...mention.reading, rule: `${mention.reading.rule}>instead` }, predicate: before, head: mention.phrase }] : [];
    });
  }

  /** 動画を撮って編集する, 銭湯がなくなるのは寂しいので残したい: a predicate without an object takes the one before it. */
  #withoutObject(mentions: Mention[]): Mention[] {
    const extra: Mention[] = [];
    this.#items.forEach((item, at) => {
      if (item.type !== 'predicate' || item.attributive || this.#others[at] || mentions.some(({ predicate }) => predicate === item)) return;
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

  /** A topic that announces what follows: 趣味は, 得意なのは, 探しているのは. */
  #findTopic(): { at: number; reading: Reading } | undefined {
    for (let at = 0; at < this.#items.length; at++) {
      const item = this.#items[at];
      if (item.type !== 'phrase' || !isTopic(item)) continue;
      const before = this.#items[at - 1];
      const clause = before?.type === 'predicate' && before.attributive ? judgePredicate(before) : undefined;
      const head = headOf(item);
      const carries = head.formal || /^(?:人|方|分野|領域|テーマ|ジャンル|もの|こと|食べ物|スポーツ|言語|仕事|作業|ところ|料理|科目|技術|活動)$/.test(head.text);
      const announced = !this.#items.slice(at + 1).some((later, index, rest) => later.type === 'predicate' && later.lemma !== 'だ' && !later.attributive && rest.slice(0, index).every((earlier) => earlier.type !== 'predicate'));
      if (clause && carries && announced && clause.kind !== 'nothing') return { at, reading: { ...clause, rule: `topic:${clause.rule}` } };
      const named = topicReading(item.text) ?? topicReading(head.text);
      if (named) return { at, reading: { kind: named, score: 0.88, rule: `topic:${item.text}` } };
    }
    return undefined;
  }

  #read(at: number): Mention {
    const known = this.#memo.get(at);
    if (known) return known;
    const phrase = this.#items[at] as Phrase;
    const mention: Mention = { phrase, reading: NOTHING };
    this.#memo.set(at, mention);
    Object.assign(mention, this.#others[at] ? { reading: { kind: 'nothing', score: 0, rule: 'other person' } } : this.#governed(at, phrase));
    const before = this.#items[at - 1];
    if (before?.type === 'predicate' && before.attributive) {
      mention.clauseStart = this.#clauseStart(at - 1);
      // 挫折したRust, 苦手な英語
      if (mention.reading.kind === 'skill' && judgePredicate(before).kind === 'unable' && !this.#hasSubject(at - 1)) mention.reading = { kind: 'unable', score: 0.7, rule: `${before.lemma}>noun` };
    }
    return mention;
  }

  #hasSubject(predicateAt: number): boolean {
    const before = this.#items[predicateAt - 1];
    return before?.type === 'phrase' && /^(?:が|を|も|は|に)$/.test(lastParticle(before));
  }

  #clauseStart(predicateAt: number): number {
    let at = predicateAt;
    while (at > 0) {
      const item = this.#items[at - 1];
      if (item.type === 'mark' || (item.type === 'predicate' && (item.contrast || item.condition || /(?:ので|から)$/.test(item.text))) || (item.type === 'phrase' && /^(?:は|も)$/.test(item.particles.join(''))) || (item.type === 'other' && /^(?:また|そして|あと|今は|特に)$/.test(item.text))) break;
      at--;
    }
    return this.#items[at].start;
  }

  #governed(at: number, phrase: Phrase): Omit<Mention, 'phrase'> {
    // コーディング 以外 なら
    const follower = this.#items[at + 1];
    if (follower?.type === 'phrase' && follower.text === '以外') return { reading: { kind: 'unable', score: 0.8, rule: '以外' } };
    const next = this.#coordinate(at, phrase);
    if (next !== undefined) {
      const { reading, predicate, head, inside } = this.#read(next);
      // 刻み食やムース食の献立: the first shares the head of the second, and says little alone.
      const shares = lastParticle(phrase) === 'や' && phrase.parts.length === 1 && (this.#items[next] as Phrase).parts.length > 1;
      return { reading: { ...reading, score: reading.score * (shares ? 0.65 : 1), rule: `${reading.rule}>list` }, predicate, head, inside };
    }
    const predicateAt = this.#predicateFor(at, phrase);
    if (predicateAt === undefined) return { reading: this.#withoutPredicate(at, phrase) };
    return this.#underPredicate(at, phrase, predicateAt);
  }

  /** The next phrase of the same list, or undefined. */
  #coordinate(at: number, phrase: Phrase): number | undefined {
    const particle = lastParticle(phrase);
    let next = at + 1;
    // 方と組み合わせを考える: together with somebody, not a list.
    const together = particle === 'と' && isPerson(phrase) && this.#items[next]?.type === 'phrase' && !isPerson(this.#items[next] as Phrase);
    if (together) return undefined;
    if (particle === '' || COORDINATING.test(particle)) {
      while (this.#isListMark(next, particle)) next++;
      if (next === at + 1 && particle === '') next = this.#items[next]?.type === 'phrase' ? next : -1;
      const item = this.#items[next];
      if (item?.type === 'phrase' && (particle !== 'も' || item.particles.includes('も')) && !this.#isAdverbial(item, particle)) return this.#pastClause(at, next);
    }
    return undefined;
  }

  /** 会計に強い方、[動画が撮れる] 学生: the list goes on at the noun that the clause describes. */
  #pastClause(at: number, next: number): number {
    if (!isPerson(this.#items[at] as Phrase) || this.#items[at - 1]?.type !== 'predicate') return next;
    const predicateAt = this.#items.findIndex((item, index) => index > next && item.type === 'predicate');
    const predicate = this.#items[predicateAt];
    return predicate?.type === 'predicate' && predicate.attributive && this.#items[predicateAt + 1]?.type === 'phrase' ? predicateAt + 1 : next;
  }

  /** 紙で, 20年分: stands between a noun and its verb without being of their list. */
  #isAdverbial(item: Phrase, particle: string): boolean {
    if (item.tokens.every((token) => token.detail === '数' || token.subdetail === '助数詞' || token.detail === '副詞可能')) return true;
    return particle === '' && /^(?:で|から|まで|では|でも)$/.test(item.particles.join(''));
  }

  #isListMark(at: number, particle: string): boolean {
    const item = this.#items[at];
    if (item?.type === 'mark') return LIST_MARK.test(item.text) || (!item.text.trim() && particle === '');
    return item?.type === 'other' && /^(?:および|及び|または|かつ|そして|あと|それから|それと|ならびに|もしくは)$/.test(item.text);
  }

  /** The predicate that governs a phrase. Topics reach over relative clauses. */
  #predicateFor(at: number, phrase: Phrase): number | undefined {
    const topic = /^(?:は|って|とは|なら)$/.test(lastParticle(phrase));
    for (let next = at + 1; next < this.#items.length; next++) {
      const item = this.#items[next];
      if (item.type !== 'predicate') continue;
      // 会計を八年、…です: an object has no copula.
      if (item.lemma === 'だ' && phrase.particles[0] === 'を') return undefined;
      const passes = item.attributive && this.#hasLaterPredicate(next) && (topic || this.#hasOwnSubject(at, next));
      if (isPlainAdjective(item) && (item.attributive || item.continues) && this.#hasLaterPredicate(next)) continue;
      if (!passes) return next;
    }
    return undefined;
  }

  /** 記録を [個人が特定できない] 形にして: the clause between has a subject of its own. */
  #hasOwnSubject(at: number, predicateAt: number): boolean {
    if (lastParticle(this.#items[at] as Phrase) !== 'を') return false;
    return this.#items.slice(at + 1, predicateAt).some((item) => item.type === 'phrase' && /^(?:が|を)$/.test(item.particles.join('')));
  }

  #hasLaterPredicate(at: number): boolean {
    return this.#items.some((item, index) => index > at && item.type === 'predicate');
  }

  #withoutPredicate(at: number, phrase: Phrase): Reading {
    const { heading, inherited } = this.#context;
    if (/^(?:より|から|まで|へ|ほど|しか)$/.test(lastParticle(phrase))) return NOTHING;
    if (lastsYears(phrase) && !heading) return { kind: 'skill', score: 0.88, rule: '年' };
    if (/.歴$/.test(headOf(phrase).text) && headOf(phrase).tokens.at(-1)!.surface === '歴') return { kind: 'skill', score: 0.9, rule: '歴' };
    const other = this.#items.slice(at + 1).find((item) => item.type === 'other' && /^(?:ぜひ|是非|全然|さっぱり|からっきし)$/.test(item.text));
    if (other && /ぜひ|是非/.test(other.text) && isPerson(phrase)) return { kind: 'seeking', score: 0.8, rule: 'ぜひ' };
    if (other && !/ぜひ|是非/.test(other.text)) return { kind: 'unable', score: 0.8, rule: other.text };
    if (heading) return headingToReading(heading);
    if (phrase.particles[0] === 'を') return this.#withoutVerb(at);
    if (this.#topic && at > this.#topic.at) return this.#topic.reading;
    if (inherited) return { ...inherited, score: inherited.score * 0.85, rule: `${inherited.rule}>continued` };
    if (this.#hobby) return { kind: 'interest', score: 0.75, rule: 'hobby time' };
    return { kind: 'skill', score: 0.6, rule: 'bare', weak: 'bare' };
  }

  /** 読み聞かせを15年, 飲食店を3店舗経営: the verb is left out or is a noun. */
  #withoutVerb(at: number): Reading {
    const next = this.#items.slice(at + 1).find((item): item is Phrase => item.type === 'phrase');
    const sense = next && senseOf(next.tokens.at(-1)!.surface);
    const kind = sense === 'seek' ? 'seeking' : sense === 'learn' || sense === 'like' || sense === 'think' || sense === 'change' ? 'interest' : 'skill';
    return { kind, score: 0.82, rule: 'を+名詞' };
  }

  #underPredicate(at: number, phrase: Phrase, predicateAt: number): Omit<Mention, 'phrase'> {
    const predicate = this.#items[predicateAt] as PredicateChunk;
    const own = this.#withChain(predicateAt, this.#judge(at, phrase, predicateAt));
    const headItem = predicate.attributive ? this.#items[predicateAt + 1] : undefined;
    if (headItem?.type !== 'phrase') return { reading: own, predicate };
    return this.#throughHead(predicateAt, predicate, own, headItem);
  }

  /** Inside a relative clause: こと passes the reading on, a person takes it away, other nouns shadow it. */
  #throughHead(predicateAt: number, predicate: PredicateChunk, own: Reading, head: Phrase): Omit<Mention, 'phrase'> {
    const outer = this.#topic?.at === predicateAt + 1 ? this.#topic.reading : this.#read(predicateAt + 1).reading;
    const first = head.parts[0];
    if (/^(?:程度|レベル|くらい|ぐらい)$/.test(head.text) && own.kind !== 'seeking') return { reading: { ...own, score: own.score * 0.4 }, predicate, head };
    if (isOther(head) && outer.kind !== 'seeking') return { reading: { kind: 'nothing', score: 0, rule: 'other person' }, predicate, head };
    if (own.kind === 'unable') return { reading: own, predicate, head };
    if (first.formal && head.parts.length === 1) {
      const silent = outer.kind === 'nothing' || outer.weak;
      const certain = own.score > 0 && own.score < 0.5 ? 0.5 : 1;
      return { reading: silent ? own : { ...outer, score: outer.score * certain, rule: `${own.rule}>こと>${outer.rule}` }, predicate };
    }
    if (outer.kind === 'seeking' && isPerson(head)) return { reading: { ...outer, rule: `${own.rule}>人>${outer.rule}` }, predicate, head };
    if (/^(?:ため|為)$/.test(first.text)) return { reading: own.kind === 'nothing' ? NOTHING : { kind: 'interest', score: 0.75, rule: `${own.rule}>ため` }, predicate };
    if (outer.kind !== 'seeking' && (WORK_HEADS.has(headOf(head).text) || this.#isSelf(predicateAt + 1))) return { reading: own, predicate, head };
    if (isPerson(head) && outer.kind !== 'skill') return { reading: { kind: 'nothing', score: 0, rule: 'other person' }, predicate, head };
    return { reading: outer.kind === 'nothing' ? { ...own, score: own.score * 0.6 } : { ...outer, score: outer.score * 0.6 }, predicate, head, inside: true };
  }

  /** 〜している大学2年です, 〜しているひと。: the clause describes the writer. */
  #isSelf(headAt: number): boolean {
    const next = this.#items[headAt + 1];
    const head = this.#items[headAt] as Phrase;
    const ends = next === undefined || (next.type === 'predicate' && next.lemma === 'だ' && !next.attributive);
    return ends && head.particles.length === 0 && this.#topic === undefined && !this.#context.heading;
  }

  /** して…したい: a clause that goes on shares the wish at the end. */
  #withChain(predicateAt: number, own: Reading): Reading {
    const predicate = this.#items[predicateAt] as PredicateChunk;
    if (!predicate.continues || predicate.contrast || own.kind !== 'skill') return own;
    const later = this.#items.slice(predicateAt + 1).find((item): item is PredicateChunk => item.type === 'predicate' && !item.attributive);
    if (!later) return own;
    if (later.wish && !later.negative && predicate.text.length - predicate.lemma.length < 3 && !predicate.progressive && !predicate.past) return { ...judgePredicate(later), score: 0.6, rule: `${own.rule}>${later.lemma}` };
    if (later.negative && this.#items[predicateAt + 1] === later) return { kind: 'unable', score: 0.7, rule: `${own.rule}>${later.lemma}+否定` };
    return own;
  }

  #judge(at: number, phrase: Phrase, predicateAt: number): Reading {
    const predicate = this.#effective(predicateAt);
    const sense = senseOfPredicate(predicate);
    const particle = lastParticle(phrase);
    const judged = judgePredicate(predicate);
    const before = this.#items[predicateAt - 1];
    // 大工仕事は息子の担当です
    if (before?.type === 'phrase' && before !== phrase && lastParticle(before) === 'の' && isOther(before)) return NOTHING;
    if (predicate.request && isPerson(phrase) && /^(?:声をかける|話しかける|話す|連絡する?|来る|教える|知らせる|つながる|絡む|誘う|貸す)$/.test(predicate.lemma)) return { kind: 'seeking', score: 0.85, rule: `人>${judged.rule}` };
    // 橋梁点検のことなら何でも聞いてください
    if (particle === 'なら' && predicate.request) return { kind: 'skill', score: 0.88, rule: `なら>${predicate.lemma}+依頼` };
    if (predicate.lemma === 'だ') return this.#copula(at, predicate);
    // しか…ない says that this much is possible.
    if (predicate.negative && particle === 'しか') return { kind: 'skill', score: 0.7, rule: 'しか' };
    if (particle === 'から' && this.#items.slice(at + 1, predicateAt).some((item) => item.type === 'phrase' && item.particles.includes('まで'))) return judged;
    if (/^(?:から|まで|より|へ|ほど)$/.test(particle)) return NOTHING;
    if (sense === 'live' && particle === 'に' && /^(?:行く|通う|参加する?|所属する?|入る)$/.test(predicate.lemma) && (predicate.progressive || predicate.past)) return { kind: 'skill', score: 0.55, rule: predicate.lemma, weak: 'does', knownSkill: true };
    if (particle === 'と' && (predicate.wish || this.#endsInWish(predicateAt)) && isPerson(phrase) && sense !== 'live') return { kind: 'seeking', score: 0.85, rule: `と>${judged.rule}` };
    if ((judged.kind === 'skill' || sense === 'learn') && particle === 'は' && !predicate.attributive && this.#isDeniedLater(predicateAt)) return { kind: 'unable', score: 0.7, rule: `${judged.rule}>否定` };
    if (judged.weak && /(?:勉強|学習|練習|修行|修業|独学|お稽古|稽古)$/.test(headOf(phrase).text) && phrase.parts.length > 1) return { kind: 'interest', score: 0.87, rule: '勉強' };
    if (judged.weak && /(?:仕事|業務|担当|専門|研究|経験|歴|職)$/.test(headOf(phrase).text)) return { ...judged, weak: undefined, score: 0.88 };
    if (particle === 'と' && /^(?:呼ぶ|言う|いう|申す)$/.test(predicate.lemma)) return NOTHING;
    if (predicate.wish && particle === 'に' && isPerson(phrase) && /^(?:聞く|聴く|伺う|うかがう|教わる|習う|学ぶ|相談する?|会う|頼む|お願いする)$/.test(predicate.lemma)) return { ...judged, kind: 'seeking', score: 0.82 };
    // 看護師の方のお話を聞きたい
    if (predicate.wish && /^(?:聞く|聴く|伺う|うかがう)$/.test(predicate.lemma) && /(?:話|意見|声|体験談|アドバイス)$/.test(headOf(phrase).text) && phrase.parts.length > 1 && isPerson({ ...phrase, parts: phrase.parts.slice(0, -1) })) return { ...judged, kind: 'seeking', score: 0.8 };
    if (sense === 'meet' && judged.kind === 'seeking' && !isPerson(phrase) && /^(?:について|を|に関して|の)$/.test(particle)) return { ...judged, kind: 'interest', score: 0.7 };
    if (particle === 'で' && isTrade(phrase)) return { kind: 'skill', score: 0.85, rule: 'で=です' };
    if (phrase.particles[0] === 'で') return this.#withDe(judged, sense);
    if (sense === 'think' && phrase.particles[0] === 'に' && !/^(?:注目|着目|困|悩|期待|気)/.test(predicate.lemma)) return NOTHING;
    if (judged.weak === 'does' && isTrade(phrase)) return { ...judged, weak: undefined, score: 0.88 };
    if (/^(?:として)$/.test(phrase.particles[0] ?? '')) return judged.kind === 'nothing' || judged.weak ? { kind: 'skill', score: 0.75, rule: 'として' } : judged;
    if (phrase.particles[0] === 'に' && (judged.weak || sense === 'make' || sense === 'have')) return { ...judged, score: judged.score * 0.5 };
    if (phrase.particles[0] === 'が' && sense === undefined) return { ...judged, score: judged.score * 0.6 };
    if (judged.weak && judged.kind === 'skill' && this.#context.heading) return headingToReading(this.#context.heading);
    if (this.#hobby && judged.kind === 'skill' && sense !== 'ability') return { ...judged, kind: 'interest', score: judged.score * 0.9, rule: `${judged.rule}>hobby time` };
    return judged;
  }

  /** 方と組んで…したい: the wish at the end reaches back over a て. */
  #endsInWish(predicateAt: number): boolean {
    const predicate = this.#items[predicateAt] as PredicateChunk;
    const later = this.#items.slice(predicateAt + 1).find((item): item is PredicateChunk => item.type === 'predicate' && !item.attributive);
    return predicate.continues && !predicate.contrast && later !== undefined && later.wish && !later.negative;
  }

  /** 〜については研修を受けただけで自信がない: the last predicate speaks of the topic too. */
  #isDeniedLater(predicateAt: number): boolean {
    for (const item of this.#items.slice(predicateAt + 1)) {
      if (item.type === 'phrase' && lastParticle(item) === 'は' && !/^(?:今|いま|現在|最近)$/.test(item.text)) return false;
      if (item.type === 'predicate' && !item.attributive && judgePredicate(item).kind === 'unable') return true;
    }
    return false;
  }

  /** A predicate with what the next one makes of it: できたらいいな wishes, できないか考える asks, 教えて! requests. */
  #effective(predicateAt: number): PredicateChunk {
    const predicate = this.#items[predicateAt] as PredicateChunk;
    const next = this.#items.slice(predicateAt + 1).find((item) => item.type !== 'other' && !(item.type === 'mark' && !/[。!?]/.test(item.text)));
    const isLast = !this.#items.slice(predicateAt + 1).some((item) => item.type === 'predicate' || item.type === 'phrase');
    if (predicate.continues && isLast && predicate.text.endsWith('て') && !predicate.progressive && senseOfPredicate(predicate) !== 'live') return { ...predicate, request: true };
    if (next?.type !== 'predicate') return predicate;
    const hoped = predicate.condition && !predicate.giving && /^(?:いい|良い|よい|嬉しい|うれしい|幸い|思う|楽しい|最高|幸せ|有難い|ありがたい|考える)$/.test(next.lemma);
    const pondered = predicate.question && /^(?:考える|思う|悩む|模索する|探る|検討する|検証する|知る)$/.test(next.lemma);
    return hoped || pondered ? { ...predicate, wish: true, question: false, negative: false, condition: false } : predicate;
  }

  /** で marks a tool or a place: the tool shares the reading at less certainty. */
  #withDe(judged: Reading, sense: ReturnType<typeof senseOfPredicate>): Reading {
    return sense === 'make' || sense === 'work' || sense === 'ability' || sense === undefined ? { ...judged, score: judged.score * 0.7, rule: `${judged.rule}>で`, ...(judged.kind === 'skill' ? { knownSkill: true } : {}) } : judged.kind === 'unable' ? NOTHING : { kind: 'skill', score: 0.55, rule: 'で', weak: 'does', knownSkill: true };
  }

  /** 英語は勉強不足です, 機械は音痴です. */
  #isDeniedNominal(at: number): boolean {
    return this.#items.slice(at + 1).some((item) => item.type === 'phrase' && /^(?:ど?素人|初心者|門外漢|未経験|ビギナー)|(?:音痴|オンチ|アレルギー|不足|未経験|初心者|同然|なし|ゼロ|不可)$/.test(item.text));
  }

  #copula(at: number, predicate: PredicateChunk): Reading {
    if (predicate.negative) return { kind: 'unable', score: 0.85, rule: 'ではない' };
    if (this.#context.heading) return headingToReading(this.#context.heading);
    if (this.#topic && at > this.#topic.at) return this.#topic.reading;
    const phrase = this.#items[at] as Phrase;
    if (predicate.attributive) return NOTHING;
    if (/歴$/.test(headOf(phrase).text) || lastsYears(phrase)) return { kind: 'skill', score: 0.9, rule: '歴' };
    if (isTopic(phrase)) return this.#isDeniedNominal(at) ? { kind: 'unable', score: 0.8, rule: '素人です' } : NOTHING;
    if (this.#hobby) return { kind: 'interest', score: 0.75, rule: 'です>hobby time' };
    if (this.#items.some((item, index) => index > at && item.type === 'other' && /^(?:全然|ぜんぜん|さっぱり|からっきし|まったく|全く)$/.test(item.text))) return { kind: 'unable', score: 0.8, rule: '全然です' };
    return { kind: 'skill', ...(isTrade(phrase) ? { score: 0.9 } : { score: 0.72, weak: 'does' as const }), rule: 'です' };
  }
}

/** Reads whose, whether and wished: for each phrase of a sentence what the sentence says about it. */
export const readClauses = (items: Item[], context: Context): Mention[] => new Clause(items, context).mentions();

/** Whether a phrase only names somebody, not a trade or thing. */
export const isBarePerson = (phrase: Phrase): boolean => BARE_PERSONS.has(headOf(phrase).text) || SELF.has(phrase.text);
