/** Cursor of the following page: the id of the last row of a full one; null where the list ends. */
export const nextOf = <T extends { id: string }>(rows: readonly T[], limit: number): string | null => (rows.length < limit ? null : rows.at(-1)!.id);
