import type { ChosenTeam, StandingTeams } from './choose-teams.js';
import type { TeamPerson, TeamRules } from './team-rules.js';

/** Teams of people by id, as positions: where they sit now, and where they must. */
export interface GivenSeats { now: ReadonlyMap<string, number>; bound: ReadonlyMap<string, number> }

/** The organiser's own teams come first, then those of the present plan that go on. */
const namesOfOwn = (teams: ChosenTeam[]): Set<string> => new Set(teams.flatMap(({ slot }) => (slot ? [slot.name] : [])));

/** Teams of the present plan that the organiser did not name; those in which somebody stays first, as there may be too many. */
const othersOf = (own: ReadonlySet<string>, { start = [], pinned = [] }: StandingTeams): NonNullable<StandingTeams['start']> => {
  const staying = new Set(pinned);
  const others = start.filter(({ name }) => name === undefined || !own.has(name));
  const holds = ({ members }: { members: string[] }): boolean => members.some((id) => staying.has(id));
  return [...others.filter(holds), ...others.filter((team) => !holds(team))];
};

/** Names of the current teams go to the teams that the organiser did not name. */
export const nameTeams = (teams: ChosenTeam[], standing: StandingTeams): ChosenTeam[] => {
  const others = othersOf(namesOfOwn(teams), standing);
  let next = 0;
  return teams.map((team) => (team.slot ? team : { ...team, name: others[next++]?.name }));
};

/**
 * Where people sit, and where they must: whom a hand has pinned in the present plan, then who formed a team themselves, then the
 * rules' pins. Who is bound twice stays where they were bound first.
 * @param asGiven the teams are those of `start`, in their order
 */
export const seatsGiven = (teams: ChosenTeam[], rules: TeamRules, standing: StandingTeams, asGiven = false): GivenSeats => {
  const { start = [], pinned = [] } = standing;
  const names = teams.map(({ name }) => name);
  const own = namesOfOwn(teams);
  const others = othersOf(own, standing);
  const now = new Map<string, number>();
  const bound = new Map<string, number>();
  const bind = (id: string, team: number): void => {
    if (!bound.has(id)) bound.set(id, team);
  };
  for (const [at, one] of start.entries()) {
    const team = asGiven ? at : others.includes(one) ? own.size + others.indexOf(one) : names.indexOf(one.name);
    if (team < teams.length) for (const id of one.members) now.set(id, team);
  }
  for (const id of pinned) if (now.has(id)) bind(id, now.get(id)!);
  teams.forEach(({ slot }, team) => slot?.members?.forEach((id) => bind(id, team)));
  for (const rule of rules.rules ?? []) if (rule.type === 'pin' && names.includes(rule.team)) bind(rule.person, names.indexOf(rule.team));
  return { now, bound };
};

/**
 * People who must be together become one unit; units come in the order of their first person. Who is bound to different
 * teams stays there: whom a rule holds together with both goes with the one it names first.
 */
export const joinUnits = (people: TeamPerson[], { rules = [] }: TeamRules, bound: ReadonlyMap<string, number> = new Map()): { units: number[][]; unitOf: Int32Array } => {
  const placeOf = new Map(people.map(({ id }, place) => [id, place]));
  const root = people.map((_, place) => place);
  const teamOf = people.map(({ id }) => bound.get(id));
  const find = (place: number): number => (root[place] === place ? place : (root[place] = find(root[place])));
  for (const group of rules.flatMap((rule) => (rule.type === 'together' ? [rule.people] : []))) {
    const places = group.flatMap((id) => placeOf.get(id) ?? []);
    for (const place of places) {
      const [first, other] = [find(places[0]), find(place)].sort((a, b) => a - b);
      if (teamOf[first] !== undefined && teamOf[other] !== undefined && teamOf[first] !== teamOf[other]) continue;
      teamOf[first] ??= teamOf[other];
      root[other] = first;
    }
  }
  const units: number[][] = [];
  const unitOf = new Int32Array(people.length);
  people.forEach((_, place) => {
    if (find(place) === place) units.push([]);
    unitOf[place] = find(place) === place ? units.length - 1 : unitOf[find(place)];
    units[unitOf[place]].push(place);
  });
  return { units, unitOf };
};

/** Where units sit at the start, and which may not leave; −1 = in no team yet, or free. */
export const seatUnits = (people: TeamPerson[], units: number[][], { now, bound }: GivenSeats, oneByOne = false): { fixed: Int32Array; start: Int32Array } => {
  const boundTo = (unit: number[]): number => unit.map((person) => bound.get(people[person].id)).find((team) => team !== undefined) ?? -1;
  // Whom a hand has parted are brought together where most of them sit: so the fewest move.
  const teamOfMost = (unit: number[]): number => {
    const sitting = unit.flatMap((person) => now.get(people[person].id) ?? []);
    const here = (team: number): number => sitting.filter((one) => one === team).length;
    return sitting.reduce((most, team) => (most < 0 || here(team) > here(most) ? team : most), -1);
  };
  const fixed = Int32Array.from(units, boundTo);
  const start = Int32Array.from(units, teamOfMost).map((team, unit) => (fixed[unit] >= 0 && !oneByOne ? fixed[unit] : team));
  return { fixed, start };
};
