import type { TeamRules } from '@tsunagu/matching';
import type { TeamFacts } from '@tsunagu/storage';

type Slots = NonNullable<TeamRules['teams']>;

/**
 * Rules with the teams that people formed themselves, as far as they are here: named by their id, with their own sizes and what
 * they look for. Whoever forms, judges or repairs a plan does it under these.
 */
export function withFounded(rules: TeamRules, founded: TeamFacts['founded'], here: ReadonlySet<string>, conceptOf: (label: string) => string): TeamRules {
  const slots = founded.map((team) => ({ ...team, members: team.members.filter((one) => here.has(one)) })).filter(({ members }) => members.length > 0)
    .map(({ id, seats, wants, members }): Slots[number] => {
      const max = Math.max(seats, members.length);
      return { name: id, members, max, min: Math.min(max, Math.max(members.length, rules.size?.min ?? 0)), wants: wants.map((label) => ({ concept: conceptOf(label) })) };
    });
  return slots.length === 0 ? rules : { ...rules, teams: [...(rules.teams ?? []), ...slots] };
}
