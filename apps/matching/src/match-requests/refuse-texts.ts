import { fieldProblem, isProblem, Problem } from '@tsunagu/contracts';

/** Problems of single texts of a request, by field; others pass. @throws Problem request.invalid where there is one */
export function refuseTexts(found: readonly unknown[], fieldOf: (index: number) => string): void {
  const errors = found.flatMap((one, index) => (isProblem(one) ? [fieldProblem(fieldOf(index), one.code)] : []));
  if (errors.length) throw new Problem('request.invalid', { errors });
}
