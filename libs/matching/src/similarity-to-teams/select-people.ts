import type { Rule, Selector, TeamPerson } from './team-rules.js';

/** What a person answered for an attribute: texts, each once; none where they did not answer. */
export const valuesOf = (person: TeamPerson, attribute: string): string[] => {
  const value = rawValue(person, attribute);
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? [...new Set(value)] : [String(value)];
};

/** The number a person answered, or undefined: '3' counts as 3, '' and words do not. */
export const numberOf = (person: TeamPerson, attribute: string): number | undefined => {
  const value = rawValue(person, attribute);
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return Number.isFinite(Number(value)) ? Number(value) : undefined;
};

const rawValue = (person: TeamPerson, attribute: string): string | number | boolean | string[] | undefined => {
  if (attribute === 'affiliation' || attribute === 'sector' || attribute === 'languages') {
    return person[attribute] ?? person.attributes?.[attribute];
  }
  return person.attributes?.[attribute];
};

/** A rule as it is about those who are here: who is named by `together` or `apart` and is not, counts for nobody. */
export const ruleAmong = (rule: Rule, here: ReadonlySet<string>): Rule =>
  (rule.type === 'together' || rule.type === 'apart' ? { ...rule, people: rule.people.filter((id) => here.has(id)) } : rule);

/** Whether the selector means this person; who gave no answer matches nothing. */
export const isMeant = (person: TeamPerson, who: Selector): boolean => {
  if ('people' in who) return who.people.includes(person.id);
  if ('concept' in who) return bringsConcept(person, who.concept, who.kind);
  if ('role' in who) return (person.statements ?? []).some((said) => said.kind === 'skill' && said.role === who.role);
  if ('values' in who) return who.values.some((value) => valuesOf(person, who.attribute).includes(String(value)));
  const number = numberOf(person, who.attribute);
  return number !== undefined && number >= (who.atLeast ?? -Infinity) && number <= (who.atMost ?? Infinity);
};

const bringsConcept = (person: TeamPerson, concept: string, kind = 'skill'): boolean => {
  const said = (person.statements ?? []).some((statement) => statement.kind === kind && (statement.concept === concept || statement.label === concept));
  if (said || kind !== 'skill') return said;
  return (person.jackets ?? []).some((jacket) => jacket.sharing !== 'closed' && jacket.concepts.some((held) => held.concept === concept));
};
