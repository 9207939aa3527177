import { readWording, type MatchEvent, type MatchJacket, type MatchPerson, type MatchStatement } from '@tsunagu/matching';
import { loadExtractor, parseEncounterModel, readAspects, readBackground, readEncounter, readEncounterFiles, readScenes, TextError, type EncounterModel, type Extractor, type ExtractedProfile, type Statement } from '@tsunagu/nlp';
import { InputError } from './problems.js';
import type { EventFile, EventParticipant } from './read-event.js';

/** An event as matching takes it. */
export interface UnderstoodEvent {
  event: MatchEvent;
  people: MatchPerson[];
}

/** Everything that texts are read with; load it once. */
export interface Reader {
  extractor: Extractor;
  encounters: EncounterModel;
}

/** @throws LexiconError naming file and line where one is wrong */
export async function loadReader(): Promise<Reader> {
  const [extractor, encounters] = await Promise.all([loadExtractor(), readEncounterFiles()]);
  return { extractor, encounters: parseEncounterModel(encounters) };
}

const longestQuote = 60;

/** Reads theme, introductions and data jackets; throws `InputError` naming the participant whose text cannot be taken. */
export function understandEvent({ event, participants }: EventFile, reader: Reader): UnderstoodEvent {
  const about = [event.title, event.theme].filter(Boolean).join('\n');
  const theme = readText('event title and theme', () => reader.extractor.conceptsOf(about));
  return { event: { theme }, people: participants.map((participant) => understandParticipant(participant, reader)) };
}

function understandParticipant(participant: EventParticipant, { extractor, encounters }: Reader): MatchPerson {
  const { id, name, affiliation, sector, languages, intro, attributes } = participant;
  return readText(`participant ${id}`, () => {
    const profile = intro?.trim() ? extractor.extract(intro) : undefined;
    const texts = { introduction: intro ?? undefined, affiliation: affiliation ?? undefined, jackets: jacketTexts(participant) };
    return {
      id, name, attributes, languages,
      affiliation: affiliation ?? undefined,
      sector: sector ?? undefined,
      background: readBackground({ text: texts.introduction, affiliation: texts.affiliation }, extractor.lexicon),
      wording: readWording([texts.introduction, texts.affiliation, ...texts.jackets], true),
      aspects: readAspects(texts, extractor.lexicon.aspects),
      scenes: intro?.trim() ? readScenes(intro, encounters) : [],
      encounter: readEncounter([texts.introduction, texts.affiliation, ...texts.jackets], encounters),
      statements: profile ? statementsOf(profile, intro as string) : [],
      jackets: (participant.data_jackets ?? []).map((jacket): MatchJacket => ({
        title: jacket.title, sharing: jacket.sharing, concepts: extractor.conceptsOf(`${jacket.title}\n${jacket.description ?? ''}`),
      })),
    };
  });
}

const jacketTexts = ({ data_jackets = [] }: EventParticipant): string[] => data_jackets.map(({ title, description }) => [title, description].filter(Boolean).join('\n'));

function readText<Read>(whose: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (error instanceof TextError) throw new InputError(`${whose}: a text cannot be taken (${error.code})`, { cause: error });
    throw error;
  }
}

/** Needs and offers first: they say the same as a tag and know its role besides. */
function statementsOf({ tags, needs, offers }: ExtractedProfile, intro: string): MatchStatement[] {
  const byMeaning = new Map<string, MatchStatement>();
  for (const statement of [...needs, ...offers, ...tags]) {
    const key = `${statement.kind} ${statement.concept}`;
    if (!byMeaning.has(key)) byMeaning.set(key, toMatchStatement(statement, intro));
  }
  return [...byMeaning.values()];
}

function toMatchStatement({ kind, concept, label, role, score, evidence }: Statement, intro: string): MatchStatement {
  const quote = quoteOf(evidence, intro);
  return { kind, concept, label, score, ...(role && { role }), ...(quote && { quote }) };
}

function quoteOf(evidence: Statement['evidence'], intro: string): string | undefined {
  if (evidence.length === 0) return undefined;
  const start = Math.min(...evidence.map(([from]) => from));
  const end = Math.max(...evidence.map(([, to]) => to));
  const quote = intro.slice(start, end).replace(/\s+/gu, ' ').trim();
  return quote.length > 0 && quote.length <= longestQuote ? quote : undefined;
}
