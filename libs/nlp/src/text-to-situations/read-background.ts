import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { mentionedConcepts } from '../text-to-mentions/mentioned-concepts.js';
import { cleanText } from '../text-to-tokens/clean-text.js';
import { countTopics, readSituations } from './read-situations.js';
import { smallLetters } from './small-letters.js';
import { withoutDenials } from './without-denials.js';

/** A concept that somebody's texts touch on; `offer` where they have it or meet these people, in 0…1. */
export interface BackgroundConcept {
  concept: string;
  label: string;
  weight: number;
  offer?: number;
  /** Only the affiliation touches on it: they have not spoken of it. */
  affiliated?: true;
  /** Nobody has said so: whoever is of this occupation or organisation mostly needs or has it. */
  implied?: { says: 'need' | 'offer'; by: string };
}

/** How likely it is that somebody is as most people in their role are. */
const IMPLIED = 0.7;
/** How much of a background a bare mention of a concept of the lexicon is. */
const MENTION = 0.7;
/** What an affiliation says is likely so, but nobody has offered it. */
const AFFILIATION = 0.6;
const AFFILIATED = 0.5;
/** A topic counts by how many of its words occur, up to this many. */
const TOPIC = { first: 0.55, more: 0.18, most: 0.72 };

/** What an introduction and an affiliation touch on beyond what is said: weak, but often all that two people have in common. */
export function readBackground({ text, affiliation }: { text?: string; affiliation?: string }, lexicon: Lexicon): BackgroundConcept[] {
  const best = new Map<string, BackgroundConcept>();
  const put = (concept: string, weight: number, offer?: number, affiliated = false): void => {
    const known = best.get(concept);
    const label = lexicon.everyday.concepts.get(concept)?.ja ?? concept;
    const onlyThere = affiliated && (known === undefined || known.affiliated === true);
    best.set(concept, { concept, label, weight: Math.max(weight, known?.weight ?? 0), ...((offer ?? known?.offer) && { offer: Math.max(offer ?? 0, known?.offer ?? 0) }), ...(onlyThere && { affiliated: true }) });
  };
  const told = withoutDenials(cleanText(text ?? '').text);
  const said = smallLetters(told);
  const where = smallLetters(cleanText(affiliation ?? '').text);
  const spoken = new Set(mentionedConcepts(told, lexicon));
  for (const concept of spoken) put(concept, MENTION);
  if (affiliation) for (const concept of mentionedConcepts([told, affiliation].filter(Boolean).join('\n'), lexicon)) put(concept, MENTION, undefined, !spoken.has(concept));
  const { everyday } = lexicon;
  for (const { concept, stance, weight } of readSituations(said, everyday)) {
    if (stance === 'touch') put(concept, weight);
    if (stance === 'reach') put(concept, weight, weight * AFFILIATED);
  }
  for (const { concept, stance, weight } of readSituations(where, everyday, 'offer')) {
    put(concept, weight * AFFILIATION, stance === 'need' ? undefined : stance === 'reach' ? weight * AFFILIATION * AFFILIATED : AFFILIATED, true);
  }
  const topics = countTopics(said, everyday);
  const spokenOf = new Set(topics.keys());
  for (const [topic, count] of countTopics(where, everyday)) topics.set(topic, (topics.get(topic) ?? 0) + count / 2);
  for (const [topic, count] of topics) put(topic, Math.min(TOPIC.most, TOPIC.first + TOPIC.more * (count - 1)), undefined, !spokenOf.has(topic));
  return [...best.values(), ...impliedBy(cleanText(affiliation ?? '').text, lexicon)];
}

function impliedBy(affiliation: string, { everyday }: Lexicon): BackgroundConcept[] {
  const found = new Map<string, BackgroundConcept>();
  for (const { meaning, span } of everyday.roles.find(smallLetters(affiliation))) {
    for (const { concept, says } of meaning) {
      const by = affiliation.slice(...span);
      if (says === 'need' || says === 'offer') found.set(`${says} ${concept}`, { concept, label: everyday.concepts.get(concept)!.ja, weight: IMPLIED, implied: { says, by } });
    }
  }
  return [...found.values()];
}
