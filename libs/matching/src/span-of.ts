/** From the first to the last character that a statement was read from, for `MatchStatement.at`. */
export const spanOf = (evidence: readonly (readonly [number, number])[]): [number, number] =>
  [Math.min(...evidence.map(([from]) => from)), Math.max(...evidence.map(([, to]) => to))];
