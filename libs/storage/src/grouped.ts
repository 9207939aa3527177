/** Rows by their participant, or by what `of` tells of each; every group in the order of the rows. */
export function grouped<T extends { participantId: string }>(rows: readonly T[]): Map<string, T[]>;
export function grouped<T>(rows: readonly T[], of: (row: T) => string): Map<string, T[]>;
export function grouped<T>(rows: readonly T[], of = (row: T): string => (row as { participantId: string }).participantId): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(of(row));
    if (group) group.push(row);
    else groups.set(of(row), [row]);
  }
  return groups;
}
