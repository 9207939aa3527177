import { checkTeamRules, type TeamPerson, type TeamRules } from '@tsunagu/matching';
import { rulesProblem } from '../teams/rules-problem.js';

/**
 * Rules of a request, as they are.
 * @param known whom they may name
 * @throws Problem teams.rules_invalid naming every field that means nothing for these people
 */
export function soundRules(rules: TeamRules, people: TeamPerson[], known: ReadonlySet<string>): TeamRules {
  const faults = checkTeamRules(rules, people, known);
  if (faults.length) throw rulesProblem(faults, 'data.rules');
  return rules;
}
