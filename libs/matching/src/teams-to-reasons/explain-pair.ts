import type { ConceptNode, Kind, MatchPerson, Role, Sharing } from '../people.js';
import { hasStatements } from '../similarity-to-candidates/neutral-list.js';
import { compareText } from '../compare-text.js';
import type { EventIndex, IndexedPerson } from '../tags-to-similarity/event-index.js';
import { commonWords, wordingParts } from '../tags-to-similarity/read-wording.js';
import { isStandIn } from '../tags-to-similarity/read-facets.js';
import { bestOffer, sectorMixOf } from '../tags-to-similarity/score-pair.js';
import { withoutDenial } from './denied-clauses.js';
import { readSide, sideOf } from './read-side.js';
import { fitOfThings, type Saying } from './same-thing.js';
import { columnsOf } from './shorten.js';
import { tellingQuotes, type ToldScene } from './telling-quotes.js';
import { isLackedBy, looksFor } from './what-they-seek.js';

/**
 * `need_met` they have what I look for · `can_help` I have what they look for · `learn_from` they do what I care about ·
 * `share_with` I do what they care about · `data` they hold data on it · `data_wanted` I hold data they want ·
 * `shared` the same concept · `scenes` what the two tell belongs together · `words` a word in both texts · `aspect` what both write about · `related` a near one · `sector` different walks of life ·
 * `new` they have no tags yet · `open` nothing common is known
 */
export type ReasonType = 'need_met' | 'can_help' | 'learn_from' | 'share_with' | 'data' | 'data_wanted' | 'shared' | 'scenes' | 'related' | 'words' | 'aspect' | 'sector' | 'new' | 'open';

/** What one of the two said: concept, badge words, and the introduction's words where its author shows them. */
export interface ReasonSide {
  concept: string;
  label: string;
  /** The concept's own name, where the graph knows it, in Japanese and English. */
  name?: string;
  en?: string;
  kind?: Kind;
  role?: Role;
  quote?: string;
  /** The sentence in which they look for a person, where the concept only names that one's work or trouble. */
  wish?: string;
  /** The concept is a problem that something meets. */
  problem?: boolean;
  /** The concept is an occupation. */
  occupation?: boolean;
  /** The concept is one of the wide ones that everyday words mean. */
  everyday?: ConceptNode['everyday'];
  /** Only touched on in what they wrote: nothing is known of what they can or want. */
  mentioned?: boolean;
  /** Nobody said so: whoever is of this occupation or organisation (the words of the affiliation) mostly needs or has it. */
  implied?: string;
  jacket?: { title: string; sharing: Sharing };
}

/** Why two people should meet, as data; `sentence` words it. */
export interface Reason {
  type: ReasonType;
  /** The reader's side. */
  mine?: ReasonSide;
  /** The other one's side. */
  theirs?: ReasonSide;
  /** Both say an everyday word that each may mean of another thing: nothing is claimed. */
  unsure?: true;
  /** What it adds to the score of the pair, about; in 0…1. */
  strength: number;
}

/** What only touches on a need helps where it is nearly the same, or is what meets it. */
const closeMention = 0.5;
const mostReasons = 3;
const mostOfOneType = 2;
/** Below this a reason is too thin to be believed, unless it is the only one. */
const leastStrength = 0.004;
/** A side told by a bare word: its writer may have wished, lacked or only mentioned it, and who helps whom is often the wrong way round. */
const onlyBare = 0.4;
const shortestQuote = 6;
/** でもどこに言えばいいんすかね: words that hang on what stands before them, and is not quoted. */
const HANGING = /^(?:でも|だけど|けど|だから|なので|それ|そこ|その|これ|ここ|この|そういう|こういう|そんな|こんな|あと|まだ|もう).{0,18}$/u;
/** Of what two people as a whole lack and give, two sentences that surely tell it are so much. */
const ofTheMeeting = 0.3;
/** When the first reason is chosen, what somebody said counts before what was only touched on, what everybody has a little of, and what is only likely. */
const onlyMentioned = 0.4;
const onlyWide = 0.4;
/** An everyday thing that meets another one by a link is likely, not sure. */
const onlyLikely = 0.4;
/** Two texts less alike than this have a word's field in common and no more: nothing is told by it. */
const leastAlike = 0.4;
/** What most people in somebody's role need or have is a guess about this one. */
const onlyImplied = 0.4;

