import { isJapanese } from '../is-japanese.js';
import type { Reason, ReasonSide } from './explain-pair.js';

// What everyday words mean may be misheard: where their sentence is shown it tells them, in every language alike.

/** The words of the introduction as a page in Japanese quotes them: not where only the badge has Japanese ones. */
export const quoteInJapanese = (side: ReasonSide | undefined): string | undefined => readable(side?.quote, side);

/** The sentence that tells what somebody looks for better than a name for it would. */
export const askingIn = (side: ReasonSide | undefined): string | undefined => side?.wish ?? (side?.everyday && side.everyday !== 'people' ? side.quote : undefined);
export const askingInJapanese = (side: ReasonSide | undefined): string | undefined => readable(askingIn(side), side);

const readable = (words: string | undefined, side: ReasonSide | undefined): string | undefined => (words && (isJapanese(words) || !isJapanese(side?.label ?? '')) ? words : undefined);

/** Whether both are everyday things that are shown in their writers' words. */
export const areBothQuoted = ({ mine, theirs }: Reason, quoteOf: (side: ReasonSide | undefined) => string | undefined): boolean =>
  Boolean(mine?.everyday && theirs?.everyday && quoteOf(mine) && quoteOf(theirs));

/** One everyday thing meets another by a link, or as a word that each may say of another thing: likely, so both are quoted and nothing is claimed. */
export const isOnlyLikely = (reason: Reason, quoteOf: (side: ReasonSide | undefined) => string | undefined): boolean =>
  areBothQuoted(reason, quoteOf) && (reason.unsure === true || reason.mine?.concept !== reason.theirs?.concept);
