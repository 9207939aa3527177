import {
  buildEventIndex, checkTeamRules, countHolders, explainTeam, formTeams, pairTables,
  type ConceptGraph, type MatchEvent, type MatchPerson, type ReasonLanguage, type TeamPerson, type TeamPlan, type TeamReason, type TeamRules,
} from '@tsunagu/matching';
import { loadReaders } from '@tsunagu/nlp';
import { openInput } from './json-lines.js';
import { parseOptions } from './parse-options.js';
import { InputError, UsageError } from './problems.js';
import { parseEvent, type EventFile } from './read-event.js';
import { readPeopleCsv, type CsvParticipant } from './read-people-csv.js';
import { parseProfiles, readConcepts } from './read-profiles.js';
import { lineOfFault, readRules } from './read-rules.js';
import { showProgress } from './progress.js';
import { understandEvent } from './understand-event.js';
import { writeTeams, type ExplainedTeams, type TeamsFormat } from './write-teams.js';

const usage = 'usage: tsunagu teams EVENT.json|PEOPLE.csv [--size 4|3-5] [--rules RULES.json] [--seconds 1 | --iterations N] [--seed 1] [--format json|csv|md] [--lang ja|en|yasashii]; or PROFILES.jsonl --concepts CONCEPTS.json for people who are understood already';

interface TeamsArguments {
  file: string | undefined;
  size: NonNullable<TeamRules['size']> | undefined;
  rules: string | undefined;
  concepts: string | undefined;
  seconds: number;
  iterations: number | undefined;
  seed: number;
  format: TeamsFormat;
  lang: ReasonLanguage;
}

/** Where the rules wish nothing: who fits whom first, then what a team shares and which needs it meets itself. */
const usualWishes: TeamRules['wishes'] = [
  { type: 'pairs', priority: 1 }, { type: 'theme', priority: 4 }, { type: 'needs', priority: 4 },
];

/** `tsunagu teams EVENT.json|PEOPLE.csv`: everyone in a team, with reasons. */
export async function run(args: string[]): Promise<void> {
  const options = readArguments(args);
  const { graph, people, event } = await (options.concepts === undefined ? understandPeople(options.file) : readUnderstood(options.file, options.concepts));
  const rules = await rulesOf(options, people);
  const index = buildEventIndex(graph, people, event);
  const ends = performance.now() + 1000 * options.seconds;
  const plan = formTeams({
    people, rules, seed: options.seed, ...pairTables(index, people),
    ...(options.iterations === undefined ? { shouldStop: () => performance.now() >= ends } : { iterations: options.iterations }),
  });
  await writeTeams(explain(plan, people, graph, rules), options.format, options.lang);
}

interface Understood { graph: ConceptGraph; people: (MatchPerson & TeamPerson)[]; event: MatchEvent }

/** People by their introductions. */
async function understandPeople(file: string | undefined): Promise<Understood> {
  const { event, participants } = await readPeople(file);
  const readers = await loadReaders();
  const understood = await understandEvent({ event, participants }, readers, showProgress('introductions read', participants.length));
  return { graph: readers.extractor.lexicon.graph(), event: understood.event, people: understood.people.map((person, at) => ({ ...person, choices: participants[at].choices })) };
}

/** People whom somebody else has understood: profiles of concepts. */
async function readUnderstood(file: string | undefined, concepts: string): Promise<Understood> {
  const graph = await readConcepts(concepts);
  return { graph, people: parseProfiles(decode(await readBytes(file)), graph), event: {} };
}

function explain(plan: TeamPlan, people: TeamPerson[], graph: ConceptGraph, rules: TeamRules): ExplainedTeams {
  const byId = new Map(people.map((person) => [person.id, person]));
  const holders = countHolders(people);
  const reasons = plan.teams.map(({ members }): TeamReason[] =>
    explainTeam({ members: members.map((id) => byId.get(id)!), graph, holders, people: people.length }));
  return { plan, reasons, people: byId, themes: new Map((rules.themes ?? []).map(({ id, title }) => [id, title])) };
}

