import { namePeople } from '../name-people.js';
import { boundsOfRules, chooseTeams, sizeOf, type StandingTeams } from './choose-teams.js';
import { joinWords, rangeWords, ruleWords, type NameOf } from './conflict-sentences.js';
import { brokenByBound } from './held-rules.js';
import { joinUnits, nameTeams, seatsGiven, seatUnits } from './seats-given.js';
import { isMeant, ruleAmong, valuesOf } from './select-people.js';
import type { Conflict, Sentence } from './team-plan.js';
import type { Rule, TeamPerson, TeamRules } from './team-rules.js';

export type CountedConflict = Pick<Conflict, 'rules' | 'short' | 'text'>;

interface Context { people: TeamPerson[]; rules: TeamRules; standing: StandingTeams; nameOf: NameOf; idOf: (rule: Rule) => string }

/** Conflicts that counting alone proves: sizes, too few or too many of a kind, together against apart or against who stays, groups too large or too small. */
export const countedConflicts = ({ people, rules: asked, ...standing }: { people: TeamPerson[]; rules: TeamRules } & StandingTeams): CountedConflict[] => {
  const here = new Set(people.map(({ id }) => id));
  const all = (asked.rules ?? []).map((rule) => ruleAmong(rule, here));
  const rules = { ...asked, rules: all };
  const context: Context = {
    people, rules, standing,
    nameOf: namePeople(people), idOf: (rule) => rule.id ?? `rule-${all.indexOf(rule) + 1}`,
  };
  return [...sizeConflict(context), ...boundConflicts(context), ...all.flatMap((rule) => ruleConflict(rule, context)), ...togetherConflicts(context), ...heldConflicts(context)];
};

/** A number with its noun, in English. */
const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are');

const sizeConflict = ({ people, rules }: Context): CountedConflict[] => {
  const teams = chooseTeams(people, { ...rules, rules: [] });
  const least = teams.reduce((sum, { min }) => sum + min, 0);
  const room = teams.reduce((sum, { max }) => sum + max, 0);
  const short = Math.max(0, least - people.length, people.length - room);
  if (short === 0) return [];
  const { min, max } = sizeOf(rules);
  return [{ rules: ['size'], short, text: {
    ja: `${people.length}人は、1チーム${rangeWords(min, max).ja}では${min === max ? '' : 'ちょうど'}分けられません（${short}人${people.length > room ? '余ります' : '足りません'}）。`,
    en: `${counted(people.length, 'person', 'people')} cannot be divided into teams of ${rangeWords(min, max).en} (${short} too ${people.length > room ? 'many' : 'few'}).`,
  } }];
};

/** A rule allows at most so many teams, sizes or another rule need more. */
const boundConflicts = (context: Context): CountedConflict[] => {
  const { people, rules, nameOf } = context;
  const { most, fewest } = boundsOfRules(rules.rules ?? [], people);
  const { min, max } = sizeOf(rules);
  const words = (id: string) => ruleWords(rules.rules!.find((rule) => context.idOf(rule) === id)!, nameOf);
  const own = rules.teams?.length ?? 0;
  // A number that was asked for gives way to rules, the organiser's own teams do not.
  const needed = own > 0 ? own : Math.ceil(people.length / max);
  const possible = own > 0 ? Infinity : Math.floor(people.length / min);
  const why = own > 0
    ? { ja: `チームは${own}つあります。`, en: `there ${isOrAre(own)} ${counted(own, 'team')}.` }
    : { ja: `この人数では${needed}チーム必要です。`, en: `${needed} ${isOrAre(needed)} needed.` };
  const tooFew = most.filter(({ teams }) => teams < needed).map(({ rule, teams, count }): CountedConflict => ({
    rules: [rule, 'size'], short: needed - teams, text: {
      ja: `${words(rule).ja}は、当てはまる人が${count}人なので${teams}チームまでです。${why.ja}`,
      en: `${words(rule).en} is possible for ${counted(teams, 'team')} at most (${counted(count, 'such person', 'such people')}), but ${why.en}`,
    },
  }));
  const tooMany = fewest.filter(({ teams }) => teams > possible).map(({ rule, teams }): CountedConflict => ({
    rules: [rule, 'size'], short: teams - possible, text: {
      ja: `${words(rule).ja}には${teams}チーム必要ですが、この人数では${possible}チームまでです。`,
      en: `${words(rule).en} needs ${counted(teams, 'team')}, but only ${possible} ${isOrAre(possible)} possible.`,
    },
  }));
  const crossed = most.flatMap((upper) => fewest.filter((lower) => lower.teams > upper.teams && upper.teams >= needed && lower.teams <= possible)
    .map((lower): CountedConflict => ({
      rules: [upper.rule, lower.rule], short: lower.teams - upper.teams, text: {
        ja: `${words(upper.rule).ja}は${upper.teams}チームまで、${words(lower.rule).ja}には${lower.teams}チーム必要です。`,
        en: `${words(upper.rule).en} allows ${counted(upper.teams, 'team')}, ${words(lower.rule).en} needs ${lower.teams}.`,
      },
    })));
  return [...tooFew, ...tooMany, ...crossed];
};

