import { isMeant, ruleAmong, valuesOf } from './select-people.js';
import type { FormTeamsInput, GivenTeam } from './team-plan.js';
import type { Rule, TeamPerson, TeamRules, TeamSlot } from './team-rules.js';

export interface ChosenTeam { slot?: TeamSlot; name?: string; theme?: string; min: number; max: number }

/** The plan that stands already, and who stays where it has them. */
export type StandingTeams = Pick<FormTeamsInput, 'start' | 'pinned'>;

/** A rule that allows at most, or needs at least, so many teams, shown by counting. */
export interface TeamBound { rule: string; teams: number; count: number }

const defaultSize = { min: 3, max: 5, target: 4 };

export const sizeOf = (rules: TeamRules): { min: number; max: number; target: number } => {
  const size = { ...defaultSize, ...(rules.size && { target: undefined }), ...rules.size };
  return { min: size.min, max: size.max, target: size.target ?? (size.min + size.max) / 2 };
};

/** Upper and lower bounds on the number of teams that single rules imply. */
export const boundsOfRules = (rules: Rule[], people: TeamPerson[]): { most: TeamBound[]; fewest: TeamBound[] } => {
  const most: TeamBound[] = [];
  const fewest: TeamBound[] = [];
  const here = new Set(people.map(({ id }) => id));
  rules.map((rule) => ruleAmong(rule, here)).forEach((rule, at) => {
    const id = rule.id ?? `rule-${at + 1}`;
    if (rule.type === 'apart') fewest.push({ rule: id, teams: rule.people.length, count: rule.people.length });
    if (rule.type === 'count' && rule.team === undefined) {
      const count = people.filter((person) => isMeant(person, rule.who)).length;
      if (rule.min) most.push({ rule: id, teams: Math.floor(count / rule.min), count });
      if (rule.max) fewest.push({ rule: id, teams: Math.ceil(count / rule.max), count });
    }
    if (rule.type === 'spread') {
      const count = largestGroup(people, rule.attribute);
      fewest.push({ rule: id, teams: Math.ceil(count / rule.max), count });
    }
  });
  return { most, fewest };
};

const largestGroup = (people: TeamPerson[], attribute: string): number => {
  const counts = new Map<string, number>();
  for (const value of people.flatMap((person) => valuesOf(person, attribute))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(0, ...counts.values());
};

/**
 * The teams to fill: the organiser's own, then as many more as bring everyone nearest to the target size. A number
 * of teams that sizes and single rules allow goes before one that they do not; where none is allowed, the nearest.
 * @param standing teams that stand already: their number is kept where the sizes allow it, and never fewer than hold somebody who stays
 */
export const chooseTeams = (people: TeamPerson[], rules: TeamRules, standing: StandingTeams = {}): ChosenTeam[] => {
  const { teams, costs } = costsOfNumbers(people, rules, standing);
  return teams(costs.reduce((best, one) => (one.cost < best.cost ? one : best)).more);
};

/** Other numbers of teams that are tried where rules do not hold under the first. */
const MOST_OTHERS = 4;

/** The same in other numbers that sizes and single rules allow, those next to `chooseTeams` first; none where the number is fixed. */
export const otherTeams = (people: TeamPerson[], rules: TeamRules, standing: StandingTeams): ChosenTeam[][] => {
  if (rules.count !== undefined) return [];
  const { teams, costs } = costsOfNumbers(people, rules, standing);
  return costs.filter(({ cost }) => cost < BEYOND).sort((a, b) => a.cost - b.cost).slice(1, 1 + MOST_OTHERS).map(({ more }) => teams(more));
};

/** What each number of teams beside the organiser's own costs. */
const costsOfNumbers = (people: TeamPerson[], rules: TeamRules, standing: StandingTeams) => {
  const size = sizeOf(rules);
  const own = (rules.teams ?? []).map((slot): ChosenTeam => ({
    slot, name: slot.name, theme: slot.theme, min: slot.min ?? Math.max(size.min, slot.members?.length ?? 0), max: slot.max ?? Math.max(size.max, slot.members?.length ?? 0),
  }));
  const { most, fewest } = boundsOfRules(rules.rules ?? [], people);
  const allowed = { most: Math.min(Infinity, ...most.map(({ teams }) => teams)), fewest: Math.max(0, ...fewest.map(({ teams }) => teams)) };
  const sums = own.reduce((sum, { min, max }) => ({ least: sum.least + min, room: sum.room + max, expected: sum.expected + Math.min(max, Math.max(min, size.target)) }), { least: 0, room: 0, expected: 0 });
  const costs: { more: number; cost: number }[] = [];
  const least = Math.max(own.length === 0 ? 1 : 0, countHeld(people, own, standing));
  for (let more = least; more <= Math.max(least, people.length); more++) {
    const teams = { count: own.length + more, least: sums.least + more * size.min, room: sums.room + more * size.max, expected: sums.expected + more * size.target };
    costs.push({ more, cost: costOfTeams(teams, people.length, allowed, rules.count ?? standing.start?.length) });
  }
  return { costs, teams: (more: number): ChosenTeam[] => [...own, ...Array.from({ length: more }, (): ChosenTeam => ({ min: size.min, max: size.max }))] };
};

/** Teams that stand, beside the organiser's own, in which somebody stays. */
const countHeld = (people: TeamPerson[], own: ChosenTeam[], { start = [], pinned = [] }: StandingTeams): number => {
  const here = new Set(people.map(({ id }) => id));
  const staying = new Set(pinned.filter((id) => here.has(id)));
  const names = new Set(own.map(({ name }) => name));
  return start.filter(({ name, members }) => (name === undefined || !names.has(name)) && members.some((id) => staying.has(id))).length;
};

/** The teams of a plan as they stand, each with its theme, and with the sizes of its slot or of all teams. */
export const givenTeams = (rules: TeamRules, plan: readonly Omit<GivenTeam, 'members'>[]): ChosenTeam[] => {
  const size = sizeOf(rules);
  return plan.map(({ name, theme }): ChosenTeam => {
    const slot = rules.teams?.find((one) => one.name === name);
    return { name, slot, theme: theme ?? slot?.theme, min: slot?.min ?? size.min, max: slot?.max ?? size.max };
  });
};

/** A number of teams that some rule does not allow; sizes that cannot hold cost more. */
const BEYOND = 1e6;

/** Sizes that cannot hold outweigh rules, rules the wished number of teams, that the distance from the target. */
const costOfTeams = (teams: { count: number; least: number; room: number; expected: number }, people: number, allowed: { most: number; fewest: number }, wished?: number): number => {
  const { count, least, room, expected } = teams;
  const misfit = Math.max(0, least - people) + Math.max(0, people - room);
  const beyond = Math.max(0, count - allowed.most) + Math.max(0, allowed.fewest - count);
  const away = wished === undefined ? 0 : Math.abs(count - wished);
  return 1e9 * misfit + BEYOND * Math.min(999, beyond) + 1e3 * away + Math.abs(people - expected) / 1e3;
};
