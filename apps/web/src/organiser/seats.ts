import type { TeamView } from '@tsunagu/contracts';
import type { Translate } from '../look/translation.js';

type Words = Translate<readonly ['board']>;

/** The team's number and where it meets. */
export const placeOf = ({ number, table }: Pick<TeamView, 'number' | 'table'>, t: Words): string =>
  [t('teams.team', { number }), table && t('teams.table', { table })].filter(Boolean).join(t('teams.between'));

/** Where everybody who has a seat is sent to. */
export const seatsOf = (teams: readonly Pick<TeamView, 'number' | 'table' | 'members'>[], t: Words): ReadonlyMap<string, string> =>
  new Map(teams.flatMap((team) => team.members.map(({ participantId }) => [participantId, placeOf(team, t)] as const)));
