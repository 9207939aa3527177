/** Makes a text when it is first asked for, and keeps it. */
export function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}
