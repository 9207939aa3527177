import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { chooseTags, deniedBy, FALLBACK, isAmount, MOST_TAGS, overlaps, type Candidate } from '../tokens-to-tags/choose-tags.js';
import { namingOf } from '../tokens-to-tags/name-mentions.js';
import type { ReadIntroduction } from '../read-introduction.js';
import { isNever } from '../tokens-to-tags/words/never.js';
import { possibleTags, type PossibleTag } from './possible-tags.js';
import { SentenceFeatures } from './tag-features.js';
import { WEIGHED_KINDS, type Likelihoods, type TagWeights } from './tag-weights.js';
import type { WordFamilies } from './word-families.js';

/** What the last choice is made with. */
export interface TagJudgement {
  weights: TagWeights;
  families: WordFamilies;
}

/** A possible tag with what is seen of it. */
export interface SeenTag {
  possible: PossibleTag;
  features: SentenceFeatures;
  /** Sums of weights of the sentence's places, filled as they are weighed. */
  places: Map<string, Float64Array>;
}

/** A tag as likely right as this raises the F1 of a text: about half of the F1 that can be reached. A skill that no rule reads has to be likelier. */
const LEAST = { said: 0.42, unsaid: 0.5 };
/** The weights are a little too sure of authors whom they have not met: of tags at 0.8 and more nine in ten are to be right. */
const HONEST = 0.9;

/** Every possible tag of a text with what is seen of it, sentence by sentence: nothing of one sentence is seen in another. */
export function seenTags({ sentences, candidates, japanese }: ReadIntroduction, lexicon: Lexicon, families: WordFamilies): SeenTag[] {
  const naming = namingOf(japanese, lexicon);
  return sentences.flatMap((sentence) => {
    const own = candidates.filter(({ spans: [[start, end]] }) => sentence.items.some((item) => item.start < end && start < item.end));
    const features = new SentenceFeatures(sentence, chooseTags(own), families);
    const places = new Map<string, Float64Array>();
    return possibleTags(sentence, own, naming).map((possible) => ({ possible, features, places }));
  });
}

/**
 * Weighs every possible tag of a text and chooses: the likeliest first, nothing that is denied, no word twice.
 * @param others tags of the text's English, which the rules choose
 */
export function weighTags(read: ReadIntroduction, lexicon: Lexicon, { weights, families }: TagJudgement, others: Candidate[]): Candidate[] {
  const candidates = [...read.candidates, ...read.english];
  const isDenied = deniedBy(candidates);
  const unable = candidates.filter(({ kind }) => kind === 'unable');
  const weighed = seenTags(read, lexicon, families).map((one) => weigh(one, weights))
    .filter(({ tag, denied }) => !isAmount(tag.label) && !isNever(tag.label, tag.kind) && !(tag.kind === 'skill' && (denied || isDenied(tag) || unable.some((other) => overlaps(other, tag)))));
  const likely = weighed.filter(({ tag, likelihood, said }) => likelihood >= (tag.kind === 'skill' && said !== 'skill' ? LEAST.unsaid : LEAST.said)).map(({ tag }) => tag);
  const sure = [...likely, ...others].sort(byScore);
  const possible = sure.length ? sure : weighed.map(({ tag }) => tag).filter(({ score }) => score >= FALLBACK.leastScore).sort(byScore).slice(0, FALLBACK.tags);
  return withoutRepeats(possible, read.japanese).slice(0, MOST_TAGS);
}

const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || a.spans[0][0] - b.spans[0][0] || b.label.length - a.label.length;

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

interface WeighedTag {
  tag: Candidate;
  likelihood: number;
  denied: boolean;
  said?: Candidate['kind'];
}

/** The likeliest kind of a possible tag. */
function weigh(seen: SeenTag, weights: TagWeights): WeighedTag {
  const { label, concept, named, phrase, span, said, cuts, denied } = seen.possible;
  const likelihoods = likelihoodsOf(seen, weights);
  const kind = WEIGHED_KINDS.reduce((best, one) => (likelihoods[one] > likelihoods[best] ? one : best));
  const likelihood = likelihoods[kind];
  const rule = said?.rule ?? (cuts.has('clause') ? 'clause' : [...cuts][0]);
  return { tag: { kind, label, concept, named, phrase, score: likelihood * HONEST, rule: `${rule}>weighed`, spans: [span] }, likelihood, denied, said: said?.kind };
}

/** What stands in one place of a sentence is summed once. */
function likelihoodsOf({ possible, features, places }: SeenTag, weights: TagWeights): Likelihoods {
  const place = features.placeOf(possible);
  if (!places.has(place)) places.set(place, weights.sum(features.ofPlace(possible)));
  return weights.likelihoods(features.ofTag(possible), places.get(place)!);
}
