import type { BrokenView, WishView } from '@tsunagu/contracts';
import type { DraftPlan } from '@tsunagu/storage';
import type { TeamOutcome } from '../threads/team-thread.js';

/**
 * A run's outcome as a draft. A team that holds people who were pinned or locked together before keeps id, name, lock and
 * pins, so that the organiser finds their own team again; the others take over the remaining ids, and a team that is not
 * needed any more stays without members, so that undoing the run finds every team.
 * @param names what teams that the rules know are called, by the name the solver knows them by
 */
export function toDraftPlan(outcome: TeamOutcome, before: DraftPlan, newId: () => string, names: ReadonlyMap<string, string> = new Map()): DraftPlan {
  const kept = new Map<string, DraftPlan['teams'][number]>();
  for (const team of before.teams) for (const member of team.members) if (team.locked || member.pinned) kept.set(member.participantId, team);
  const pinned = new Set(before.teams.flatMap((team) => team.members.filter((member) => member.pinned).map((member) => member.participantId)));
  const taken = new Set<string>();
  const olds = outcome.teams.map((team) => {
    const old = team.members.map((id) => kept.get(id)).find((one) => one !== undefined && !taken.has(one.id));
    if (old) taken.add(old.id);
    return old;
  });
  const spare = before.teams.filter((team) => !taken.has(team.id) && ![...kept.values()].includes(team));
  const teams = outcome.teams.map((team, index) => {
    const number = index + 1;
    const old = olds[index];
    const asked = before.teams.find(({ id }) => id === team.name);
    const slot = asked ? asked.slot : names.has(team.name ?? '') ? team.name : undefined;
    return {
      id: (old ?? spare.shift())?.id ?? newId(), number, name: old?.name ?? names.get(team.name ?? '') ?? named(team.name, number), locked: old?.locked ?? false, ...(slot !== undefined && { slot }),
      members: team.members.map((participantId) => ({ participantId, pinned: pinned.has(participantId) })), score: team.score, theme: team.theme, reasons: team.reasons,
    };
  });
  const empty = spare.map((team, index) => ({ ...team, number: teams.length + index + 1, members: [], score: null, theme: null, reasons: [] }));
  return { teams: [...teams, ...empty], unplaced: outcome.unplaced.map(({ id, cause }) => ({ participantId: id, code: 'waiting' as const, cause })) };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;
const named = (name: string | undefined, number: number): string => (name && !UUID.test(name) ? name : `チーム${number}`);

/** Scores, themes and reasons of an outcome put into the draft they were worked out for, team by team; nobody moves. */
export const withScores = (plan: DraftPlan, outcome: TeamOutcome): DraftPlan => ({
  ...plan,
  teams: plan.teams.map((team, at) => {
    const judged = outcome.teams[at];
    return team.members.length === 0 ? { ...team, score: null, reasons: [], theme: null } : { ...team, score: judged.score, theme: judged.theme, reasons: judged.reasons };
  }),
});

/** Wishes as a draft shows them, with what changed since it was last judged. */
export const toWishes = (outcome: TeamOutcome, before: readonly WishView[] = []): WishView[] => outcome.wishes.map(({ wish, label, value, ...effect }) => {
  const last = before.find((one) => one.wish === wish);
  return {
    wish, label, value, random: effect.random ?? last?.random ?? null, without: effect.without ?? last?.without ?? null, cost: effect.cost ?? last?.cost ?? null,
    delta: last ? value - last.value : null,
  };
});

/** Broken rules by the ids of the draft's teams, which stand in the order of the outcome's. */
export const toBroken = (outcome: TeamOutcome, plan: DraftPlan): BrokenView[] =>
  outcome.broken.map(({ team, ...rule }) => ({ ...rule, teamId: plan.teams[team].id }));
