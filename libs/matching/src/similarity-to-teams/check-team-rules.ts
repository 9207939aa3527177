import { chooseTeams, sizeOf } from './choose-teams.js';
import type { Rule, Selector, TeamPerson, TeamRules, Wish } from './team-rules.js';

/** One fault in the rules: where (`rules.0.people.1`), what, and a sentence, in English and in Japanese. */
export interface TeamRulesProblem { path: string; code: string; text: string; ja: string }

/** The rules cannot be understood; `problems` lists every fault. */
export class TeamRulesError extends Error {
  readonly code = 'teams.rules_invalid';

  constructor(readonly problems: TeamRulesProblem[]) {
    super(problems.map(({ path, text }) => `${path}: ${text}`).join('; '));
    this.name = 'TeamRulesError';
  }
}

type Report = (path: string, code: string, text: string, ja: string) => void;

const RULES = ['together', 'apart', 'pin', 'count', 'same', 'spread', 'not_alone', 'separate'];
const WISHES = ['pairs', 'cover', 'needs', 'data', 'theme', 'mix', 'sectors', 'balance', 'choice', 'proportion', 'count', 'same', 'not_alone', 'wants'];

/** What everybody may be asked for; further attributes are those that somebody has. */
const ATTRIBUTES = ['affiliation', 'sector', 'languages'];
/** Faults that other people would mend. */
const OF_PEOPLE = new Set(['person.unknown', 'attribute.unknown', 'count.unreachable']);

/**
 * Every fault that makes rules meaningless for these people: unknown ids, names and attributes, impossible ranges, doubled ids, a number of
 * teams that cannot be. Empty = sound.
 * @param known whom the rules may name; more than `people` where some are not here
 */
export const checkTeamRules = (rules: TeamRules, people: TeamPerson[], known: ReadonlySet<string> = new Set(people.map(({ id }) => id))): TeamRulesProblem[] => {
  const problems: TeamRulesProblem[] = [];
  const report: Report = (path, code, text, ja) => problems.push({ path, code, text, ja });
  for (const key of ['rules', 'wishes', 'teams', 'themes'] as const) {
    const list: unknown = rules[key];
    if (list === undefined || (Array.isArray(list) && list.every((one) => typeof one === 'object' && one !== null))) continue;
    return [{ path: key, code: 'list', text: 'expected a list of objects', ja: '項目の一覧を書いてください' }];
  }
  if (new Set(people.map(({ id }) => id)).size < people.length) report('people', 'people.doubled', 'two people have the same id', '同じ id の人が二人います');
  checkSize(rules, report);
  const slots = new Set((rules.teams ?? []).map(({ name }) => name));
  const attributes = new Set([...ATTRIBUTES, ...people.flatMap((person) => Object.keys(person.attributes ?? {}))]);
  const context: Context = { known, slots, attributes, report };
  (rules.rules ?? []).forEach((rule, at) => checkRule(rule, `rules.${at}`, context));
  (rules.wishes ?? []).forEach((wish, at) => checkWish(wish, `wishes.${at}`, context));
  checkSlots(rules, context);
  checkIds(rules, report);
  if (problems.length === 0) checkCount(rules, people, report);
  return problems;
};

/**
 * The faults that no other people would mend. Rules may name people who are not here today and attributes that nobody has filled in
 * yet, and ask for more teams than those who are here make; whoever reads rules from a person checks these too.
 */
export const senselessRules = (rules: TeamRules, people: TeamPerson[]): TeamRulesProblem[] =>
  checkTeamRules(rules, people).filter(({ code }) => !OF_PEOPLE.has(code));

interface Context { known: ReadonlySet<string>; slots: Set<string>; attributes: ReadonlySet<string>; report: Report }

const checkSize = ({ size, count, weakest }: TeamRules, report: Report): void => {
  const whole = (value: number): boolean => Number.isInteger(value) && value >= 1;
  if (size && (!whole(size.min) || !whole(size.max) || size.min > size.max)) report('size', 'size.range', 'expected whole numbers, min at least 1 and at most max', '整数で、min は1以上、max 以下にしてください');
  if (size?.target !== undefined && !(size.target >= size.min && size.target <= size.max)) report('size.target', 'size.target', 'expected a number between min and max', 'min から max までの数にしてください');
  if (count !== undefined && !whole(count)) report('count', 'count.range', 'expected a whole number of at least 1', '1以上の整数にしてください');
  if (weakest !== undefined && !(weakest >= 0 && weakest <= 1)) report('weakest', 'weakest.range', 'expected a number from 0 to 1', '0から1までの数にしてください');
};

