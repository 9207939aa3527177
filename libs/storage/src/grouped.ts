/** Rows by their participant, each group in the order of the rows. */
export function grouped<T extends { participantId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.participantId);
    if (group) group.push(row);
    else groups.set(row.participantId, [row]);
  }
  return groups;
}
