export interface RepairFault { path: (string | number)[]; code: 'match.person_twice' | 'match.person_unknown'; id: string }
interface Repair { plan?: { members: string[] }[]; change: { come: { id: string }[]; go: string[] }; pinned: string[] }
interface Named { path: (string | number)[]; id: string }

const twice = (named: Named[], before: ReadonlySet<string> = new Set()): RepairFault[] => {
  const seen = new Set(before);
  return named.flatMap(({ path, id }): RepairFault[] => {
    if (seen.has(id)) return [{ path, code: 'match.person_twice', id }];
    seen.add(id);
    return [];
  });
};
const unknown = (named: Named[], known: ReadonlySet<string>): RepairFault[] => named.filter(({ id }) => !known.has(id)).map(({ path, id }) => ({ path, code: 'match.person_unknown', id }));

/**
 * Every place in a repair where somebody stands twice or whom nobody knows.
 * @param known whom the request may name besides those who come; left out, nobody is unknown
 */
export function repairFaults({ plan = [], change: { come, go }, pinned }: Repair, known?: ReadonlySet<string>): RepairFault[] {
  const seated = plan.flatMap(({ members }, team) => members.map((id, at): Named => ({ path: ['plan', team, 'members', at], id })));
  const comers = come.map(({ id }, at): Named => ({ path: ['change', 'come', at, 'id'], id }));
  const goers = go.map((id, at): Named => ({ path: ['change', 'go', at], id }));
  const pins = pinned.map((id, at): Named => ({ path: ['pinned', at], id }));
  const coming = new Set(come.map(({ id }) => id));
  const faults = [...twice(seated), ...twice(comers, new Set([...known ?? [], ...seated.map(({ id }) => id)])), ...twice(goers, coming), ...twice(pins)];
  if (!known) return faults;
  const sitting = new Set(seated.map(({ id }) => id));
  return [...faults, ...unknown(seated, new Set([...known, ...go])), ...unknown(goers, new Set([...known, ...sitting, ...coming])), ...unknown(pins, new Set([...known, ...sitting, ...coming]))];
}
