import type { Language, Role, Sector } from '@tsunagu/contracts';
import { LANGUAGES, ROLES, SECTORS } from '@tsunagu/contracts';
import type { Translate } from '../look/translation.js';
import type { Rule } from './rules-document.js';

type Words = Translate<readonly ['board', 'look']>;
type Who = Extract<Rule, { type: 'count' }>['who'];

/** Who is meant by a rule, in words. */
function whoInWords(who: Who, t: Words, namesOf: (ids: readonly string[]) => string): string {
  if ('people' in who) return namesOf(who.people);
  if ('concept' in who) return t('rules.who.concept', { label: who.concept });
  if ('role' in who) return t('rules.who.role', { role: (ROLES as readonly string[]).includes(who.role) ? t(`look:role.${who.role as Role}`) : who.role });
  if (!('values' in who)) return who.attribute;
  return who.values.map((value) => {
    if (who.attribute === 'sector' && (SECTORS as readonly unknown[]).includes(value)) return t(`look:sector.${value as Sector}`);
    if (who.attribute === 'language' && (LANGUAGES as readonly unknown[]).includes(value)) return t(`rules.languages.${value as Language}`);
    return String(value);
  }).join(t('rules.and'));
}

/** A rule as a plain sentence; kinds that only a file can give are named by their type. */
export function ruleInWords(rule: Rule, t: Words, namesOf: (ids: readonly string[]) => string): string {
  if (rule.label) return rule.label;
  const who = (one: Who): string => whoInWords(one, t, namesOf);
  switch (rule.type) {
    case 'together': case 'apart': return t(`rules.${rule.type}`, { names: namesOf(rule.people) });
    case 'spread': return rule.attribute === 'affiliation' ? t('rules.spread', { max: rule.max }) : t('rules.other', { type: rule.type });
    case 'not_alone': return t('rules.notAlone', { who: who(rule.who) });
    case 'separate': return t('rules.separate', { who: who(rule.who), from: who(rule.from) });
    case 'count':
      if (rule.team) return t('rules.other', { type: rule.type });
      if (rule.min !== undefined && rule.max === undefined) return t('rules.countMin', { who: who(rule.who), min: rule.min });
      if (rule.max !== undefined && rule.min === undefined) return t('rules.countMax', { who: who(rule.who), max: rule.max });
      return t('rules.countBoth', { who: who(rule.who), min: rule.min ?? 0, max: rule.max ?? '' });
    default: return t('rules.other', { type: rule.type });
  }
}
