/** What a team means to do, as its members set it. */
export interface Plan { goal: string; nextDate: string }

const PARTS = ['goal', 'nextDate'] as const;

/** What was typed for one team, as it stands over the plan of the next one, which nobody has set yet: of the former team's plan it takes nothing along. */
export function carryOver({ typed, typedOver }: { typed: Plan; typedOver: Plan }): { typed: Plan; typedOver: Plan } {
  const carried = { goal: '', nextDate: '' };
  for (const part of PARTS) if (typed[part] !== typedOver[part]) carried[part] = typed[part];
  return { typed: carried, typedOver: { goal: '', nextDate: '' } };
}

/**
 * What stands in the form when a teammate has saved something: their text where nothing is typed over it, otherwise one's own.
 * @param before what `typed` was typed over
 * @returns `theirs`: what differs from the own text and would be lost by saving it; nobody has decided between the two yet
 */
export function meetPlans(typed: Plan, before: Plan, saved: Plan): { shown: Plan; before: Plan; theirs: Partial<Plan> } {
  const theirs: Partial<Plan> = {};
  const shown = { ...typed };
  for (const part of PARTS) {
    if (typed[part] === before[part]) shown[part] = saved[part];
    else if (saved[part] !== before[part] && saved[part] !== typed[part]) theirs[part] = saved[part];
  }
  return { shown, theirs, before: { goal: 'goal' in theirs ? before.goal : saved.goal, nextDate: 'nextDate' in theirs ? before.nextDate : saved.nextDate } };
}
