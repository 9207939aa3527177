import { isGuess } from '@tsunagu/contracts';
import { readWording, spanOf, type MatchEvent, type MatchJacket, type MatchPerson, type MatchStatement } from '@tsunagu/matching';
import { readAspects, readBackground, withoutDenials, type ExtractedProfile, type Readers, type Statement } from '@tsunagu/nlp';
import { refusingText } from './refusing-text.js';
import type { Place } from './problems.js';
import type { EventFile, EventParticipant } from './read-event.js';
import { sectorOf } from './sector-of.js';

/** An event as matching takes it. */
export interface UnderstoodEvent {
  event: MatchEvent;
  people: MatchPerson[];
}

const longestQuote = 60;

/** Reads theme, introductions and data jackets and counts who is read; throws `InputError` naming `file` and the field of the text that cannot be taken. */
export async function understandEvent({ event, participants }: EventFile, readers: Readers, progress: (done: number) => void = () => undefined, file?: string): Promise<UnderstoodEvent> {
  const about = [event.title, event.theme].filter(Boolean).join('\n');
  const theme = await refusingText(about, { file, field: 'event' }, () => readers.extractor.conceptsOf(about));
  const people: MatchPerson[] = [];
  for (const participant of participants) progress(people.push(await understandParticipant(participant, readers, file)));
  return { event: { theme }, people };
}

async function understandParticipant(participant: EventParticipant, { extractor, encounters }: Readers, file: string | undefined): Promise<MatchPerson> {
  const { id, name, affiliation, sector, languages, intro, attributes } = participant;
  const field = (of: string): Place => ({ file, field: `participants.${id}.${of}` });
  const profile = intro?.trim() ? await refusingText(intro, field('intro'), () => extractor.extract(intro)) : undefined;
  const texts = { introduction: intro ?? undefined, affiliation: affiliation ?? undefined, jackets: jacketTexts(participant) };
  const { sides: encounter, scenes } = await encounters(texts);
  const jackets = (participant.data_jackets ?? []).map(async (jacket, at): Promise<MatchJacket> => {
    const text = `${jacket.title}\n${jacket.description ?? ''}`;
    return { title: jacket.title, sharing: jacket.sharing, concepts: await refusingText(text, field(`data_jackets.${at}`), () => extractor.conceptsOf(text)) };
  });
  return {
    id, name, attributes, languages,
    affiliation: affiliation ?? undefined,
    sector: sectorOf(sector),
    background: readBackground({ text: texts.introduction, affiliation: texts.affiliation }, extractor.lexicon),
    wording: readWording([withoutDenials(texts.introduction ?? ''), texts.affiliation, ...texts.jackets], true),
    aspects: readAspects(texts, extractor.lexicon.aspects),
    scenes, encounter,
    statements: profile ? statementsOf(profile, intro as string) : [],
    jackets: await Promise.all(jackets),
  };
}

const jacketTexts = ({ data_jackets = [] }: EventParticipant): string[] => data_jackets.map(({ title, description }) => [title, description].filter(Boolean).join('\n'));

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
  return { kind, concept, label, score, ...(role && { role }), ...(quote && { quote }), ...(evidence.length > 0 && { at: spanOf(evidence) }), ...(isGuess({ concept, score }) && { guess: true }) };
}

function quoteOf(evidence: Statement['evidence'], intro: string): string | undefined {
  if (evidence.length === 0) return undefined;
  const [start, end] = spanOf(evidence);
  const quote = intro.slice(start, end).replace(/\s+/gu, ' ').trim();
  return quote.length > 0 && quote.length <= longestQuote ? quote : undefined;
}
