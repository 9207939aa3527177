import {
  balanceAttention, buildEventIndex, createEndpointEmbedder, createIntroductionEmbedder, createWordVectorEmbedder, embedBadges, EmbeddingsError, explainPair, pairTerms, postTo, rankPeople, sentence,
  type EventIndex, type MatchPerson, type RankedPerson, type Reason, type ReasonLanguage, type ReasonSide,
} from '@tsunagu/matching';
import { loadReaders } from '@tsunagu/nlp';
import { writeJsonLine } from './json-lines.js';
import { invalidOption, parseOptions } from './parse-options.js';
import { CommandProblem, InputError, note, UsageError } from './problems.js';
import { READING, showProgress } from './progress.js';
import { readEvent, type EventFile } from './read-event.js';
import { refusal } from './sentences.js';
import { understandEvent } from './understand-event.js';
import { readVectorsFile } from './vectors-file.js';

const usage = 'usage: tsunagu candidates EVENT.json [--top 10] [--lang ja|en|yasashii] [--share 0.25] [--vectors FILE | --embeddings URL --model NAME] [--explain]';
const languages: readonly string[] = ['ja', 'en', 'yasashii'] satisfies ReasonLanguage[];
/** Balancing needs people to move up: lists are made at least this deep. */
const balanceDepth = 30;

interface CandidatesArguments {
  file: string | undefined;
  top: number;
  lang: ReasonLanguage;
  /** Most of all lists whose first five one person may take. */
  share: number;
  vectors: string | undefined;
  embeddings: { url: string; model: string } | undefined;
  explain: boolean;
}

/** `tsunagu candidates EVENT.json`: for each participant, whom to meet and why, one JSON object a line. */
export async function run(args: string[]): Promise<void> {
  const options = readArguments(args);
  const eventFile = await readEvent(options.file);
  const readers = await loadReaders();
  const { event, people: understood } = await understandEvent(eventFile, readers, showProgress(READING, eventFile.participants.length), options.file);
  const people = await withVectors(options, eventFile, understood);
  const index = buildEventIndex(readers.extractor.lexicon.graph(), people, event);
  const lists = rankEveryone(index, people, options);
  for (const { id } of people) {
    const candidates = (lists.get(id) ?? []).slice(0, options.top).map((candidate) => describe(index, id, candidate, options));
    await writeJsonLine({ id, candidates });
  }
}

async function withVectors({ vectors, embeddings }: CandidatesArguments, { event, participants }: EventFile, people: MatchPerson[]): Promise<MatchPerson[]> {
  if (vectors !== undefined) return noteUnknown(await embedBadges(people, createWordVectorEmbedder(await readVectorsFile(vectors))), vectors);
  if (!embeddings) return people;
  if (!event.texts_may_leave) throw new InputError(refusal('event.texts_stay'), { field: '--embeddings' });
  const introductions = participants.map(({ intro }) => intro ?? '');
  const { sent, post } = recording(postTo(patiently, embeddings.url, process.env.EMBEDDINGS_KEY));
  try {
    const found = await createIntroductionEmbedder(createEndpointEmbedder({ model: embeddings.model, post })).embed(introductions);
    return people.map((person, at) => ({ ...person, vectors: { text: found[at] } }));
  } catch (error) {
    if (!(error instanceof EmbeddingsError)) throw error;
    note(new CommandProblem(refusal('vectors.unavailable', { reason: [error.ja, error.message] }), { field: '--embeddings' }, { cause: error }).message);
    return people;
  } finally {
    noteSent(introductions.filter((text) => sent.has(text)).length, embeddings);
  }
}

/** A file that knows nobody's words changes no list: without a line it would look as if it had been of use. */
function noteUnknown(people: MatchPerson[], file: string): MatchPerson[] {
  const words = new Set(people.flatMap(({ statements, jackets }) => [...statements.map(({ label }) => label), ...jackets.map(({ title }) => title)])).size;
  if (people.every(({ vectors }) => !vectors?.about)) note(new CommandProblem(refusal('vectors.none_known', { words }), { file, field: '--vectors' }).message);
  return people;
}

