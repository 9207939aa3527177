import type { PhoneState } from '@tsunagu/contracts';

/** What this browser has shown already. */
export interface Seen { teamId: string | null; pairs: string[] }
export type Moment = { kind: 'pair'; participantId: string; nickname: string } | { kind: 'team' };

/** What has happened that this browser has not shown yet. */
export function newMoments({ team, hellos }: Pick<PhoneState, 'team' | 'hellos'>, seen: Seen): Moment[] {
  const pairs = hellos.mutual.filter((one) => !seen.pairs.includes(one.participantId)).map(({ participantId, nickname }): Moment => ({ kind: 'pair', participantId, nickname }));
  return team && team.id !== seen.teamId ? [{ kind: 'team' }, ...pairs] : pairs;
}