async function rulesOf({ size, rules: file }: TeamsArguments, people: TeamPerson[]): Promise<TeamRules> {
  const given = file === undefined ? {} : await readRules(file);
  const rules: TeamRules = { ...given, size: size ?? given.size, wishes: given.wishes ?? usualWishes };
  const [fault] = checkTeamRules(rules, people);
  if (fault) throw new InputError(`${file ?? 'rules'} line ${file === undefined ? 1 : await lineOfFault(file, fault.path)}: ${fault.path}: ${fault.text}`);
  return rules;
}

async function readPeople(file: string | undefined): Promise<Omit<EventFile, 'participants'> & { participants: CsvParticipant[] }> {
  const bytes = await readBytes(file);
  return looksLikeJson(file, bytes) ? parseEvent(decode(bytes)) : { event: {}, participants: readPeopleCsv(bytes) };
}

async function readBytes(file: string | undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of openInput(file)) chunks.push(chunk);
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${(error as Error).message}`, { cause: error });
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '');
  } catch (error) {
    throw new InputError('line 1: not UTF-8', { cause: error });
  }
}

const looksLikeJson = (file: string | undefined, bytes: Buffer): boolean =>
  /\.json$/i.test(file ?? '') || (!/\.csv$/i.test(file ?? '') && /^[\s\uFEFF]*[[{]/u.test(bytes.subarray(0, 200).toString('utf8')));

function readArguments(args: string[]): TeamsArguments {
  const { values, positionals } = parse(args);
  const wrong = (what: string): never => { throw new UsageError(`${what}; ${usage}`); };
  if (positionals.length > 1) throw new UsageError(usage);
  if (values.seconds !== undefined && values.iterations !== undefined) wrong('--seconds and --iterations exclude each other');
  const seconds = Number(values.seconds ?? 1);
  const iterations = values.iterations === undefined ? undefined : Number(values.iterations);
  const seed = Number(values.seed);
  if (!(seconds > 0 && seconds <= 3600)) wrong(`--seconds: expected a number above 0, got ${values.seconds}`);
  if (iterations !== undefined && !(Number.isSafeInteger(iterations) && iterations > 0)) wrong(`--iterations: expected a whole number of at least 1, got ${values.iterations}`);
  if (!Number.isSafeInteger(seed)) wrong(`--seed: expected a whole number, got ${values.seed}`);
  if (!['json', 'csv', 'md'].includes(values.format)) wrong(`--format: expected json, csv or md, got ${values.format}`);
  if (!['ja', 'en', 'yasashii'].includes(values.lang)) wrong(`--lang: expected ja, en or yasashii, got ${values.lang}`);
  const size = readSize(values.size) ?? wrong(`--size: expected a size such as 4 or a range such as 3-5, got ${values.size}`);
  return {
    file: positionals[0], rules: values.rules, concepts: values.concepts, seconds, iterations, seed,
    size: values.size === undefined && values.rules !== undefined ? undefined : size,
    format: values.format as TeamsFormat, lang: values.lang as ReasonLanguage,
  };
}

/** `4` means 3 to 5 with 4 as the aim, `3-5` the range itself. */
function readSize(text = '4'): NonNullable<TeamRules['size']> | undefined {
  const [, first, last] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(text)?.map(Number) ?? [];
  if (first === undefined || first < 1 || last < first) return undefined;
  return Number.isNaN(last) ? { min: Math.max(1, Math.min(first, Math.max(2, first - 1))), max: first + 1, target: first } : { min: first, max: last, target: (first + last) / 2 };
}

const parse = (args: string[]) => parseOptions({
  args, allowPositionals: true,
  options: {
    size: { type: 'string' }, rules: { type: 'string' }, concepts: { type: 'string' }, seconds: { type: 'string' }, iterations: { type: 'string' },
    seed: { type: 'string', default: '1' }, format: { type: 'string', default: 'json' }, lang: { type: 'string', default: 'ja' },
  },
}, usage);
