import {
  buildEventIndex, checkTeamRules, countHolders, explainTeam, formTeams, pairTables,
  type ConceptGraph, type MatchEvent, type MatchPerson, type ReasonLanguage, type TeamPerson, type TeamPlan, type TeamReason, type TeamRules,
} from '@tsunagu/matching';
import { loadReaders } from '@tsunagu/nlp';
import { invalidOption, parseOptions } from './parse-options.js';
import { InputError, UsageError } from './problems.js';
import { parseEvent, type EventFile } from './read-event.js';
import { readPeopleCsv, type CsvParticipant } from './read-people-csv.js';
import { parseProfiles, readConcepts } from './read-profiles.js';
import { lineOfFault, readRules } from './read-rules.js';
import { READING, showProgress } from './progress.js';
import { decodeText, readBytes } from './read-text-file.js';
import { refusal } from './sentences.js';
import { understandEvent } from './understand-event.js';
import { writeTeams, type ExplainedTeams, type TeamsFormat } from './write-teams.js';

const usage = 'usage: tsunagu teams EVENT.json|PEOPLE.csv [--size 4|3-5] [--rules RULES.json] [--seconds 1 | --iterations N] [--seed 1] [--format json|csv|md] [--lang ja|en|yasashii]; PROFILES.jsonl --concepts CONCEPTS.json （理解済みの人 / for people who are understood already）';

interface TeamsArguments {
  file: string | undefined;
  size: NonNullable<TeamRules['size']> | undefined;
  /** the one number that was typed for the size */
  typed: number | undefined;
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
  await writeTeams(explain({ ...plan, conflicts: plan.conflicts.map((conflict) => asTyped(conflict, options)) }, people, graph, rules), options.format, options.lang);
}

interface Understood { graph: ConceptGraph; people: (MatchPerson & TeamPerson)[]; event: MatchEvent }

/** People by their introductions. */
async function understandPeople(file: string | undefined): Promise<Understood> {
  const { event, participants } = await readPeople(file);
  const readers = await loadReaders();
  const understood = await understandEvent({ event, participants }, readers, showProgress(READING, participants.length), file);
  return { graph: readers.extractor.lexicon.graph(), event: understood.event, people: understood.people.map((person, at) => ({ ...person, choices: participants[at].choices })) };
}

/** People whom somebody else has understood: profiles of concepts. */
async function readUnderstood(file: string | undefined, concepts: string): Promise<Understood> {
  const graph = await readConcepts(concepts);
  return { graph, people: parseProfiles(decodeText(await readBytes(file), file), graph, file), event: {} };
}

/** A conflict about sizes names a range, which whoever typed one number has not seen. */
function asTyped(conflict: TeamPlan['conflicts'][number], { typed, size }: TeamsArguments): TeamPlan['conflicts'][number] {
  if (typed === undefined || !size || !conflict.rules.includes('size')) return conflict;
  const meant = refusal('teams.size_meant', { typed, ...size });
  return { ...conflict, text: { ja: `${conflict.text.ja}${meant.ja}`, en: `${conflict.text.en} ${meant.en}` } };
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
  if (!fault) return rules;
  const { path: field, ja, text } = fault;
  const place = file === undefined ? { field } : { file, line: await lineOfFault(file, field), field };
  throw new InputError({ code: 'teams.rules_invalid', ja: `${ja}。`, en: `${text}.` }, place);
}

async function readPeople(file: string | undefined): Promise<Omit<EventFile, 'participants'> & { participants: CsvParticipant[] }> {
  const bytes = await readBytes(file);
  if (looksLikeLines(file, bytes)) throw new InputError(refusal('profiles.without_concepts'), { file });
  return looksLikeJson(file, bytes) ? parseEvent(decodeText(bytes, file), file) : { event: {}, participants: readPeopleCsv(bytes, file) };
}

const looksLikeJson = (file: string | undefined, bytes: Buffer): boolean =>
  /\.json$/i.test(file ?? '') || (!/\.csv$/i.test(file ?? '') && /^[\s\uFEFF]*[[{]/u.test(bytes.subarray(0, 200).toString('utf8')));

/** A first line that is a whole object, with more behind it. */
function looksLikeLines(file: string | undefined, bytes: Buffer): boolean {
  if (/\.jsonl$/i.test(file ?? '')) return true;
  const [first, ...more] = bytes.toString('utf8').replace(/^\uFEFF/, '').trim().split('\n');
  if (!/^\{.*\}\r?$/.test(first) || more.length === 0) return false;
  try {
    return Boolean(JSON.parse(first));
  } catch {
    return false;
  }
}

function readArguments(args: string[]): TeamsArguments {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) throw new UsageError(refusal('arguments.wrong'), usage);
  if (values.seconds !== undefined && values.iterations !== undefined) throw new UsageError(refusal('option.excluded', { other: '--iterations' }), usage, '--seconds');
  const seconds = Number(values.seconds ?? 1);
  const iterations = values.iterations === undefined ? undefined : Number(values.iterations);
  const seed = Number(values.seed);
  if (!(seconds > 0 && seconds <= 3600)) throw invalidOption('--seconds', values.seconds, 'seconds', usage);
  if (iterations !== undefined && !(Number.isSafeInteger(iterations) && iterations > 0)) throw invalidOption('--iterations', values.iterations, 'count', usage);
  if (!Number.isSafeInteger(seed)) throw invalidOption('--seed', values.seed, 'whole', usage);
  if (!['json', 'csv', 'md'].includes(values.format)) throw invalidOption('--format', values.format, 'format', usage);
  if (!['ja', 'en', 'yasashii'].includes(values.lang)) throw invalidOption('--lang', values.lang, 'language', usage);
  const size = readSize(values.size);
  if (!size) throw invalidOption('--size', values.size, 'size', usage);
  return {
    file: positionals[0], rules: values.rules, concepts: values.concepts, seconds, iterations, seed,
    size: values.size === undefined && values.rules !== undefined ? undefined : size,
    typed: /^\d+$/.test(values.size ?? '') ? Number(values.size) : undefined, format: values.format as TeamsFormat, lang: values.lang as ReasonLanguage,
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