const checkCount = (rules: TeamRules, people: TeamPerson[], report: Report): void => {
  if (rules.count === undefined) return;
  const possible = chooseTeams(people, rules).length;
  if (possible === rules.count) return;
  const { min, max } = sizeOf(rules);
  report('count', 'count.unreachable', `${people.length} people in teams of ${min} to ${max} make ${possible} teams under these rules, not ${rules.count}`,
    `${people.length}人を1チーム${min}〜${max}人に分けると、この条件では${possible}チームです（${rules.count}チームにはなりません）`);
};

const checkRule = (rule: Rule, path: string, context: Context): void => {
  const { slots, report } = context;
  if (!RULES.includes(rule.type)) return report(`${path}.type`, 'rule.unknown', `expected one of ${RULES.join(', ')}, got ${JSON.stringify(rule.type)}`, `${RULES.join('、')} のどれかにしてください（${JSON.stringify(rule.type)} はありません）`);
  if (rule.type === 'together' || rule.type === 'apart') return checkPeople(rule.people, `${path}.people`, context, 2);
  if (rule.type === 'pin') {
    checkPerson(rule.person, `${path}.person`, context);
    if (!slots.has(rule.team)) report(`${path}.team`, 'team.unknown', `no team is called ${JSON.stringify(rule.team)}`, `${JSON.stringify(rule.team)} という名前のチームはありません`);
    return;
  }
  if ('who' in rule) checkSelector(rule.who, `${path}.who`, context);
  if (rule.type === 'separate') checkSelector(rule.from, `${path}.from`, context);
  if (rule.type === 'count') {
    checkRange(rule, path, report);
    if (rule.team !== undefined && !slots.has(rule.team)) report(`${path}.team`, 'team.unknown', `no team is called ${JSON.stringify(rule.team)}`, `${JSON.stringify(rule.team)} という名前のチームはありません`);
  }
  if (rule.type === 'spread' && !(Number.isInteger(rule.max) && rule.max >= 1)) report(`${path}.max`, 'range', 'expected a whole number of at least 1', '1以上の整数にしてください');
  if (rule.type === 'same' || rule.type === 'spread') checkAttribute(rule.attribute, path, context);
};

const checkWish = (wish: Wish, path: string, context: Context): void => {
  const { report } = context;
  if (!WISHES.includes(wish.type)) return report(`${path}.type`, 'wish.unknown', `expected one of ${WISHES.join(', ')}, got ${JSON.stringify(wish.type)}`, `${WISHES.join('、')} のどれかにしてください（${JSON.stringify(wish.type)} はありません）`);
  if (wish.priority !== undefined && !(wish.priority >= 1)) report(`${path}.priority`, 'range', 'expected a number of at least 1 (1 = most)', '1以上の数にしてください（1がいちばん強い）');
  if (wish.weight !== undefined && !(wish.weight >= 0 && Number.isFinite(wish.weight))) report(`${path}.weight`, 'range', 'expected a number of at least 0', '0以上の数にしてください');
  if (wish.type === 'cover') {
    if (!Array.isArray(wish.who) || wish.who.length === 0) report(`${path}.who`, 'selector', 'expected a list of who is needed', '必要な人の一覧を書いてください');
    else wish.who.forEach((who, at) => checkSelector(who, `${path}.who.${at}`, context));
  } else if (wish.type === 'proportion' || wish.type === 'count' || wish.type === 'not_alone') checkSelector(wish.who, `${path}.who`, context);
  if (wish.type === 'count') checkRange(wish, path, report);
  if (wish.type === 'mix' || wish.type === 'balance' || wish.type === 'same') checkAttribute(wish.attribute, path, context);
  if (wish.type === 'proportion' && wish.share !== undefined && !(wish.share >= 0 && wish.share <= 1)) report(`${path}.share`, 'range', 'expected a number from 0 to 1', '0から1までの数にしてください');
};

const checkRange = ({ min, max }: { min?: number; max?: number }, path: string, report: Report): void => {
  if (min === undefined && max === undefined) report(path, 'range', 'expected min or max', 'min か max を書いてください');
  for (const bound of [min, max]) if (bound !== undefined && !(Number.isInteger(bound) && bound >= 0)) report(path, 'range', 'expected whole numbers of at least 0', '0以上の整数にしてください');
  if (min !== undefined && max !== undefined && min > max) report(path, 'range', 'expected min to be at most max', 'min は max 以下にしてください');
};