/**
 * Why `viewer` should meet `other`: at most three reasons, strongest first, never none.
 * Only statements in the index are named, so nothing hidden can appear.
 * @throws RangeError when one of them is not in the index
 */
export function explainPair(index: EventIndex, viewer: string, other: string): Reason[] {
  index.refresh();
  const me = index.require(viewer);
  const they = index.require(other);
  const themes = themeReasons(index, me, they);
  const named = themes.filter(({ mine, theirs }) => !mine?.everyday && !theirs?.everyday);
  const chosen = choose(joinSamePairs([...needReasons(index, me, they, 'mine'), ...needReasons(index, they, me, 'theirs'), ...sceneReasons(index, me, they), ...named]));
  // What everyday words have in common sounds vague; it speaks only where nothing else does.
  if (chosen.length === 0) chosen.push(...choose(joinSamePairs(themes)));
  if (chosen.length === 0) chosen.push(...wordReasons(index, me, they));
  if (chosen.length === 0) chosen.push(...aspectReasons(index, me, they));
  if (chosen.length < mostReasons && chosen.length > 0 && sectorMixOf(me, they)) chosen.push(sectorReason(index, me, they));
  return chosen.length > 0 ? chosen : [withoutGround(index, they)];
}

/** The same two concepts are one reason, however many terms of the score they move; the first, a need, names it. */
function joinSamePairs(found: Reason[]): Reason[] {
  const byPair = new Map<string, Reason>();
  for (const reason of found) {
    const pair = `${reason.mine?.concept} ${reason.theirs?.concept}`;
    const known = byPair.get(pair);
    byPair.set(pair, known ? { ...known, strength: known.strength + reason.strength } : reason);
  }
  return [...byPair.values()];
}

function choose(found: Reason[]): Reason[] {
  const sorted = found.sort((a, b) => telling(b) - telling(a) || compareText(keyOf(a), keyOf(b)));
  const chosen: Reason[] = [];
  const said = new Set<string>();
  const told = new Set<string>();
  for (const reason of sorted) {
    if (chosen.length === mostReasons || (chosen.length > 0 && reason.strength < leastStrength)) break;
    const sides = [`mine ${reason.mine?.concept}`, `theirs ${reason.theirs?.concept}`];
    if (sides.every((side) => said.has(side))) continue;
    // One sentence often says several things; told twice with the same words they would read as a mistake.
    const words = `${wordsOf(reason.mine)} ${wordsOf(reason.theirs)}`;
    if (told.has(words)) continue;
    if (chosen.filter(({ type }) => type === reason.type).length === mostOfOneType) continue;
    for (const side of sides) said.add(side);
    told.add(words);
    chosen.push(reason);
  }
  return chosen;
}

const wordsOf = (side: ReasonSide | undefined): string | undefined => side?.jacket?.title ?? side?.quote ?? side?.label;

function telling({ strength, mine, theirs, unsure }: Reason): number {
  const said = mine?.mentioned || theirs?.mentioned ? onlyMentioned : 1;
  const narrow = mine?.everyday === 'wide' || theirs?.everyday === 'wide' ? onlyWide : 1;
  const sure = unsure || ((mine?.everyday || theirs?.everyday) && mine?.concept !== theirs?.concept) ? onlyLikely : 1;
  const known = mine?.implied ?? theirs?.implied ? onlyImplied : 1;
  const told = [mine, theirs].reduce((share, side) => share * (isBare(side) ? onlyBare : 1), 1);
  return strength * said * narrow * sure * known * told;
}

const isBare = (side: ReasonSide | undefined): boolean => !side?.jacket && (side?.quote === undefined || side.quote.length < shortestQuote || HANGING.test(side.quote));

const keyOf = ({ type, mine, theirs }: Reason): string => `${type} ${mine?.concept ?? ''} ${theirs?.concept ?? ''}`;

