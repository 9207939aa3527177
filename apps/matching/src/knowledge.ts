import { createHash } from 'node:crypto';
import type { BackgroundConcept, ConceptGraph, WeightedAspect } from '@tsunagu/matching';
import { buildLexicon, foldSpelling, LexiconError, readAspects, readBackground, readLexiconFiles, type AspectTexts, type Lexicon } from '@tsunagu/nlp';

/** The lexicon as this process needs it beside its threads: links for scoring, concepts of words typed by hand, and bare mentions. */
export class Knowledge {
  readonly graph: ConceptGraph;

  constructor(private readonly lexicon: Lexicon, /** changes whenever the lexicon does */ readonly model: string) {
    this.graph = lexicon.graph();
  }

  /** Whether the lexicon holds the concept; an unknown one is a phrase that somebody wrote. */
  knows(concept: string): boolean {
    return Object.hasOwn(this.graph.concepts, concept);
  }

  /** The concept that a hand-made tag means: the lexicon's, or its own folded spelling. */
  conceptOf(label: string): string {
    return this.lexicon.find(label)?.id ?? foldSpelling(label);
  }

  /** What texts touch on beyond their tags: weak, but often the only thing two people have in common. */
  backgroundOf(texts: { text?: string; affiliation?: string }): BackgroundConcept[] {
    return readBackground(texts, this.lexicon);
  }

  /** What texts are about, in wide fields of life. */
  aspectsOf(texts: AspectTexts): WeightedAspect[] {
    return readAspects(texts, this.lexicon.aspects);
  }
}

/** Reads the lexicon. @throws LexiconError naming file and line where one is wrong */
export async function loadKnowledge(): Promise<Knowledge> {
  const files = await readLexiconFiles();
  const { lexicon, problems } = buildLexicon(files);
  if (problems.length) throw new LexiconError(problems);
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(name).update('\0').update(text);
  return new Knowledge(lexicon, `lexicon-${hash.digest('hex').slice(0, 12)}`);
}
