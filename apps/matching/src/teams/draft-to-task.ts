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
  return {
    start: teams.map(({ team, members }) => ({ ...(team.locked ? { name: team.id } : {}), members })),
    pinned: teams.flatMap(({ team }) => team.members.filter((member) => here.has(member.participantId) && (team.locked || member.pinned)).map((member) => member.participantId)),
    rules: locked.length
      ? { ...rules, teams: [...(rules.teams ?? []), ...locked.map(({ team, members }) => ({ name: team.id, members, min: members.length, max: members.length }))] }
      : rules,
  };
}

/** A draft exactly as it stands: everybody pinned, teams of whatever size they have. */
export function freezePlan(plan: DraftPlan, here: ReadonlySet<string>, rules: TeamRules): KeptPlan {
  const start = plan.teams.map((team) => ({ name: team.id, members: membersHere(team, here) })).filter(({ members }) => members.length > 0);
  return { start, pinned: start.flatMap(({ members }) => members), rules: { ...rules, teams: start.map(({ name, members }) => ({ name, members, min: members.length, max: members.length })), count: start.length } };
}
