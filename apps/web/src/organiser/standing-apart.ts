import type { TeamView } from '@tsunagu/contracts';
import type { Rule, RulesDocument } from './rules-document.js';

/** A rule that keeps people apart, by the id that broken rules are told with, and a published team in which several of them sit. */
export interface StandingApart { id: string; rule: Extract<Rule, { type: 'apart' }>; teamId: string; /** people too many in it */ by: number }

/** Such rules with each team that breaks them by those of its members who are here. */
export const standingApart = ({ rules = [] }: RulesDocument, teams: readonly Pick<TeamView, 'id' | 'members'>[], isHere: (participantId: string) => boolean): StandingApart[] =>
  rules.flatMap((rule, at) => (rule.type !== 'apart' ? [] : teams.flatMap(({ id: teamId, members }) => {
    const by = members.filter(({ participantId }) => rule.people.includes(participantId) && isHere(participantId)).length - 1;
    return by > 0 ? [{ id: rule.id ?? `rule-${at + 1}`, rule, teamId, by }] : [];
  })));
