import type { z } from 'zod';
import type { ProblemValues } from './fill.js';

/** What a value should have been, in brackets behind the sentence of `field.invalid` or `field.missing`; as its values, one a language. */
export interface ExpectedValue extends ProblemValues { ja: string; en: string; yasashii: string }

const said = (ja: string, en: string, yasashii = ja): ExpectedValue => ({ ja: `（${ja}）`, en: ` (${en})`, yasashii: `（${yasashii}）` });
const UNITS: Record<string, { ja: string; en: [one: string, several: string] }> = { string: { ja: '文字', en: [' character', ' characters'] }, array: { ja: '個', en: [' entry', ' entries'] }, set: { ja: '個', en: [' entry', ' entries'] } };
const TYPES: Record<string, { ja: string; en: string }> = {
  string: { ja: '文字', en: 'a text' }, number: { ja: '数', en: 'a number' }, int: { ja: '整数', en: 'a whole number' }, boolean: { ja: 'true か false', en: 'true or false' },
  array: { ja: '[ ] で囲んだ一覧', en: 'a list' }, object: { ja: '{ } で囲んだ項目', en: 'an object' },
};
const FORMATS: Record<string, { ja: string; en: string }> = {
  datetime: { ja: '2026-11-24T10:00:00Z のような、時差つきの時刻', en: 'a time with its zone, such as 2026-11-24T10:00:00Z' },
  date: { ja: '2026-11-24 のような日付', en: 'a date such as 2026-11-24' }, uuid: { ja: 'UUID', en: 'a UUID' },
};
const oneOf = (values: readonly unknown[]): ExpectedValue => (values.length === 1
  ? said(`${String(values[0])} にしてください`, `give ${String(values[0])}`)
  : said(`${values.map(String).join('、')} のどれか`, `one of ${values.map(String).join(', ')}`));
const bounded = (origin: string, bound: number | bigint, ja: string, en: string): ExpectedValue =>
  said(`${bound}${UNITS[origin]?.ja ?? ''}${ja}`, `${en} ${bound}${UNITS[origin]?.en[Number(bound) === 1 ? 0 : 1] ?? ''}`);

/** How deep lists and objects may stand within each other. */
export const atMostLevels = (levels: number): ExpectedValue => said(`入れ子は${levels}段まで`, `at most ${levels} lists and objects within each other`);

/** Nothing stands where something has to: told as such, and not as a wrong form. */
export const isMissing = (issue: z.core.$ZodIssue): boolean => 'input' in issue && issue.input === undefined && ['invalid_type', 'invalid_value', 'invalid_format', 'invalid_union'].includes(issue.code);

/** What was expected where a schema found something else, as far as it can be said; found with `reportInput`. */
export function expectedValue(issue: z.core.$ZodIssue): ExpectedValue {
  switch (issue.code) {
    case 'too_big': return bounded(issue.origin, issue.maximum, 'まで', 'at most');
    case 'too_small': return bounded(issue.origin, issue.minimum, '以上', 'at least');
    case 'invalid_value': return oneOf(issue.values);
    case 'invalid_union': return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : NOTHING;
    case 'invalid_format': return FORMATS[issue.format] ? said(FORMATS[issue.format].ja, FORMATS[issue.format].en) : NOTHING;
    case 'invalid_type': return expectedType(issue);
    default: return NOTHING;
  }
}

function expectedType({ expected }: z.core.$ZodIssueInvalidType): ExpectedValue {
  const type = TYPES[expected];
  return type ? said(type.ja, type.en) : NOTHING;
}

const NOTHING: ExpectedValue = { ja: '', en: '', yasashii: '' };
