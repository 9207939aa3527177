import type { ReasonView } from '@tsunagu/contracts';
import { sentence, type Reason, type ReasonSide } from '@tsunagu/matching';

/** A reason in the languages of the pages. */
export const toReasonView = (reason: Reason): ReasonView => ({
  type: reason.type,
  text: { ja: sentence(reason, 'ja'), en: sentence(reason, 'en') },
  labels: [...new Set([reason.mine?.label, reason.theirs?.label].filter((label) => label !== undefined))],
});

const withoutQuote = (side: ReasonSide | undefined): ReasonSide | undefined => side && { ...side, quote: undefined };

/** A reason for other services: never the words of an introduction. */
export const toOutsideReason = ({ mine, theirs, ...reason }: Reason): ReasonView => toReasonView({ ...reason, mine: withoutQuote(mine), theirs: withoutQuote(theirs) });
