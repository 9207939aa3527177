/** Those that were not there before; who was answered and asks again counts anew. */
export function newSince<T extends { id: string }>(before: readonly T[], now: readonly T[], since: (one: T) => string): T[] {
  const key = (one: T): string => `${one.id} ${since(one)}`;
  const known = new Set(before.map(key));
  return now.filter((one) => !known.has(key(one)));
}
