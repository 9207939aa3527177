import type { PhoneState } from '@tsunagu/contracts';
import { isOver } from './is-over.js';

/** What this browser has shown already. */
export interface Seen { teamId: string | null; pairs: string[] }
export type Moment = { kind: 'pair'; participantId: string; nickname: string } | { kind: 'team' };

/** What has happened that this browser has not shown yet; nothing once the event is over, when there is nobody to go to. */
export function newMoments({ event, team, hellos }: Pick<PhoneState, 'event' | 'team' | 'hellos'>, seen: Seen): Moment[] {
  if (isOver({ event })) return [];
  const pairs = hellos.mutual.filter((one) => !seen.pairs.includes(one.participantId)).map(({ participantId, nickname }): Moment => ({ kind: 'pair', participantId, nickname }));
  return team && team.id !== seen.teamId ? [{ kind: 'team' }, ...pairs] : pairs;
}
