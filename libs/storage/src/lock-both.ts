/**
 * Locks two rows, always in the order of their ids, so that two who lock the same two never wait for each other.
 * @param lock locks the row of one id
 * @returns them in the order asked for; null for one that there is none of
 */
export async function lockBoth<Row>([first, second]: readonly [string, string], lock: (id: string) => Promise<Row | null>): Promise<[Row | null, Row | null]> {
  if (first <= second) {
    const row = await lock(first);
    return [row, await lock(second)];
  }
  const row = await lock(second);
  return [await lock(first), row];
}