function needReasons(index: EventIndex, person: IndexedPerson, helper: IndexedPerson, whose: 'mine' | 'theirs'): Reason[] {
  const { complement, themes } = index.weights;
  const reasons: Reason[] = [];
  person.needs.concepts.forEach((concept, at) => {
    const { met, offer } = bestOffer(index, person, at, helper);
    if (met === 0) return;
    const need = sideOf(index, person, concept, 'need');
    // What was only touched on helps to find people, but nobody has asked for it.
    if (need.mentioned) return;
    const given = sideOf(index, helper, helper.offers.concepts[offer], 'offer');
    // Two guesses make no reason, nor does one that is only touched on.
    if (need.implied !== undefined && (given.implied !== undefined || given.mentioned)) return;
    // Who looks for the same has none to give, whatever their everyday words seem to say.
    if ((need.everyday && looksFor(helper, need.concept)) || (given.everyday && looksFor(helper, given.concept))) return;
    if (given.mentioned && need.kind === 'seeking' && (isLackedBy(index, helper, given) || closenessOf(index, person.needs.concepts[at], helper.offers.concepts[offer]) < closeMention)) return;
    const fit = fitOfTold(index, person, need, helper, given);
    if (fit === 'apart') return;
    // Who looks for a person of a work is not helped by what eases a trouble of that name.
    if (need.wish !== undefined && closenessOf(index, person.needs.concepts[at], helper.offers.concepts[offer]) < closeMention) return;
    // Two interests are a shared theme, told there.
    if (given.kind === 'interest' && !given.jacket && need.kind === 'interest') return;
    const strength = (complement / (complement + themes)) * person.needs.weights[at] * index.table.specificity[concept] * met / (2 * person.needs.scale);
    const type = typeOfNeed(need, given, whose);
    const sides = whose === 'mine' ? { mine: need, theirs: given } : { mine: given, theirs: need };
    reasons.push({ type, ...sides, strength, ...(fit === 'unsure' && { unsure: true }) });
  });
  return reasons;
}

/** Whether what two people said are of one thing; what nobody said is of any. */
function fitOfTold(index: EventIndex, { person }: IndexedPerson, need: ReasonSide, { person: helper }: IndexedPerson, given: ReasonSide): 'sure' | 'unsure' | 'apart' {
  const said = (of: MatchPerson, { concept, kind }: ReasonSide): Saying | undefined => {
    const one = of.statements.find((statement) => statement.concept === concept && statement.kind === kind && !statement.guess);
    return one && { one, among: of.statements };
  };
  const [asked, offered] = [said(person, need), said(helper, given)];
  return asked && offered ? fitOfThings(asked, offered, index.graph) : 'sure';
}

const closenessOf = (index: EventIndex, need: number, offer: number): number => index.table.meeting(need).of.get(offer) ?? 0;

function typeOfNeed(need: ReasonSide, given: ReasonSide, whose: 'mine' | 'theirs'): ReasonType {
  if (given.jacket) return whose === 'mine' ? 'data' : 'data_wanted';
  if (need.kind === 'interest') return whose === 'mine' ? 'learn_from' : 'share_with';
  return whose === 'mine' ? 'need_met' : 'can_help';
}

function themeReasons(index: EventIndex, me: IndexedPerson, they: IndexedPerson): Reason[] {
  const { table, weights } = index;
  const scale = weights.themes / (weights.themes + weights.complement) / ((index.themeLength(me) * index.themeLength(they)) || 1);
  const reasons: Reason[] = [];
  me.themes.concepts.forEach((concept, i) => {
    const mine = sideOf(index, me, concept, 'theme');
    if (isStandIn(mine.concept) || mine.everyday === 'topic' || !isSaid(mine)) return;
    const near = table.near(concept).of;
    they.themes.concepts.forEach((other, j) => {
      const closeness = near.get(other);
      if (closeness === undefined) return;
      const theirs = sideOf(index, they, other, 'theme');
      if (fitOfTold(index, me, mine, they, theirs) === 'apart') return;
      const strength = scale * me.themes.weights[i] * table.damping[concept] * closeness * they.themes.weights[j] * table.damping[other];
      if (isSaid(theirs)) reasons.push({ type: concept === other ? 'shared' : 'related', strength, mine, theirs });
    });
  });
  return reasons;
}

