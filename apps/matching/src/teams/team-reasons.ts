import type { ReasonView } from '@tsunagu/contracts';
import { explainPair, type EventIndex, type Reason, type ReasonSide } from '@tsunagu/matching';

const MOST_REASONS = 3;

interface Found { type: 'shared' | 'need_met' | 'data'; key: string; labels: string[]; strength: number; people: Set<string> }

/** A jacket's title, the words of an introduction where its author shows them, or those of the badge. */
const wordsOf = (side: ReasonSide): string => side.jacket?.title ?? side.quote ?? side.label;

function collect(found: Map<string, Found>, reason: Reason, [viewer, other]: [string, string]): void {
  const { mine, theirs, strength } = reason;
  if (!mine || !theirs) return;
  const type = reason.type === 'shared' ? 'shared' : reason.type === 'need_met' ? 'need_met' : reason.type === 'data' ? 'data' : undefined;
  if (!type) return;
  const key = type === 'shared' ? `${type} ${mine.concept}` : `${type} ${mine.concept} ${theirs.concept}`;
  const known = found.get(key) ?? { type, key, labels: type === 'shared' ? [theirs.label] : [mine.label, wordsOf(theirs)], strength: 0, people: new Set<string>() };
  known.strength += strength;
  known.people.add(viewer).add(other);
  found.set(key, known);
}

function worded({ type, labels, people }: Found): ReasonView {
  const [first, second] = labels;
  switch (type) {
    case 'shared': return { type, labels, text: { ja: `${people.size}人が「${first}」でつながっています。`, en: `${people.size} of you share “${first}”.` } };
    case 'need_met': return { type, labels, text: { ja: `「${first}」を求める人と、「${second}」のできる人がいます。`, en: `Somebody looks for “${first}”, and somebody brings “${second}”.` } };
    case 'data': return { type, labels, text: { ja: `「${first}」を求める人に、データ「${second}」があります。`, en: `Somebody looks for “${first}”, and the data “${second}” is here.` } };
    default: return type satisfies never;
  }
}

/** Why these people belong in one team: at most three reasons, those that bind most people most strongly first. */
export function teamReasons(index: EventIndex, members: readonly string[]): ReasonView[] {
  const found = new Map<string, Found>();
  for (const viewer of members) {
    for (const other of members) if (viewer !== other) for (const reason of explainPair(index, viewer, other)) collect(found, reason, [viewer, other]);
  }
  return [...found.values()].sort((a, b) => b.strength - a.strength || (a.key < b.key ? -1 : 1)).slice(0, MOST_REASONS).map(worded);
}
