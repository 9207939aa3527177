import type { TeamRules } from '@tsunagu/matching';
import type { ProposalRow, TeamFacts } from '@tsunagu/storage';

const AVOIDED = 'avoided-';

/**
 * Rules with what people have told and lived through: who wants to meet, knows or avoids whom, who shared a team before, and which
 * themes are ranked, if any is: what nobody chose would come true for everybody.
 */
export function withFacts(rules: TeamRules, { mutual, known, avoided, met }: Pick<TeamFacts, 'mutual' | 'known' | 'avoided' | 'met'>, choices: readonly string[]): TeamRules {
  const ranked = (rules.themes ?? []).some(({ id }) => choices.includes(id)) && !(rules.wishes ?? []).some(({ type }) => type === 'choice');
  return {
    ...rules,
    rules: [...(rules.rules ?? []).map((rule, at) => ({ ...rule, id: rule.id ?? `rule-${at + 1}` })),
      // whoever avoids somebody has told nobody but us
      ...avoided.map(({ people }, at) => ({ id: `${AVOIDED}${at + 1}`, confidential: true, type: 'apart' as const, people }))],
    wishes: ranked ? [...(rules.wishes ?? []), { id: 'choice', type: 'choice' as const, priority: 1 }] : rules.wishes,
    mutual: [...(rules.mutual ?? []), ...mutual], known: [...(rules.known ?? []), ...known], met: [...(rules.met ?? []), ...met],
  };
}

/**
 * A loosened set of rules as the organiser may send it back: their own document, with the size and the rules that were changed, for
 * the rounds that are still to come. Ids that were made here stay here: they would be somebody else's once a rule is gone.
 */
export function toChange({ rules: original, rounds, round }: Pick<ProposalRow, 'rules' | 'rounds' | 'round'>, loosened: TeamRules): { teamSize: { min: number; max: number }; rules: unknown; rounds?: number } {
  const { min, max } = loosened.size!;
  const own = new Set(((original as TeamRules).rules ?? []).map(({ id }) => id));
  const rules = (loosened.rules ?? []).filter(({ id }) => !id?.startsWith(AVOIDED)).map(({ id, ...rule }) => (own.has(id) ? { id, ...rule } : rule));
  return { teamSize: { min, max }, rules: { ...original, rules }, ...(round < rounds && { rounds: rounds - round + 1 }) };
}