type Post = ReturnType<typeof postTo>;

/** Keeps which texts have gone, whatever comes back for them. */
function recording(post: Post): { sent: ReadonlySet<string>; post: Post } {
  const sent = new Set<string>();
  return { sent, post: (body) => { for (const text of body.input) sent.add(text); return post(body); } };
}

/** A model on a laptop may take so long for its first answer. */
const LIMIT_MS = 20_000;
const patiently = (url: string, request: RequestInit): Promise<Response> => fetch(url, { ...request, signal: AbortSignal.timeout(LIMIT_MS) });

function noteSent(count: number, { url, model }: { url: string; model: string }): void {
  if (count === 0) return;
  note(new CommandProblem(refusal('introductions.sent', { count, to: new URL(url).origin, model }), { field: '--embeddings' }).message);
}

function rankEveryone(index: EventIndex, people: MatchPerson[], { top, share }: CandidatesArguments): Map<string, RankedPerson[]> {
  const lists = new Map(people.map(({ id }) => [id, rankPeople(index, id, { top: Math.max(top, balanceDepth) })]));
  return balanceAttention(lists, { share });
}

function describe(index: EventIndex, viewer: string, { id, score }: RankedPerson, { lang, explain }: CandidatesArguments): unknown {
  const reasons = explainPair(index, viewer, id).map((reason) => describeReason(reason, lang, explain));
  return { id, score: round(score), reasons, ...(explain && { terms: roundAll({ ...pairTerms(index, viewer, id) }) }) };
}

function describeReason(reason: Reason, lang: ReasonLanguage, explain: boolean): unknown {
  const { type, mine, theirs, strength } = reason;
  return { type, text: sentence(reason, lang), mine: mine && describeSide(mine), theirs: theirs && describeSide(theirs), ...(explain && { strength: round(strength) }) };
}

const describeSide = ({ concept, label, quote }: ReasonSide): unknown => ({ concept, label, quote });

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

const roundAll = (terms: Record<string, number | undefined>): Record<string, number> =>
  Object.fromEntries(Object.entries(terms).filter((entry): entry is [string, number] => entry[1] !== undefined).map(([name, value]) => [name, round(value)]));

function readArguments(args: string[]): CandidatesArguments {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) throw new UsageError(refusal('arguments.wrong'), usage);
  const top = Number(values.top);
  if (!Number.isInteger(top) || top < 1) throw invalidOption('--top', values.top, 'count', usage);
  if (!languages.includes(values.lang)) throw invalidOption('--lang', values.lang, 'language', usage);
  const share = Number(values.share);
  if (!(share > 0 && share <= 1)) throw invalidOption('--share', values.share, 'share', usage);
  return { file: positionals[0], top, lang: values.lang as ReasonLanguage, share, vectors: values.vectors, embeddings: readEndpoint(values), explain: values.explain };
}

function readEndpoint({ embeddings: url, model, vectors }: { embeddings?: string; model?: string; vectors?: string }): CandidatesArguments['embeddings'] {
  if (url === undefined && model === undefined) return undefined;
  if (url === undefined) throw new UsageError(refusal('option.alone', { other: '--embeddings' }), usage, '--model');
  if (model === undefined) throw new UsageError(refusal('option.alone', { other: '--model' }), usage, '--embeddings');
  if (vectors !== undefined) throw new UsageError(refusal('option.excluded', { other: '--vectors' }), usage, '--embeddings');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw invalidOption('--embeddings', url, 'address', usage);
  return { url, model };
}

const parse = (args: string[]) => parseOptions({
  args, allowPositionals: true,
  options: {
    top: { type: 'string', default: '10' }, lang: { type: 'string', default: 'ja' }, share: { type: 'string', default: '0.25' },
    vectors: { type: 'string' }, embeddings: { type: 'string' }, model: { type: 'string' }, explain: { type: 'boolean', default: false },
  },
}, usage);
