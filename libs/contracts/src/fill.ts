export type ProblemValues = Record<string, string | number>;

/** A sentence with its `{name}`s filled in. */
export const fill = (sentence: string, values: ProblemValues): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
