import { effectsOfMoves } from './effects-of-moves.js';
import { givenTeams } from './similarity-to-teams/choose-teams.js';
import type { FormTeamsInput, GivenTeam } from './similarity-to-teams/team-plan.js';

export interface NewcomerInput extends Pick<FormTeamsInput, 'people' | 'pairs' | 'needsMet' | 'rules'> {
  /** The teams as they stand; `max`: the most people each may have. */
  teams: (GivenTeam & { name: string; max: number })[];
  /** Somebody without a seat. */
  id: string;
}

/**
 * Position of the team with room where somebody who comes late breaks least and, of those, fits best, one that is too small before others, while
 * everybody else stays; undefined where none has room or each would break a rule that another team, full or new, would not break. What
 * teams break without them keeps nobody out, and rules that contradict each other about a person leave them a seat.
 */
export const seatNewcomer = ({ teams, id, ...input }: NewcomerInput): number | undefined => {
  // Room is looked at below: a full team still shows whether the rules could hold.
  const slots = teams.map(({ name, members, max }) => ({ ...input.rules.teams?.find((slot) => slot.name === name), name, min: members.length, max: Math.max(members.length + 1, max) }));
  const effects = effectsOfMoves({ ...input, rules: { ...input.rules, count: undefined, teams: slots } }, teams, id).slice(0, teams.length);
  const seated = new Set(teams.flatMap(({ members }) => members));
  const partedInNewTeam = (input.rules.rules ?? []).filter((rule) => rule.type === 'together' && rule.people.includes(id) && rule.people.some((mate) => mate !== id && seated.has(mate))).length;
  const least = Math.max(0, Math.min(partedInNewTeam, ...effects.map(({ broken }) => broken)));
  const tooSmall = givenTeams(input.rules, teams).map(({ min }, at) => Number(teams[at].members.length < min));
  const [best] = [...teams.keys()].filter((at) => teams[at].members.length < teams[at].max && effects[at].broken <= least)
    .sort((a, b) => effects[a].broken - effects[b].broken || tooSmall[b] - tooSmall[a] || effects[b].objective - effects[a].objective);
  return best;
};