/** Whether the person's own words, a tag or a data jacket stand behind it, and not only what their role implies. */
const isSaid = ({ kind, mentioned, jacket }: ReasonSide): boolean => kind !== undefined || mentioned === true || jacket !== undefined;

/** The sentences of the two that best tell why they should meet, where both authors show them: quoted, and nothing claimed. */
function sceneReasons({ weights }: EventIndex, me: IndexedPerson, they: IndexedPerson): Reason[] {
  const told = tellingQuotes(scenesOf(me), scenesOf(they));
  if (!told) return [];
  const side = (quote: string): ReasonSide => ({ concept: `scene:${quote}`, label: quote, quote });
  return [{ type: 'scenes', mine: side(told.mine), theirs: side(told.theirs), strength: ofTheMeeting * weights.encounter * told.likely }];
}

/** What may be quoted of a person, without what they deny, which fits nobody; the rest of such a sentence is compared as the whole. Worked out once for each revision of a person. */
function scenesOf({ person, sides }: IndexedPerson): readonly ToldScene[] {
  const known = sides.get('scenes') as readonly ToldScene[] | undefined;
  if (known) return known;
  const sought = person.statements.filter(({ kind, quote }) => kind === 'seeking' && quote);
  const scenes = (person.scenes ?? []).flatMap((scene) => withoutDenial(scene.quote).map((quote) => ({
    ...scene, quote, columns: columnsOf(quote), seeks: sought.filter((one) => quote.includes(one.quote!)).map(({ concept }) => concept),
  })));
  sides.set('scenes', scenes);
  return scenes;
}

/** A word in both texts that few write, where both authors show them: said only where there is nothing better. */
function wordReasons(index: EventIndex, me: IndexedPerson, they: IndexedPerson): Reason[] {
  const [mine, theirs] = [me.person.wording, they.person.wording];
  if (!mine?.shown || !theirs?.shown) return [];
  const weightOf = (word: string): number => Math.min(...wordingParts([word]).map((part) => index.wordings.dampingOf(part)));
  const [word] = commonWords(mine, theirs).sort((a, b) => weightOf(b) - weightOf(a));
  if (word === undefined) return [];
  const side: ReasonSide = { concept: word, label: word };
  return [{ type: 'words', mine: side, theirs: side, strength: index.weights.wording * index.wordings.likeness(me.place, they.place) }];
}

/** What both write about, where both authors show it: vague, so the last to be said. */
function aspectReasons(index: EventIndex, me: IndexedPerson, they: IndexedPerson): Reason[] {
  if (!me.person.wording?.shown || !they.person.wording?.shown || index.aspects.likeness(me.place, they.place) < leastAlike) return [];
  return index.aspects.commonFeatures(me.place, they.place).slice(0, 1).map((aspect) => {
    const node = index.conceptNode(aspect);
    const side: ReasonSide = { concept: aspect, label: node?.ja ?? aspect, name: node?.ja, en: node?.en };
    return { type: 'aspect', mine: side, theirs: side, strength: index.weights.aspects * index.aspects.likeness(me.place, they.place) };
  });
}

function sectorReason(index: EventIndex, me: IndexedPerson, they: IndexedPerson): Reason {
  const side = ({ person }: IndexedPerson): ReasonSide => ({ concept: `sector:${person.sector}`, label: person.sector as string });
  return { type: 'sector', mine: side(me), theirs: side(they), strength: index.weights.sectorMix };
}

function withoutGround(index: EventIndex, they: IndexedPerson): Reason {
  if (!hasStatements(they) && !they.person.holdsBack) return { type: 'new', strength: 0 };
  const [best] = they.person.statements.filter(({ guess }) => !guess).sort((a, b) => b.score - a.score || compareText(a.concept, b.concept));
  return { type: 'open', theirs: best && readSide(index, they.person, best.concept, [best.kind], 'theme'), strength: 0 };
}
