import type { ReasonView } from '@tsunagu/contracts';

export interface TeamReasons { unites: ReasonView[]; missing: ReasonView[] }

/**
 * A team's reasons by what they are for: what unites it, and what it lacks. What each member brings stands with the
 * member already; it counts as what unites them only where there is nothing else.
 */
export function sortTeamReasons(reasons: readonly ReasonView[]): TeamReasons {
  const oneByOne = (type: string): boolean => type === 'brings' || type === 'cares' || type === 'quiet';
  const unites = reasons.filter(({ type }) => type !== 'missing' && !oneByOne(type));
  return { unites: unites.length > 0 ? unites : reasons.filter(({ type }) => oneByOne(type)), missing: reasons.filter(({ type }) => type === 'missing') };
}
