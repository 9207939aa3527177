/** What a team means to do, as its members set it. */
export interface Plan { goal: string; nextDate: string }

/**
 * What stands in the form when a teammate has saved something: their text where nothing is typed over it, otherwise one's own.
 * @param before what `typed` was typed over
 * @returns `theirs`: what differs from the own text and would be lost by saving it; nobody has decided between the two yet
 */
export function meetPlans(typed: Plan, before: Plan, saved: Plan): { shown: Plan; before: Plan; theirs: Partial<Plan> } {
  const theirs: Partial<Plan> = {};
  const shown = { ...typed };
  for (const part of ['goal', 'nextDate'] as const) {
    if (typed[part] === before[part]) shown[part] = saved[part];
    else if (saved[part] !== before[part] && saved[part] !== typed[part]) theirs[part] = saved[part];
  }
  return { shown, theirs, before: { goal: 'goal' in theirs ? before.goal : saved.goal, nextDate: 'nextDate' in theirs ? before.nextDate : saved.nextDate } };
}
