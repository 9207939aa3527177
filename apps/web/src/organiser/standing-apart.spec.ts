import { describe, expect, it } from '@jest/globals';
import type { TeamView } from '@tsunagu/contracts';
import type { RulesDocument } from './rules-document.js';
import { standingApart } from './standing-apart.js';

type Team = Pick<TeamView, 'id' | 'members'>;
const team = (id: string, ...members: string[]): Team => ({ id, members: members.map((participantId) => ({ participantId })) }) as Team;
const rules: RulesDocument = { rules: [{ type: 'apart', people: ['a', 'b', 'c'] }, { type: 'together', people: ['a', 'd'] }] };
const broken = (teams: Team[], away: string[] = []): [string, number][] => standingApart(rules, teams, (id) => !away.includes(id)).map(({ teamId, by }) => [teamId, by]);

describe('rules that keep people apart, beside published teams', () => {
  it('are told with each team where several of them sit, and by how many', () => {
    expect(broken([team('t1', 'a', 'd'), team('t2', 'b', 'e', 'c')])).toEqual([['t2', 1]]);
    expect(broken([team('t1', 'a', 'b', 'c')])).toEqual([['t1', 2]]);
    expect(broken([team('t1', 'a', 'd'), team('t2', 'b'), team('t3', 'c')])).toEqual([]);
  });

  it('are not broken by whoever is not here', () => {
    expect(broken([team('t1', 'a', 'b')], ['b'])).toEqual([]);
  });
});
