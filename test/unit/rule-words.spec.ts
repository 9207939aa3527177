import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, ROLES, SECTORS, TEAM_WISHES } from '@tsunagu/contracts';
import type { TeamRules } from '@tsunagu/matching';
import { board as english } from '../../apps/web/src/organiser/words/en.js';
import { board } from '../../apps/web/src/organiser/words/ja.js';
import { ruleInWords } from '../../apps/web/src/organiser/rule-sentences.js';
import { look as englishLook } from '../../apps/web/src/look/words/en.js';
import { look } from '../../apps/web/src/look/words/ja.js';
import { ruleWords } from '../../libs/matching/src/similarity-to-teams/conflict-sentences.js';

type Rule = NonNullable<TeamRules['rules']>[number];
const nameOf = (id: string): string => id.toUpperCase();
/** The words of a page, without what turns one language into another. */
const translate = (words: object) => ((key: string, values: Record<string, unknown> = {}) => {
  const path = key.replace(/^look:/, 'look.').split('.');
  const found = path.reduce((at, step) => (at as Record<string, unknown>)[step], words as unknown) as string;
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
}) as unknown as Parameters<typeof ruleInWords>[1];
const inConsole = (rule: Rule, words: object, and: string): string => ruleInWords(rule as never, translate(words), (ids) => ids.map(nameOf).join(and));

const RULES: Rule[] = [
  ...SECTORS.map((sector): Rule => ({ type: 'count', who: { attribute: 'sector', values: [sector] }, min: 1 })),
  ...ROLES.map((role): Rule => ({ type: 'count', who: { role }, max: 2 })),
  ...LANGUAGES.map((language): Rule => ({ type: 'not_alone', who: { attribute: 'language', values: [language] } })),
  { type: 'count', who: { concept: '写真' }, min: 1, max: 2 },
  { type: 'not_alone', who: { attribute: 'sector', values: ['student', 'npo'] } },
  { type: 'separate', who: { role: 'money' }, from: { attribute: 'sector', values: ['public'] } },
  { type: 'spread', attribute: 'affiliation', max: 1 },
  { type: 'together', people: ['a', 'b'] }, { type: 'apart', people: ['a', 'b'] },
];

describe('a rule in the sentences about conflicts', () => {
  it('has the words that the console’s list of rules has for it, in both languages', () => {
    for (const rule of RULES) {
      expect(ruleWords(rule, nameOf)).toEqual({ ja: `「${inConsole(rule, { ...board, look }, '・')}」`, en: `“${inConsole(rule, { ...english, look: englishLook }, ', ')}”` });
    }
  });

  it('names what a person said about teams as the pages do, and what only a file knows as it is written', () => {
    for (const wish of TEAM_WISHES) expect(ruleWords({ type: 'not_alone', who: { attribute: 'team_wish', values: [wish] } }, nameOf).ja).toContain(look.teamWish[wish]);
    expect(ruleWords({ type: 'spread', attribute: '学年', max: 2 }, nameOf).ja).toBe('「同じ学年の人は1チームに2人まで」');
    expect(ruleWords({ type: 'count', who: { role: 'constructor' }, min: 2, team: '医' }, nameOf).ja).toBe('「医にはconstructorを出せる人を2人以上」');
  });
});
