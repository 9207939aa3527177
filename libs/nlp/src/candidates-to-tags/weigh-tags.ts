import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { chooseTags, deniedBy, FALLBACK, isAmount, MOST_TAGS, overlaps, type Candidate } from '../tokens-to-tags/choose-tags.js';
import { namingOf } from '../tokens-to-tags/name-mentions.js';
import type { ReadIntroduction } from '../read-introduction.js';
import type { ReadSentence } from '../tokens-to-tags/read-text.js';
import { isNever } from '../tokens-to-tags/words/never.js';
import { aboutOneself } from './about-oneself.js';
import type { ContextJudge, JudgedSentence } from './judge-in-context.js';
import { englishAsides } from './english-asides.js';
import { englishSentences, type EnglishSentence } from './english-sentences.js';
import { inShape } from './label-shape.js';
import { inFull } from './name-in-full.js';
import type { Stretch } from './noun-stretches.js';
import { notTheWriters, tellsOfOthers } from './not-the-writers.js';
import type { PossibleEnglish } from './possible-english.js';
import { LEAST_POOLED, pool, tellsStory, withoutScenery } from './pool-likelihoods.js';
import { possibleTags, type PossibleTag } from './possible-tags.js';
import { questionMarkAt, spokenToTheRoom } from './spoken-to-the-room.js';
import { SentenceFeatures } from './tag-features.js';
import { WEIGHED_KINDS, type TagWeights } from './tag-weights.js';
import { isTradeOfWriter } from './trade-of-writer.js';
import type { WordFamilies } from './word-families.js';
import type { Kind, Likelihoods, Weighing } from '../statements.js';

/** What the last choice is made with. */
export interface TagJudgement {
  weights: TagWeights;
  families: WordFamilies;
  /** Has the last word on what the weights say of a sentence. */
  judge: ContextJudge;
}

/** A possible tag with what is seen of it. */
export interface SeenTag {
  sentence: ReadSentence;
  possible: PossibleTag;
  features: SentenceFeatures;
  /** Sums of weights of the sentence's places, filled as they are weighed. */
  places: Map<string, Float64Array>;
}

