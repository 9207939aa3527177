import type { GivenTeam, TeamRules } from '@tsunagu/matching';
import type { DraftPlan } from '@tsunagu/storage';
import { rulesById } from './rules-by-id.js';

export interface KeptPlan { start: { name?: string; members: string[] }[]; pinned: string[]; rules: TeamRules }

/** People of a draft's team who are still in the room. */
const membersHere = (team: DraftPlan['teams'][number], here: ReadonlySet<string>): string[] => team.members.map((member) => member.participantId).filter((id) => here.has(id));

/** Who stays where the draft has them: pinned people and all of a locked team. */
export const pinnedIn = (plan: DraftPlan, here: ReadonlySet<string>): string[] =>
  plan.teams.flatMap((team) => team.members.filter((member) => here.has(member.participantId) && (team.locked || member.pinned)).map((member) => member.participantId));

/** A team of a draft in the rules, by its id: with what they ask of it, and as large as it is where it is locked. */
function slotById(team: DraftPlan['teams'][number], members: readonly string[], { teams = [] }: TeamRules): NonNullable<TeamRules['teams']>[number] {
  const { members: _, ...slot } = teams.find(({ name }) => name === team.slot) ?? {};
  return { ...slot, name: team.id, ...(team.locked && { min: members.length, max: members.length }) };
}

/**
 * What a new run starts from: the present teams, with pinned people and all of a locked team held where they are. A locked
 * team takes nobody in: it becomes a team of the rules, named by its id, with exactly its size.
 */
export function keepPlan(plan: DraftPlan, here: ReadonlySet<string>, rules: TeamRules): KeptPlan {
  const teams = plan.teams.map((team) => ({ team, members: membersHere(team, here) })).filter(({ members }) => members.length > 0);
  const locked = teams.filter(({ team }) => team.locked);
  const held = new Set(locked.flatMap(({ members }) => members));
  const lockedSlots = new Set(locked.map(({ team }) => team.slot));
  const slots = (rules.teams ?? []).filter((slot) => !lockedSlots.has(slot.name) && !slot.members?.some((id) => held.has(id)));
  const known = new Set(plan.teams.map(({ slot }) => slot));
  // Of a team that people have formed since this draft, its founders tell which one it is.
  const slotOf = ({ slot }: DraftPlan['teams'][number], members: string[]): string | undefined =>
    slots.find(({ name, members: founders }) => name === slot || (!known.has(name) && founders?.some((id) => members.includes(id))))?.name;
  return {
    start: teams.map(({ team, members }) => {
      const name = team.locked ? team.id : slotOf(team, members);
      return { ...(name === undefined ? {} : { name }), members };
    }),
    pinned: pinnedIn(plan, here),
    rules: { ...rules, teams: [...slots, ...locked.map(({ team, members }) => ({ ...slotById(team, members, rules), members }))] },
  };
}

/**
 * A draft as the solver judges or repairs one: its teams by id, with the themes they have, under the rules that it was formed
 * by. A team that the rules know by another name keeps its sizes and what it looks for; a rule about one team is about that
 * team. Founders are not bound to theirs here: where a hand has put somebody, there they are judged.
 */
export function asPlan(plan: DraftPlan, here: ReadonlySet<string>, rules: TeamRules): { plan: (GivenTeam & { name: string })[]; rules: TeamRules } {
  const idOf = new Map(plan.teams.flatMap(({ id, slot }) => (slot === undefined ? [] : [[slot, id] as const])));
  return {
    plan: plan.teams.map((team) => ({ name: team.id, ...(team.theme?.id && { theme: team.theme.id }), members: membersHere(team, here) })),
    rules: {
      ...rules, count: undefined, rules: rulesById(rules.rules, idOf),
      teams: plan.teams.map((team) => slotById(team, membersHere(team, here), rules)),
    },
  };
}
