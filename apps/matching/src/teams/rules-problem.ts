import { Problem } from '@tsunagu/contracts';
import type { TeamRulesProblem } from '@tsunagu/matching';

/**
 * Faults of rules as a refusal that names each of them.
 * @param under where the rules stand in what was sent
 */
export function rulesProblem(faults: TeamRulesProblem[], under?: string): Problem {
  const [ja, en] = [faults.map(({ path, ja: text }) => `${path}：${text}`).join('、'), faults.map(({ path, text }) => `${path}: ${text}`).join('; ')];
  const errors = faults.map(({ path, ja: inJapanese, text }) => ({ field: under === undefined ? path : `${under}.${path}`, code: 'teams.rules_invalid' as const, ja: `${inJapanese}。`, en: `${text}.` }));
  return new Problem('teams.rules_invalid', { values: { ja, en }, errors });
}
