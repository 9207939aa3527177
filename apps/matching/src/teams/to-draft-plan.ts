import type { BrokenView, WishView } from '@tsunagu/contracts';
import type { DraftPlan } from '@tsunagu/storage';
import type { TeamOutcome } from '../threads/team-thread.js';

type Team = DraftPlan['teams'][number];

/**
 * A run's outcome as a draft, in the order of the outcome. A team that goes on (one that the rules or the plan before know by name,
 * one that holds people who were pinned or locked together, or the one that is most like a team which was given a name) keeps id,
 * number, name and lock, so that the organiser finds their own team again; the others take over ids and numbers that are left of
 * the plan before.
 * @param names what teams that the rules know are called, by the name the solver knows them by
 */
export function toDraftPlan(outcome: TeamOutcome, before: DraftPlan, newId: () => string, names: ReadonlyMap<string, string>): DraftPlan {
  const goesOn = teamsThatGoOn(outcome, before);
  const spare = before.teams.filter((team) => !goesOn.includes(team));
  const pinned = new Set(before.teams.flatMap((team) => team.members.filter((member) => member.pinned).map((member) => member.participantId)));
  const numbers = new Set(before.teams.map(({ number }) => number));
  const teams = outcome.teams.map((team, at): Team => {
    const old = goesOn[at];
    const { id, number } = old ?? spare.shift() ?? { id: newId(), number: nextFree(numbers) };
    const slot = names.has(team.name ?? '') ? team.name : old?.slot;
    return {
      id, number, name: old?.name ?? names.get(team.name ?? '') ?? unnamed(number), locked: old?.locked ?? false, ...(slot !== undefined && { slot }),
      members: team.members.map((participantId) => ({ participantId, pinned: pinned.has(participantId) })), score: team.score, theme: team.theme, reasons: team.reasons,
    };
  });
  return { teams, unplaced: outcome.unplaced.map(({ id, cause }) => ({ participantId: id, code: 'waiting' as const, cause })) };
}

/** Which team of the plan before each one of the outcome is, where it is one. */
function teamsThatGoOn({ teams }: TeamOutcome, before: DraftPlan): (Team | undefined)[] {
  const held = new Map<string, Team>();
  for (const team of before.teams) for (const member of team.members) if (team.locked || member.pinned) held.set(member.participantId, team);
  const found = teams.map(({ name }) => (name === undefined ? undefined : before.teams.find(({ id, slot }) => id === name || slot === name)));
  const taken = new Set(found);
  const goesOn = teams.map(({ members }, at) => {
    const team = found[at] ?? members.map((id) => held.get(id)).find((one) => one !== undefined && !taken.has(one));
    taken.add(team);
    return team;
  });
  const named = before.teams.filter((team) => team.name !== unnamed(team.number) && !taken.has(team));
  for (const { team, at } of byMembersShared(named, teams)) {
    if (goesOn[at] || goesOn.includes(team)) continue;
    goesOn[at] = team;
  }
  return goesOn;
}

/** What a team is called that nobody has given a name. */
const unnamed = (number: number): string => `チーム${number}`;

/** Each team beside each place of the outcome where people of it sit, most of them first. */
function byMembersShared(before: readonly Team[], teams: TeamOutcome['teams']): { team: Team; at: number }[] {
  return before.flatMap((team) => {
    const own = new Set(team.members.map(({ participantId }) => participantId));
    return teams.map(({ members }, at) => ({ team, at, shared: members.filter((id) => own.has(id)).length }));
  }).filter(({ shared }) => shared > 0).sort((a, b) => b.shared - a.shared);
}

/** The smallest number that no team has, taken. */
function nextFree(taken: Set<number>): number {
  let number = 1;
  while (taken.has(number)) number++;
  taken.add(number);
  return number;
}

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
    delta: value !== null && last && last.value !== null ? value - last.value : null,
  };
});

/** Broken rules by the ids of the draft's teams, which stand in the order of the outcome's. */
export const toBroken = (outcome: TeamOutcome, plan: DraftPlan): BrokenView[] =>
  outcome.broken.map(({ team, ...rule }) => ({ ...rule, teamId: plan.teams[team].id }));
