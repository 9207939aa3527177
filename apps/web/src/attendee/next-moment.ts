import type { PhoneState, TeamView } from '@tsunagu/contracts';
import { isOver } from './is-over.js';

type Pair = PhoneState['hellos']['mutual'][number];
/** What the person has seen in this browser, and closed. */
export interface Seen { teamId: string | null; pairs: string[] }
export interface Moment { team?: TeamView; pair?: Pair }

/** What has happened that the person has not seen yet: the team they are in now, then each pair; nothing once the event is over, when there is nobody to go to. */
export function nextMoment({ event, team, hellos }: Pick<PhoneState, 'event' | 'team' | 'hellos'>, seen: Seen): Moment {
  if (isOver({ event })) return {};
  if (team && team.id !== seen.teamId) return { team };
  return { pair: hellos.mutual.find((one) => !seen.pairs.includes(one.participantId)) };
}
