/**
 * Who is not led to whom: people that a rule of the event keeps apart, and groups who need no introduction. `rules` is the
 * event's team-rules document.
 */
export function apartPairs(rules: unknown, acquainted: readonly string[][] = []): Map<string, Set<string>> {
  const apart = new Map<string, Set<string>>();
  for (const people of [...apartRules(rules), ...acquainted]) {
    for (const one of people) {
      const others = apart.get(one) ?? new Set<string>();
      for (const other of people) if (other !== one) others.add(other);
      apart.set(one, others);
    }
  }
  return apart;
}

/** The groups of people that the organiser's own rules keep apart. */
export function apartRules(document: unknown): string[][] {
  const rules = (document as { rules?: unknown } | null)?.rules;
  if (!Array.isArray(rules)) return [];
  return rules.filter((rule) => rule?.type === 'apart' && Array.isArray(rule.people)).map((rule) => (rule.people as unknown[]).filter((id) => typeof id === 'string'));
}
