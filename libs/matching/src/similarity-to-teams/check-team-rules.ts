import type { Rule, Selector, TeamPerson, TeamRules, Wish } from './team-rules.js';

/** One fault in the rules: where (`rules.0.people.1`), what, and a sentence. */
export interface TeamRulesProblem { path: string; code: string; text: string }

/** The rules cannot be understood; `problems` lists every fault. */
export class TeamRulesError extends Error {
  readonly code = 'teams.rules_invalid';

  constructor(readonly problems: TeamRulesProblem[]) {
    super(problems.map(({ path, text }) => `${path}: ${text}`).join('; '));
    this.name = 'TeamRulesError';
  }
}

type Report = (path: string, code: string, text: string) => void;

const RULES = ['together', 'apart', 'pin', 'count', 'same', 'spread', 'not_alone', 'separate'];
const WISHES = ['pairs', 'cover', 'needs', 'data', 'theme', 'mix', 'sectors', 'balance', 'choice', 'proportion', 'count', 'same', 'not_alone', 'wants'];

/** Every fault that makes rules meaningless for these people: unknown ids and names, impossible ranges, doubled ids. Empty = sound. */
export const checkTeamRules = (rules: TeamRules, people: TeamPerson[]): TeamRulesProblem[] => {
  const problems: TeamRulesProblem[] = [];
  const report: Report = (path, code, text) => problems.push({ path, code, text });
  for (const key of ['rules', 'wishes', 'teams', 'themes'] as const) {
    const list: unknown = rules[key];
    if (list === undefined || (Array.isArray(list) && list.every((one) => typeof one === 'object' && one !== null))) continue;
    return [{ path: key, code: 'list', text: 'expected a list of objects' }];
  }
  const known = new Set(people.map(({ id }) => id));
  if (known.size < people.length) report('people', 'people.doubled', 'two people have the same id');
  checkSize(rules, report);
  const slots = new Set((rules.teams ?? []).map(({ name }) => name));
  (rules.rules ?? []).forEach((rule, at) => checkRule(rule, `rules.${at}`, { known, slots, report }));
  (rules.wishes ?? []).forEach((wish, at) => checkWish(wish, `wishes.${at}`, { known, slots, report }));
  checkSlots(rules, { known, slots, report });
  checkIds(rules, report);
  return problems;
};

interface Context { known: Set<string>; slots: Set<string>; report: Report }

const checkSize = ({ size, count, weakest }: TeamRules, report: Report): void => {
  const whole = (value: number): boolean => Number.isInteger(value) && value >= 1;
  if (size && (!whole(size.min) || !whole(size.max) || size.min > size.max)) report('size', 'size.range', 'expected whole numbers, min at least 1 and at most max');
  if (size?.target !== undefined && !(size.target >= size.min && size.target <= size.max)) report('size.target', 'size.target', 'expected a number between min and max');
  if (count !== undefined && !whole(count)) report('count', 'count.range', 'expected a whole number of at least 1');
  if (weakest !== undefined && !(weakest >= 0 && weakest <= 1)) report('weakest', 'weakest.range', 'expected a number from 0 to 1');
};

const checkRule = (rule: Rule, path: string, context: Context): void => {
  const { slots, report } = context;
  if (!RULES.includes(rule.type)) return report(`${path}.type`, 'rule.unknown', `expected one of ${RULES.join(', ')}, got ${JSON.stringify(rule.type)}`);
  if (rule.type === 'together' || rule.type === 'apart') return checkPeople(rule.people, `${path}.people`, context, 2);
  if (rule.type === 'pin') {
    checkPeople([rule.person], `${path}.person`, context, 1);
    if (!slots.has(rule.team)) report(`${path}.team`, 'team.unknown', `no team is called ${JSON.stringify(rule.team)}`);
    return;
  }
  if ('who' in rule) checkSelector(rule.who, `${path}.who`, context);
  if (rule.type === 'separate') checkSelector(rule.from, `${path}.from`, context);
  if (rule.type === 'count') {
    checkRange(rule, path, report);
    if (rule.team !== undefined && !slots.has(rule.team)) report(`${path}.team`, 'team.unknown', `no team is called ${JSON.stringify(rule.team)}`);
  }
  if (rule.type === 'spread' && !(Number.isInteger(rule.max) && rule.max >= 1)) report(`${path}.max`, 'range', 'expected a whole number of at least 1');
  if (rule.type === 'same' || rule.type === 'spread') checkAttribute(rule.attribute, path, report);
};

