import type { GivenTeam, TeamRules } from '@tsunagu/matching';
import type { SeatedTeam, TeamFacts } from '@tsunagu/storage';
import { rulesById } from './rules-by-id.js';

type Slot = NonNullable<TeamRules['teams']>[number];
export interface StandingPlan { plan: (GivenTeam & { name: string; /** most people it may hold */ max: number })[]; rules: TeamRules }

/**
 * Published teams as the solver repairs them: by id and with their themes, all others by the sizes of the rules, teams that people formed themselves by
 * their own, with those of their founders who sit there held, and teams that were locked as small or as large as they are.
 * Nobody fits into a team they said no to.
 */
export function asStanding(teams: readonly SeatedTeam[], rules: TeamRules, declined: TeamFacts['declined']): StandingPlan {
  const slots = new Map(teams.flatMap((team) => {
    const slot = slotOf(team, rules);
    return slot ? [[team.id, slot] as const] : [];
  }));
  const idOf = new Map(teams.flatMap(({ id, slot }) => (slot === undefined ? [] : [[slot, id] as const])));
  const never = declined.filter(({ participantId, teamId }) => teams.some(({ id, members }) => id === teamId && !members.includes(participantId)))
    .map(({ participantId, teamId }, at) => ({ id: `declined-${at + 1}`, type: 'count' as const, who: { people: [participantId] }, max: 0, team: teamId }));
  return {
    plan: teams.map(({ id, theme, members, max }) => ({ name: id, ...(theme?.id && { theme: theme.id }), members, max: slots.get(id)?.max ?? max })),
    rules: { ...rules, count: undefined, rules: [...rulesById(rules.rules, idOf) ?? [], ...never], teams: [...slots.values()] },
  };
}

/** What the rules ask of this team alone; none of one that they do not know, or that all its founders have left. */
function slotOf({ id, slot, locked, members }: SeatedTeam, { teams = [], size }: TeamRules): Slot | undefined {
  if (locked) return { name: id, min: Math.min(size?.min ?? members.length, members.length), max: Math.max(size?.max ?? members.length, members.length) };
  const known = slot === undefined ? undefined : teams.find(({ name }) => name === slot);
  const founders = known?.members?.filter((one) => members.includes(one));
  if (!known || founders?.length === 0) return undefined;
  return { ...known, name: id, ...(founders && { members: founders }) };
}
