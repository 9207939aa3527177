import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createWordVectorEmbedder, embedBadges, isJapanese, nodeOf, readWordVectors, WordVectorError, type BackgroundConcept, type ConceptGraph, type Embedder, type MatchPerson, type WeightedAspect, type WordVectors } from '@tsunagu/matching';
import { buildLexicon, englishName, foldSpelling, LexiconError, parseEncounterModel, readAspects, readBackground, readEncounterFiles, readLexiconFiles, readModelVersion, readSynonymGroups, unpackEncounter, type EncounterModel, type EventWord, type Lexicon, type PersonEncounter, type PersonTexts } from '@tsunagu/nlp';

/** The lexicon as this process needs it beside its threads: links for scoring, concepts of words typed by hand, and bare mentions; and the operator's word vectors. */
export class Knowledge {
  readonly graph: ConceptGraph;
  /** The lexicon with an event's own words on top. */
  readonly #named: Lexicon;
  /** English names of everyday concepts by their Japanese ones. */
  readonly #everyday: ReadonlyMap<string, string>;

  constructor(
    private readonly lexicon: Lexicon, private readonly encounters: EncounterModel, /** changes whenever the lexicon or the word vectors do */ readonly model: string, private readonly vectors?: Embedder,
    base?: { graph: ConceptGraph; named: Lexicon },
  ) {
    this.graph = base?.graph ?? lexicon.graph();
    this.#named = base?.named ?? lexicon;
    this.#everyday = new Map(Object.values(this.graph.concepts).flatMap(({ ja, en, everyday }): [string, string][] => (everyday && en ? [[ja, en]] : [])));
  }

  /** The same where an event's own words are typed by hand as well. */
  withWords(words: EventWord[]): Knowledge {
    return words.length ? new Knowledge(this.lexicon, this.encounters, this.model, this.vectors, { graph: this.graph, named: this.lexicon.withWords(words) }) : this;
  }

  /** Whether the lexicon holds the concept; an unknown one is a phrase that somebody wrote. */
  knows(concept: string): boolean {
    return nodeOf(this.graph, concept) !== undefined;
  }

  /** The concept that a hand-made tag means, as it is read in an introduction: the lexicon's, or its own folded spelling. */
  conceptOf(label: string): string {
    return this.#named.find(label)?.id ?? foldSpelling(label);
  }

  /**
   * How a tag is called on pages in English: by the name of its concept, also where its writer's words are narrower, as reasons
   * call it; by what everyday words of that name are called; null where its label stands there too.
   */
  englishOf({ label, concept }: { label: string; concept: string }): string | null {
    if (!isJapanese(label)) return null;
    return englishName({ label, concept }, this.lexicon) ?? nodeOf(this.graph, concept)?.en ?? this.#everyday.get(label) ?? null;
  }

  /** What texts touch on beyond their tags: weak, but often the only thing two people have in common. */
  backgroundOf(texts: { text?: string; affiliation?: string }): BackgroundConcept[] {
    return readBackground(texts, this.lexicon);
  }

  /** The same people, with vectors of their badge words where the operator named a file of word vectors. */
  withVectors<P extends MatchPerson>(people: P[]): Promise<P[]> {
    return this.vectors ? embedBadges(people, this.vectors) : Promise.resolve(people);
  }

  /** What texts are about, in wide fields of life. */
  aspectsOf(texts: PersonTexts): WeightedAspect[] {
    return readAspects(texts, this.lexicon.aspects);
  }

  /** What was kept of a reading of this introduction; undefined where it is of other words. */
  unpack(bytes: Int8Array, introduction: string): PersonEncounter | undefined {
    return unpackEncounter(bytes, introduction, this.encounters);
  }
}

/** Reads the lexicon and the file of word vectors, if any. @throws LexiconError, WordVectorError naming file and line where one is wrong */
export async function loadKnowledge(vectorsFile?: string): Promise<Knowledge> {
  const [files, synonyms, encounters] = await Promise.all([readLexiconFiles(), readSynonymGroups(), readEncounterFiles()]);
  const { lexicon, problems } = buildLexicon(files);
  if (problems.length) throw new LexiconError(problems);
  lexicon.addSynonyms(synonyms);
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(name).update('\0').update(text);
  hash.update(encounters.words).update(encounters.vectors).update(await readModelVersion());
  const words = vectorsFile ? await loadWords(vectorsFile) : undefined;
  if (words) hash.update(words.values);
  return new Knowledge(lexicon, parseEncounterModel(encounters), `lexicon-${hash.digest('hex').slice(0, 12)}`, words && createWordVectorEmbedder(words));
}

async function loadWords(file: string): Promise<WordVectors> {
  try {
    return await readWordVectors(createReadStream(file, { highWaterMark: 1 << 20 }));
  } catch (error) {
    const { message, ja = message } = error as Error & Partial<WordVectorError>;
    throw new WordVectorError(`${file}: ${message}`, `${file}: ${ja}`, { cause: error });
  }
}
