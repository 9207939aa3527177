import type { ReasonView } from '@tsunagu/contracts';
import { sentence, type Reason } from '@tsunagu/matching';

/** A reason in the languages of the pages. */
export const toReasonView = (reason: Reason): ReasonView => ({
  type: reason.type,
  text: { ja: sentence(reason, 'ja'), en: sentence(reason, 'en'), yasashii: sentence(reason, 'yasashii') },
  labels: [...new Set([reason.mine?.label, reason.theirs?.label].filter((label) => label !== undefined))],
});
