import { fieldProblem, Problem, repairFaults } from '@tsunagu/contracts';

/**
 * Checks a repair of an event, whose people only the database knows; that of given people is checked by the contract.
 * @param known everybody who has joined the event
 * @throws Problem request.invalid naming whoever is unknown
 */
export function refuseRepair(repair: Parameters<typeof repairFaults>[0], known: ReadonlySet<string>): void {
  const errors = repairFaults(repair, known).map(({ path, code, id }) => fieldProblem(['data', ...path].join('.'), code, { id }));
  if (errors.length) throw new Problem('request.invalid', { errors });
}
