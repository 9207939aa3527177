import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';
import type { ReasonLanguage, Sentence, TeamPerson, TeamPlan, TeamReason } from '@tsunagu/matching';
import { writeJsonLine } from './json-lines.js';
import { CommandProblem, note } from './problems.js';

export type TeamsFormat = 'json' | 'csv' | 'md';

export interface ExplainedTeams {
  plan: TeamPlan;
  /** Of each team. */
  reasons: TeamReason[][];
  people: ReadonlyMap<string, TeamPerson>;
  /** Titles of themes by id. */
  themes: ReadonlyMap<string, string>;
}

/** What is said to the organiser is Japanese or English. */
const toOrganiser = ({ ja, en }: Sentence, lang: ReasonLanguage): string => (lang === 'en' ? en : ja);

/** Writes a plan to standard output: one JSON object, a table that spreadsheets open, or a page to print. */
export async function writeTeams(teams: ExplainedTeams, format: TeamsFormat, lang: ReasonLanguage): Promise<void> {
  if (format === 'json') return writeJsonLine(toJson(teams, lang));
  const text = format === 'csv' ? toCsv(teams, lang) : toMarkdown(teams, lang);
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  // A table has no place for them.
  if (format === 'csv') for (const { text: { ja, en } } of teams.plan.conflicts) note(new CommandProblem({ code: 'teams.rules_conflict', ja, en }).message);
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function toJson({ plan, reasons }: ExplainedTeams, lang: ReasonLanguage): unknown {
  const { objective, baseline, baselineBest, baselineSamples, iterations, broken } = plan;
  return {
    teams: plan.teams.map(({ score, terms, ...team }, at) => ({
      ...team, score: round(score),
      terms: Object.fromEntries(Object.entries(terms).map(([wish, value]) => [wish, round(value)])),
      reasons: reasons[at].map(({ type, members, concepts, labels, text }) => ({ type, text: text[lang], members, concepts, labels })),
    })),
    unplaced: plan.unplaced.map(({ id, cause }) => ({ id, cause: toOrganiser(cause.text, lang), code: cause.code })),
    wishes: plan.wishes.map(({ wish, ...values }) => ({ wish, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, round(value)])) })),
    objective: round(objective), baseline: round(baseline), baselineBest: round(baselineBest), baselineSamples, iterations,
    ...(broken.length > 0 && {
      broken,
      conflicts: plan.conflicts.map(({ rules, proven, short, text, loosenings }) => ({
        rules, proven, short, text: toOrganiser(text, lang), loosenings: loosenings.map((loosening) => toOrganiser(loosening.text, lang)),
      })),
    }),
  };
}

/** One row a person. Cells that a spreadsheet would run as a formula are written as text, and a BOM keeps Japanese readable in Excel. */
function toCsv({ plan, people, themes }: ExplainedTeams, lang: ReasonLanguage): string {
  const heading = lang !== 'en' ? ['チーム', 'テーマ', '番号', '名前', '所属'] : ['team', 'theme', 'id', 'name', 'affiliation'];
  const row = (team: string, theme: string, id: string): string[] => [team, theme, id, people.get(id)?.name ?? '', people.get(id)?.affiliation ?? ''];
  const seated = plan.teams.flatMap(({ name, theme, members }, at) => members.map((id) => row(name ?? String(at + 1), themes.get(theme ?? '') ?? '', id)));
  const left = plan.unplaced.map(({ id }) => row('', '', id));
  return stringify([heading, ...seated, ...left], { escape_formulas: true, bom: true, record_delimiter: 'windows' });
}

function toMarkdown({ plan, reasons, people, themes }: ExplainedTeams, lang: ReasonLanguage): string {
  const word = lang !== 'en' ? { team: 'チーム', left: 'チームのない人', conflict: '両立しない条件' } : { team: 'Team', left: 'Without a team', conflict: 'Rules that cannot all hold' };
  const nameOf = (id: string): string => escape(people.get(id)?.name ?? id);
  const teams = plan.teams.map(({ name, theme, members }, at) => [
    `## ${name === undefined ? `${word.team} ${at + 1}` : escape(name)}${theme === undefined ? '' : ` — ${escape(themes.get(theme) ?? theme)}`}`, '',
    ...members.map((id) => `- ${nameOf(id)}${people.get(id)?.affiliation ? ` (${escape(people.get(id)!.affiliation!)})` : ''}`), '',
    ...reasons[at].map(({ text }) => `> ${escape(text[lang])}  `), '',
  ].join('\n'));
  const left = plan.unplaced.map(({ id, cause }) => `- ${nameOf(id)}: ${escape(toOrganiser(cause.text, lang))}`);
  const conflicts = plan.conflicts.map(({ text }) => `- ${escape(toOrganiser(text, lang))}`);
  const section = (title: string, lines: string[]): string[] => (lines.length === 0 ? [] : [`## ${title}\n\n${lines.join('\n')}\n`]);
  return `${[...section(word.conflict, conflicts), ...teams, ...section(word.left, left)].join('\n')}`;
}

/** Words of participants must not become markup. */
const escape = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>#|~!]/gu, '\\$&');
