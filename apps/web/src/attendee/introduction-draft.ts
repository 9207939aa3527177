import type { HttpBody } from '@tsunagu/contracts';
import type { Outgoing } from '../live/outbox.js';

/** An introduction that is being written. */
export interface IntroductionDraft {
  text: string;
  shown: boolean;
  /** the revision that its author had before them when they began */
  basedOn: number;
}

/** Under which name a browser keeps it: its author's, since on a shared phone it is not for whoever comes back to their page. */
export const introductionKeptAs = (eventId: string, participantId: string): string => `tsunagu.introduction.${eventId}.${participantId}`;

/** What a refused introduction, and those written on top of it, go back to: the last text, based on what the first was. */
export function draftOfRefused(refused: readonly Outgoing[]): IntroductionDraft {
  const bodies = refused.map(({ body }) => body as HttpBody<'writeIntroduction'>);
  const { text, shown = true } = bodies.at(-1)!;
  return { text, shown, basedOn: bodies[0]!.basedOn };
}