const checkWish = (wish: Wish, path: string, context: Context): void => {
  const { report } = context;
  if (!WISHES.includes(wish.type)) return report(`${path}.type`, 'wish.unknown', `expected one of ${WISHES.join(', ')}, got ${JSON.stringify(wish.type)}`);
  if (wish.priority !== undefined && !(wish.priority >= 1)) report(`${path}.priority`, 'range', 'expected a number of at least 1 (1 = most)');
  if (wish.weight !== undefined && !(wish.weight >= 0 && Number.isFinite(wish.weight))) report(`${path}.weight`, 'range', 'expected a number of at least 0');
  if (wish.type === 'cover') {
    if (!Array.isArray(wish.who) || wish.who.length === 0) report(`${path}.who`, 'selector', 'expected a list of who is needed');
    else wish.who.forEach((who, at) => checkSelector(who, `${path}.who.${at}`, context));
  } else if (wish.type === 'proportion' || wish.type === 'count' || wish.type === 'not_alone') checkSelector(wish.who, `${path}.who`, context);
  if (wish.type === 'count') checkRange(wish, path, report);
  if (wish.type === 'mix' || wish.type === 'balance' || wish.type === 'same') checkAttribute(wish.attribute, path, report);
  if (wish.type === 'proportion' && wish.share !== undefined && !(wish.share >= 0 && wish.share <= 1)) report(`${path}.share`, 'range', 'expected a number from 0 to 1');
};

const checkRange = ({ min, max }: { min?: number; max?: number }, path: string, report: Report): void => {
  if (min === undefined && max === undefined) report(path, 'range', 'expected min or max');
  for (const bound of [min, max]) if (bound !== undefined && !(Number.isInteger(bound) && bound >= 0)) report(path, 'range', 'expected whole numbers of at least 0');
  if (min !== undefined && max !== undefined && min > max) report(path, 'range', 'expected min to be at most max');
};

const checkAttribute = (attribute: unknown, path: string, report: Report): void => {
  if (typeof attribute !== 'string' || attribute === '') report(`${path}.attribute`, 'attribute', 'expected the name of an attribute');
};

const checkSelector = (who: Selector | undefined, path: string, context: Context): void => {
  if (typeof who !== 'object' || who === null) return context.report(path, 'selector', 'expected who is meant');
  if ('people' in who) return checkPeople(who.people, `${path}.people`, context, 1);
  if (!('concept' in who || 'role' in who || 'attribute' in who)) context.report(path, 'selector', 'expected people, concept, role or attribute');
  if ('values' in who && !Array.isArray(who.values)) context.report(`${path}.values`, 'selector', 'expected a list of values');
};

const checkPeople = (people: unknown, path: string, { known, report }: Context, least: number): void => {
  if (!Array.isArray(people) || people.length < least) return report(path, 'people', `expected at least ${least} ids`);
  people.forEach((id, at) => {
    if (!known.has(id)) report(`${path}.${at}`, 'person.unknown', `nobody has the id ${JSON.stringify(id)}`);
    if (people.indexOf(id) < at) report(`${path}.${at}`, 'person.doubled', `${JSON.stringify(id)} stands there twice`);
  });
};

const checkSlots = ({ teams = [], themes = [] }: TeamRules, context: Context): void => {
  const { report } = context;
  const seated = new Map<string, number>();
  const titles = new Set(themes.map(({ id }) => id));
  if (titles.size < themes.length) report('themes', 'theme.doubled', 'two themes have the same id');
  teams.forEach((slot, at) => {
    const path = `teams.${at}`;
    if (!slot.name || teams.findIndex(({ name }) => name === slot.name) < at) report(`${path}.name`, 'team.name', 'expected a name that no other team has');
    if (slot.theme !== undefined && !titles.has(slot.theme)) report(`${path}.theme`, 'theme.unknown', `no theme has the id ${JSON.stringify(slot.theme)}`);
    if ((slot.min ?? 0) > (slot.max ?? Infinity)) report(path, 'size.range', 'expected min to be at most max');
    checkPeople(slot.members ?? [], `${path}.members`, context, 0);
    for (const id of slot.members ?? []) {
      if (seated.has(id)) report(`${path}.members`, 'person.doubled', `${JSON.stringify(id)} is in two teams`);
      seated.set(id, at);
    }
  });
};

const checkIds = ({ rules = [], wishes = [] }: TeamRules, report: Report): void => {
  const seen = new Set(['size', 'pairs']);
  [...rules.map(({ id }, at) => ({ id, path: `rules.${at}` })), ...wishes.map(({ id, type }, at) => ({ id: type === 'pairs' ? undefined : id, path: `wishes.${at}` }))]
    .forEach(({ id, path }) => {
      if (id !== undefined && seen.has(id)) report(`${path}.id`, 'id.doubled', `the id ${JSON.stringify(id)} is taken`);
      if (id !== undefined) seen.add(id);
    });
};
