import type { ReasonView } from '@tsunagu/contracts';
import { isJapanese, sentence, type Reason, type ReasonSide } from '@tsunagu/matching';

/** These name no concept: quoted sentences, and walks of life. */
const NAMELESS: readonly Reason['type'][] = ['scenes', 'sector'];

/** What other services get of a reason. */
export type BareReason = Omit<ReasonView, 'names'>;

/** A reason in the languages of the pages, with the labels of its concepts. */
export const toBareReason = (reason: Reason): BareReason => ({
  type: reason.type,
  text: { ja: sentence(reason, 'ja'), en: sentence(reason, 'en'), yasashii: sentence(reason, 'yasashii') },
  labels: [...new Set(sidesOf(reason).map(({ label }) => label))],
});

/** A reason as the pages have it: in English its Japanese labels are called by their concepts' names, as its sentence calls them. */
export function toReasonView(reason: Reason): ReasonView {
  const names = Object.fromEntries(sidesOf(reason).flatMap(({ label, en }) => (en && isJapanese(label) ? [[label, en]] : [])));
  return { ...toBareReason(reason), ...(Object.keys(names).length > 0 ? { names } : {}) };
}

const sidesOf = ({ type, mine, theirs }: Reason): ReasonSide[] => (NAMELESS.includes(type) ? [] : [mine, theirs].filter((side) => side !== undefined));