/** A tag as likely right as this raises the F1 of a text. Half of the F1 that can be reached would do if the network were not a little too sure. */
const LEAST = { japanese: 0.55, english: 0.4 };
/** English words without a name need more: of "survivors" or "stairs" alone one in two was no tag, and a clause hardly ever is one. */
const LEAST_UNNAMED_ENGLISH = { word: 0.7, interest: 0.55, clause: 0.85 };
const MOST_WORDS = 3;
/** A skill in a sentence that also denies something, or tells of others, is chosen where it is as likely as this: which of the two is meant is easily misheard. */
const LEAST_IN_DOUBT = 0.7;
const DENIAL = /ない|ません|[かきさたなまらえけせてねめれ]ぬ|無理|むり|苦手|だめ|ダメ|×|\b(?:not|never|no|cannot|without|nobody)\b|n['’]t\b/iu;
/** The network is too sure of authors whom it has not met: of tags at 0.8 and more nine in ten are to be right. */
const HONEST = 0.82;

/** Every possible tag of a text with what is seen of it, sentence by sentence: nothing of one sentence is seen in another. */
export function seenTags({ sentences, candidates, japanese }: ReadIntroduction, lexicon: Lexicon, families: WordFamilies): SeenTag[] {
  const naming = namingOf(japanese, lexicon);
  return sentences.flatMap((sentence) => {
    const own = candidates.filter(({ spans: [[start, end]] }) => sentence.items.some((item) => item.start < end && start < item.end));
    const features = new SentenceFeatures(sentence, chooseTags(own), families);
    const places = new Map<string, Float64Array>();
    return possibleTags(sentence, own, naming).map((possible) => ({ sentence, possible, features, places }));
  });
}

/** Weighs every possible tag of a text and chooses: the likeliest first, nothing that is denied, no word twice. */
export async function weighTags(read: ReadIntroduction, lexicon: Lexicon, { weights, families, judge }: TagJudgement): Promise<Candidate[]> {
  const candidates = [...read.candidates, ...read.english];
  const isDenied = deniedBy(candidates);
  const unable = candidates.filter(({ kind }) => kind === 'unable');
  const [japanese, english] = [japaneseSentences(seenTags(read, lexicon, families), weights, read.japanese), englishSentences(read, lexicon)];
  const heard = await judge([...japanese, ...english].map(({ asked }) => asked));
  const weighed = [
    ...japanese.flatMap((sentence, at) => weighJapanese(sentence, heard[at], read.japanese)),
    ...english.flatMap((sentence, at) => weighEnglish(sentence, heard[japanese.length + at], read.clean.text)),
  ]
    .filter(({ tag, denied }) => !isAmount(tag.label) && !isNever(tag.label, tag.kind) && !(tag.kind === 'skill' && (denied || isDenied(tag) || unable.some((other) => overlaps(other, tag)))));
  const labelled = doingsNamed(weighed, read.japanese).map((one) => ({ ...one, tag: inShape(one.tag, lexicon) })).filter((one) => one.byRules || !weighed.some((other) => other.byRules && isSameName(one.tag, other.tag)));
  const held = labelled.filter(({ pooled }) => pooled >= LEAST_POOLED);
  const sure = held.filter(({ likelihood, least }) => likelihood >= least).sort(byWorth);
  const possible = sure.length ? sure : held.filter(({ tag, least }) => tag.score >= FALLBACK.leastScore && least < LEAST_IN_DOUBT).sort((a, b) => byScore(a.tag, b.tag)).slice(0, FALLBACK.tags);
  const distinct = withoutRepeats(possible.map(({ tag }) => tag), read.japanese);
  const told = tellsStory(distinct.length, read.japanese) ? withoutScenery(possible.filter(({ tag }) => distinct.includes(tag))).map(({ tag }) => tag) : distinct;
  return told.sort(byScore).slice(0, MOST_TAGS).map((tag) => inFull(tag, read.japanese));
}

const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || Number(b.named) - Number(a.named) || a.spans[0][0] - b.spans[0][0] || b.label.length - a.label.length;

/** A word that is said elsewhere in another way is two tags only where both are as sure as this. */
const SURELY_ANOTHER = 0.6;

/** 商店街の来客数: of one phrase one tag is enough. */
const areOnePhrase = (a: Candidate, b: Candidate, text: string): boolean =>
  a.spans.some(([start, end]) => b.spans.some(([from, to]) => text.slice(Math.min(end, to), Math.max(start, from)) === 'の'));

/** Of tags that share a word, a phrase, a name or a concept the first one stays; the same said again elsewhere adds its evidence. */
function withoutRepeats(tags: Candidate[], text: string): Candidate[] {
  const chosen: Candidate[] = [];
  for (const tag of tags) {
    if (chosen.some((other) => overlaps(other, tag) || areOnePhrase(other, tag, text))) continue;
    const same = chosen.filter((other) => other.label === tag.label || (other.named && tag.named && other.concept === tag.concept));
    const alike = same.find(({ kind }) => kind === tag.kind);
    if (alike) alike.spans.push(...tag.spans);
    else if (same.length === 0 || tag.score >= SURELY_ANOTHER) chosen.push(tag);
  }
  return chosen;
}

/** 写真を撮る: the same words for the same concept, under another label. */
const isSameName = (a: Candidate, b: Candidate): boolean => a.concept === b.concept && a.spans[0][0] === b.spans[0][0] && a.spans[0][1] === b.spans[0][1];

/** を読む of 本を読むこと, behind the noun; 空き家を直す人 is somebody. */
const REST_OF_DOING = /^を[^、。をがは]{0,6}[うくぐすつぬぶむる](?:こと|事|の)?$/u;

/** 読書 beside 本を読むこと: a doing that the rules name stands for the clause that tells it in full, and is as likely as the likelier of both. */
function doingsNamed(weighed: WeighedTag[], text: string): WeighedTag[] {
  return weighed.map((one) => {
    const [start, end] = one.tag.spans[0];
    if (!one.byRules || !one.tag.named || one.tag.label === text.slice(start, end)) return one;
    const both = [one, ...weighed.filter(({ clause, tag: { spans: [[from, to]] } }) => clause && from === start && REST_OF_DOING.test(text.slice(end, to)))];
    const { tag: { kind, score, weighing }, likelihood, least } = both.reduce((best, other) => (other.likelihood > best.likelihood ? other : best));
    return { ...one, tag: { ...one.tag, kind, score, weighing }, likelihood, least, pooled: Math.max(...both.map((other) => other.pooled)) };
  });
}

/** Of English stretches that are about as likely, the one with a name of its own comes first: machine learning, not learning. */
const ENGLISH_NAME_FIRST = 0.08;
/** Of a clause and a word in it that is about as likely, the word: Python, not Pythonを書ける方. */
const CLAUSE_LAST = 0.05;
const worthOf = ({ tag, first, clause }: WeighedTag): number => tag.score + first - (clause ? CLAUSE_LAST : 0);
const byWorth = (a: WeighedTag, b: WeighedTag): number => worthOf(b) - worthOf(a) || byScore(a.tag, b.tag);

interface WeighedTag {
  tag: Candidate;
  likelihood: number;
  /** The same, by network and weights together. */
  pooled: number;
  denied: boolean;
  /** The rules name it so. */
  byRules: boolean;
  /** It is a clause, not a noun. */
  clause: boolean;
  /** How much likelier it counts beside others, for its name. */
  first: number;
  /** From this likelihood on it is chosen. */
  least: number;
}

/** ・データ分析: a phrase alone, of which a reader of sentences learns nothing; it stands as a whole. */
const isBare = (sentence: ReadSentence): boolean => wordsOf(sentence) === 1;
/** Pythonできます: what is so short is read alike by the network and by the weights, and neither alone is right of every word. */
const isShort = (sentence: ReadSentence): boolean => wordsOf(sentence) === 2;
const wordsOf = ({ items }: ReadSentence): number => items.filter(({ type }) => type !== 'mark').length;
const isCutAnywhere = ({ cuts }: PossibleTag): boolean => cuts.size === 1 && cuts.has('words');
/** #Python #データ分析: no sentence says of which kind, so the weights have as much of a say as the network. */
const HASHTAGS_ALONE = /^#[^\s#]+(?:\s*#[^\s#]+)*$/u;

const sumOf = ({ skill, interest, seeking }: Likelihoods): number => skill + interest + seeking;

/** As likely a tag as the network says, of the kind that network and weights agree on. */
function agreedOn(heard: Likelihoods, prior: Likelihoods): Likelihoods {
  const both = { skill: Math.sqrt(heard.skill * prior.skill), interest: Math.sqrt(heard.interest * prior.interest), seeking: Math.sqrt(heard.seeking * prior.seeking) };
  const share = sumOf(heard) / (sumOf(both) || 1);
  return { skill: share * both.skill, interest: share * both.interest, seeking: share * both.seeking };
}

/** In the mean of network and weights. */
const meanOf = (heard: Likelihoods, prior: Likelihoods): Likelihoods =>
  ({ skill: (heard.skill + prior.skill) / 2, interest: (heard.interest + prior.interest) / 2, seeking: (heard.seeking + prior.seeking) / 2 });

interface JapaneseSentence {
  /** Where it begins in the text. */
  start: number;
  tags: SeenTag[];
  /** What the weights say of each tag. */
  priors: Likelihoods[];
  asked: JudgedSentence;
}

/** What may be a tag in the Japanese of a text and what the weights say of it, sentence by sentence, as it is judged again. */
function japaneseSentences(seen: SeenTag[], weights: TagWeights, text: string): JapaneseSentence[] {
  return [...new Set(seen.map((one) => one.sentence))].map((sentence) => {
    const { items, sentence: { heading } } = sentence;
    const bare = isBare(sentence);
    const tags = seen.filter((one) => one.sentence === sentence && !(bare && isCutAnywhere(one.possible)));
    const start = Math.min(...items.map((item) => item.start));
    const end = Math.max(...items.map((item) => item.end));
    const priors = tags.map((one) => likelihoodsOf(one, weights));
    const spans = tags.map(({ possible: { span: [from, to] } }): [number, number] => [from - start, to - start]);
    return { start, tags, priors, asked: { text: text.slice(start, end), heading, ...(bare ? { spans: [], priors: [] } : { spans, priors }) } };
  });
}

/** What is enjoyed is an interest, however much of a skill it would be. */
const noSkill = ({ skill, interest, seeking }: Likelihoods): Likelihoods => ({ skill: 0, interest: skill + interest, seeking });

/** What somebody is good at is a skill, however much it sounds as if one who is were sought. */
const sumAsSkill = (likelihoods: Likelihoods): Likelihoods => ({ skill: sumOf(likelihoods), interest: 0, seeking: 0 });

/** What is asked for is sought, however much of an ability it would be. */
const sumAsSought = (likelihoods: Likelihoods): Likelihoods => ({ skill: 0, interest: 0, seeking: sumOf(likelihoods) });

/** Whoever has it and looks for a taker does not seek it. */
const notSought = (likelihoods: Likelihoods): Likelihoods => ({ ...likelihoods, seeking: 0 });

/** What somebody introduces themselves by is the surest thing that a text says of them. */
const surelySkill = ({ skill }: Likelihoods): Likelihoods => ({ skill: Math.max(skill, 0.92), interest: 0, seeking: 0 });

const isTrade = ({ known }: PossibleTag): boolean => known?.category.startsWith('職業 / ') ?? false;
const isFood = ({ known }: PossibleTag): boolean => known?.category.startsWith('食 / ') ?? false;

/** 勉強中: Rust, Go — a list under a heading that makes no skill of it. */
const isListUnderWish = ({ items, sentence }: ReadSentence): boolean => sentence.onlyWished === true && !items.some(({ type }) => type === 'predicate');

/** Whether a span of the text meets one of some stretches of the sentence that begins at `start`. */
const isInAnyOf = ([from, to]: Stretch, start: number) => (ranges: Stretch[]): boolean => ranges.some((range) => from - start < range[1] && range[0] < to - start);

function weighJapanese({ start, tags, priors, asked: { text } }: JapaneseSentence, heard: Likelihoods[], whole: string): WeighedTag[] {
  const foreign = notTheWriters(text);
  const { nothing, enjoyed, eaten, meals, manner, able, had } = aboutOneself(text);
  const { offered, asked, refused } = spokenToTheRoom(text + questionMarkAt(whole, start + text.length));
  const inDoubt = DENIAL.test(text) || tellsOfOthers(text);
  return tags.flatMap(({ possible, sentence }, at) => {
    const isIn = isInAnyOf(possible.span, start);
    if (isIn([...nothing, ...refused]) || (possible.cuts.has('clause') && isIn([...manner, ...able, ...offered])) || (isFood(possible) && isIn([...eaten, ...meals]))) return [];
    const settle = HASHTAGS_ALONE.test(text) ? agreedOn : isShort(sentence) ? meanOf : undefined;
    const ofNetwork = isBare(sentence) ? priors[at] : heard[at];
    const settled = settle ? settle(ofNetwork, priors[at]) : ofNetwork;
    const asSaid = isIn(had) && !possible.cuts.has('clause') ? notSought : isIn(enjoyed) || isListUnderWish(sentence) ? noSkill : isIn([...able, ...offered]) ? sumAsSkill : isIn(asked) ? sumAsSought : isTrade(possible) && isTradeOfWriter(possible.span, sentence.sentence.tokens, whole) ? surelySkill : (likelihoods: Likelihoods): Likelihoods => likelihoods;
    const doubtful = inDoubt || sentence.mentions.some(({ reading }) => reading.kind === 'unable');
    const denied = possible.denied || isIn(foreign) || isIn(eaten);
    return toWeighed({ ...possible, denied, rule: ruleOf(possible), byRules: possible.cuts.has('rule'), clause: possible.cuts.has('clause'), first: 0, least: () => LEAST.japanese, doubtful, counted: true }, { sentence: text, alone: asSaid(priors[at]), inSentence: asSaid(settled) });
  });
}

function weighEnglish({ tags, asked: { text }, start }: EnglishSentence, heard: Likelihoods[], whole: string): WeighedTag[] {
  const doubtful = DENIAL.test(text);
  const { notSought, sought, enjoyed, unreal, offered, nothing } = englishAsides(text + questionMarkAt(whole, start + text.length));
  return tags.flatMap((possible, at) => {
    const isIn = isInAnyOf(possible.span, start);
    if (isIn(nothing)) return [];
    const asSaid = (likelihoods: Likelihoods): Likelihoods => (isIn(notSought) ? { ...likelihoods, seeking: 0 } : isIn(sought) ? sumAsSought(likelihoods) : isIn(offered) ? sumAsSkill(likelihoods) : isIn([...enjoyed, ...unreal]) ? noSkill(likelihoods) : likelihoods);
    return toWeighed({ ...possible, byRules: false, clause: false, first: possible.named ? ENGLISH_NAME_FIRST : 0, least: (kind) => leastOfEnglish(possible, kind), doubtful, counted: false }, { sentence: text, alone: asSaid(possible.prior), inSentence: asSaid(heard[at]) });
  });
}

/** Whom somebody looks for is told in words of their own: young people, people running Japanese classes. */
function leastOfEnglish({ named, phrase }: PossibleEnglish, kind: Kind): number {
  if (named || kind === 'seeking') return LEAST.english;
  const words = phrase.split(' ').length;
  if (words === 1) return LEAST_UNNAMED_ENGLISH.word;
  if (words > MOST_WORDS) return LEAST_UNNAMED_ENGLISH.clause;
  return kind === 'interest' ? LEAST_UNNAMED_ENGLISH.interest : LEAST.english;
}

const ruleOf = ({ said, cuts }: PossibleTag): string => said?.rule ?? (cuts.has('clause') ? 'clause' : [...cuts][0]);

/** What is taken over of a possible tag of either language. */
type Weighable = Pick<PossibleEnglish, 'label' | 'concept' | 'named' | 'phrase' | 'span' | 'denied' | 'rule'> & Pick<WeighedTag, 'byRules' | 'clause' | 'first'> & {
  least(kind: Kind): number;
  doubtful: boolean;
  /** What the weights say of it was counted on introductions; of English it is a guess to begin with. */
  counted: boolean;
};

/** The likeliest kind of a possible tag. */
function toWeighed({ label, concept, named, phrase, span, rule, denied, byRules, clause, first, least, doubtful, counted }: Weighable, weighing: Weighing): WeighedTag {
  const { inSentence: likelihoods } = weighing;
  const kind = WEIGHED_KINDS.reduce((best, one) => (likelihoods[one] > likelihoods[best] ? one : best));
  const likelihood = likelihoods[kind];
  return { tag: { kind, label, concept, named, phrase, score: likelihood * HONEST, rule: `${rule}>weighed`, spans: [span], weighing }, likelihood, pooled: counted ? pool(likelihood, weighing.alone[kind]) : 1, denied, byRules, clause, first, least: kind === 'skill' && doubtful ? LEAST_IN_DOUBT : least(kind) };
}

/** What stands in one place of a sentence is summed once. */
function likelihoodsOf({ possible, features, places }: SeenTag, weights: TagWeights): Likelihoods {
  const place = features.placeOf(possible);
  if (!places.has(place)) places.set(place, weights.sum(features.ofPlace(possible)));
  return weights.likelihoods(features.ofTag(possible), places.get(place)!);
}
