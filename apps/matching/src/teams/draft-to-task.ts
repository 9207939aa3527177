import type { TeamRules } from '@tsunagu/matching';
import type { DraftPlan } from '@tsunagu/storage';

export interface KeptPlan { start: { name?: string; members: string[] }[]; pinned: string[]; rules: TeamRules }

/** People of a draft's team who are still in the room. */
const membersHere = (team: DraftPlan['teams'][number], here: ReadonlySet<string>): string[] => team.members.map((member) => member.participantId).filter((id) => here.has(id));

/**
 * What a new run starts from: the present teams, with pinned people and all of a locked team held where they are. A locked
 * team takes nobody in: it becomes a team of the rules, named by its id, with exactly its size.
 */
export function keepPlan(plan: DraftPlan, here: ReadonlySet<string>, rules: TeamRules): KeptPlan {
  const teams = plan.teams.map((team) => ({ team, members: membersHere(team, here) })).filter(({ members }) => members.length > 0);
  const locked = teams.filter(({ team }) => team.locked);
  const held = new Set(locked.flatMap(({ members }) => members));
  const slots = (rules.teams ?? []).filter((slot) => !slot.members?.some((id) => held.has(id)));
  const slotOf = (members: string[]): string | undefined => slots.find((slot) => slot.members?.some((id) => members.includes(id)))?.name;
  return {
    start: teams.map(({ team, members }) => {
      const name = team.locked ? team.id : slotOf(members);
      return { ...(name === undefined ? {} : { name }), members };
    }),
    pinned: teams.flatMap(({ team }) => team.members.filter((member) => here.has(member.participantId) && (team.locked || member.pinned)).map((member) => member.participantId)),
    rules: { ...rules, teams: [...slots, ...locked.map(({ team, members }) => ({ name: team.id, members, min: members.length, max: members.length }))] },
  };
}

/** A draft as the solver judges or repairs one: its teams by id, with the themes they have. */
export function asPlan(plan: DraftPlan, here: ReadonlySet<string>, rules: TeamRules): { plan: { name: string; members: string[] }[]; rules: TeamRules } {
  const known = new Set((rules.themes ?? []).map(({ id }) => id));
  return {
    plan: plan.teams.map((team) => ({ name: team.id, members: membersHere(team, here) })),
    rules: { ...rules, count: undefined, teams: plan.teams.map(({ id, theme }) => ({ name: id, ...(theme?.id && known.has(theme.id) ? { theme: theme.id } : {}) })) },
  };
}