const checkAttribute = (attribute: unknown, path: string, { attributes, report }: Context): void => {
  if (typeof attribute !== 'string' || attribute === '') return report(`${path}.attribute`, 'attribute', 'expected the name of an attribute', '項目の名前を書いてください');
  if (attributes.has(attribute)) return;
  report(`${path}.attribute`, 'attribute.unknown', `nobody has an attribute ${JSON.stringify(attribute)}: there are ${[...attributes].join(', ')}`, `${JSON.stringify(attribute)} という項目はありません（あるのは ${[...attributes].join('、')}）`);
};

const checkSelector = (who: Selector | undefined, path: string, context: Context): void => {
  if (typeof who !== 'object' || who === null) return context.report(path, 'selector', 'expected who is meant', 'だれのことかを書いてください');
  if ('people' in who) return checkPeople(who.people, `${path}.people`, context, 1);
  if (!('concept' in who || 'role' in who || 'attribute' in who)) context.report(path, 'selector', 'expected people, concept, role or attribute', 'people、concept、role、attribute のどれかを書いてください');
  if ('attribute' in who) checkAttribute(who.attribute, path, context);
  if ('values' in who && !Array.isArray(who.values)) context.report(`${path}.values`, 'selector', 'expected a list of values', '値の一覧を書いてください');
};

const checkPerson = (id: string, path: string, { known, report }: Context): void => {
  if (!known.has(id)) report(path, 'person.unknown', `nobody has the id ${JSON.stringify(id)}`, `id が ${JSON.stringify(id)} の人はいません`);
};

const checkPeople = (people: unknown, path: string, context: Context, least: number): void => {
  const { report } = context;
  if (!Array.isArray(people) || people.length < least) return report(path, 'people', `expected at least ${least} ids`, `id を${least}個以上書いてください`);
  people.forEach((id, at) => {
    checkPerson(id, `${path}.${at}`, context);
    if (people.indexOf(id) < at) report(`${path}.${at}`, 'person.doubled', `${JSON.stringify(id)} stands there twice`, `${JSON.stringify(id)} が二度あります`);
  });
};

const checkSlots = ({ teams = [], themes = [] }: TeamRules, context: Context): void => {
  const { report } = context;
  const seated = new Map<string, number>();
  const titles = new Set(themes.map(({ id }) => id));
  if (titles.size < themes.length) report('themes', 'theme.doubled', 'two themes have the same id', '同じ id のテーマが二つあります');
  teams.forEach((slot, at) => {
    const path = `teams.${at}`;
    if (!slot.name || teams.findIndex(({ name }) => name === slot.name) < at) report(`${path}.name`, 'team.name', 'expected a name that no other team has', 'ほかのチームと違う名前を書いてください');
    if (slot.theme !== undefined && !titles.has(slot.theme)) report(`${path}.theme`, 'theme.unknown', `no theme has the id ${JSON.stringify(slot.theme)}`, `id が ${JSON.stringify(slot.theme)} のテーマはありません`);
    if ((slot.min ?? 0) > (slot.max ?? Infinity)) report(path, 'size.range', 'expected min to be at most max', 'min は max 以下にしてください');
    checkPeople(slot.members ?? [], `${path}.members`, context, 0);
    slot.wants?.forEach((who, wanted) => checkSelector(who, `${path}.wants.${wanted}`, context));
    for (const id of slot.members ?? []) {
      if (seated.has(id)) report(`${path}.members`, 'person.doubled', `${JSON.stringify(id)} is in two teams`, `${JSON.stringify(id)} が二つのチームにいます`);
      seated.set(id, at);
    }
  });
};

/** What has no id is known by its place (`rule-2`), which no id may take. */
const checkIds = ({ rules = [], wishes = [] }: TeamRules, report: Report): void => {
  const entries = [
    ...rules.map(({ id }, at) => ({ id, placed: `rule-${at + 1}`, path: `rules.${at}` })),
    ...wishes.map(({ id, type }, at) => (type === 'pairs' ? { id: undefined, placed: 'pairs', path: '' } : { id, placed: `wish-${at + 1}`, path: `wishes.${at}` })),
  ];
  const seen = new Set(['size', 'pairs', ...entries.flatMap(({ id, placed }) => (id === undefined ? [placed] : []))]);
  for (const { id, path } of entries) {
    if (id === undefined) continue;
    if (seen.has(id)) report(`${path}.id`, 'id.doubled', `the id ${JSON.stringify(id)} is taken`, `id ${JSON.stringify(id)} はもう使われています`);
    seen.add(id);
  }
};
