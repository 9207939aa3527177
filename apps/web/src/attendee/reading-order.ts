import type { StatementView } from '@tsunagu/contracts';

/** Place of each statement in the order in which its words stand in the text; hand-made ones come last. */
export function readingOrder(statements: readonly StatementView[]): Map<string, number> {
  const first = ({ evidence }: StatementView): number => Math.min(...evidence.map(([start]) => start), Infinity);
  return new Map([...statements].sort((a, b) => (first(a) === first(b) ? 0 : first(a) - first(b))).map(({ id }, place) => [id, place]));
}