const ruleConflict = (rule: Rule, context: Context): CountedConflict[] => {
  const { people, rules, nameOf, idOf } = context;
  const words = ruleWords(rule, nameOf);
  if (rule.type === 'count' && rule.team !== undefined) {
    const count = people.filter((person) => isMeant(person, rule.who)).length;
    const short = (rule.min ?? 0) - count;
    return short <= 0 ? [] : [{ rules: [idOf(rule)], short, text: {
      ja: `${words.ja}には${short}人足りません（当てはまる人は${count}人です）。`, en: `${words.en} lacks ${short} (there ${isOrAre(count)} ${count}).`,
    } }];
  }
  if (rule.type === 'not_alone' && people.filter((person) => isMeant(person, rule.who)).length === 1) {
    return [{ rules: [idOf(rule)], short: 1, text: { ja: `${words.ja}：当てはまる人が1人だけです。`, en: `${words.en}: there is only one such person.` } }];
  }
  if (rule.type === 'same') return smallGroups(rule, context);
  if (rule.type === 'together' && rule.people.length > largestSize(rules)) {
    return [{ rules: [idOf(rule), 'size'], short: rule.people.length - largestSize(rules), text: {
      ja: `${words.ja}は${rule.people.length}人で、1チームの上限${largestSize(rules)}人を超えます。`,
      en: `${words.en} are ${rule.people.length} people, more than the ${largestSize(rules)} of a team.`,
    } }];
  }
  return [];
};

const largestSize = (rules: TeamRules): number => Math.max(sizeOf(rules).max, ...(rules.teams ?? []).map(({ max }) => max ?? 0));

/** With one answer each and nobody silent, every answer's people must make whole teams of their own. */
const smallGroups = (rule: Extract<Rule, { type: 'same' }>, { people, rules, idOf, nameOf }: Context): CountedConflict[] => {
  if (people.some((person) => valuesOf(person, rule.attribute).length !== 1)) return [];
  const { min } = sizeOf(rules);
  const counts = new Map<string, number>();
  for (const [value] of people.map((person) => valuesOf(person, rule.attribute))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].filter(([, count]) => count < min).map(([value, count]) => ({
    rules: [idOf(rule), 'size'], short: min - count, text: {
      ja: `${ruleWords(rule, nameOf).ja}：「${value}」は${count}人だけで、1チームの下限${min}人に足りません。`,
      en: `${ruleWords(rule, nameOf).en}: only ${count} ${isOrAre(count)} “${value}”, fewer than the ${min} of a team.`,
    },
  }));
};

/** Two rules of which one holds people together that the other keeps apart. */
const togetherConflicts = ({ rules, nameOf, idOf }: Context): CountedConflict[] => {
  const all = rules.rules ?? [];
  const pairsOf = all.filter((rule) => rule.type === 'together');
  return pairsOf.flatMap((together) => all.flatMap((other): CountedConflict[] => {
    const caught = other.type === 'apart' ? other.people.filter((id) => together.people.includes(id)) : [];
    if (caught.length < 2) return [];
    const words = joinWords([ruleWords(together, nameOf), ruleWords(other, nameOf)]);
    return [{ rules: [idOf(together), idOf(other)], short: caught.length - 1, text: contradiction(words) }];
  }));
};

const contradiction = (words: Sentence): Sentence => ({ ja: `${words.ja}は同時に成り立ちません。`, en: `${words.en} contradict each other.` });

/** Rules that ask for somebody in another team than the one in which they stay: by a pin of the rules, of the plan that stands, or as a member of a team that they formed. */
const heldConflicts = ({ people, rules, standing, nameOf, idOf }: Context): CountedConflict[] => {
  const all = rules.rules ?? [];
  const teams = nameTeams(chooseTeams(people, rules, standing), standing);
  const given = seatsGiven(teams, rules, standing);
  if (given.bound.size === 0) return [];
  const names = teams.map(({ name }) => name);
  const { units, unitOf } = joinUnits(people, rules, given.bound);
  const { fixed } = seatUnits(people, units, given);
  const broken = brokenByBound(all, names, people, (person) => fixed[unitOf[person]]);
  return all.filter((rule) => broken.some((one) => one.rule === idOf(rule))).map((rule) => {
    const named = rule.type === 'together' ? rule.people : rule.type === 'pin' ? [rule.person] : [];
    const concerned = new Set(people.flatMap(({ id }, person) => (named.includes(id) ? units[unitOf[person]].map((one) => people[one].id) : [])));
    const isPin = (one: Rule): boolean => one.type === 'pin' && concerned.has(one.person) && names.indexOf(one.team) === given.bound.get(one.person);
    const told = all.filter((one) => one === rule || isPin(one));
    const held = [...concerned].flatMap((id) => given.bound.get(id) ?? []);
    const byPins = held.every((team) => told.some((one) => one !== rule && one.type === 'pin' && one.team === names[team]));
    const words = joinWords(told.map((one) => ruleWords(one, nameOf)));
    return {
      rules: told.map(idOf), short: broken.reduce((sum, one) => sum + (one.rule === idOf(rule) ? one.by : 0), 0),
      text: byPins ? contradiction(words) : {
        ja: `${words.ja}は守れません。固定されている人か、自分たちで組んだチームの人が、別のチームにいるためです。`,
        en: `${words.en} cannot be kept: somebody it is about is pinned in another team, or formed one.`,
      },
    };
  });
};
