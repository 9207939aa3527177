import { createHash } from 'node:crypto';
import type { ConceptGraph } from '@tsunagu/matching';
import { buildLexicon, foldSpelling, LexiconError, readLexiconFiles } from '@tsunagu/nlp';

/** The lexicon as this process needs it beside its threads: links for scoring, and concepts of words typed by hand. */
export class Knowledge {
  constructor(readonly graph: ConceptGraph, private readonly find: (label: string) => string | undefined, /** changes whenever the lexicon does */ readonly model: string) {}

  /** Whether the lexicon holds the concept; an unknown one is a phrase that somebody wrote. */
  knows(concept: string): boolean {
    return Object.hasOwn(this.graph.concepts, concept);
  }

  /** The concept that a hand-made tag means: the lexicon's, or its own folded spelling. */
  conceptOf(label: string): string {
    return this.find(label) ?? foldSpelling(label);
  }
}

/** Reads the lexicon. @throws LexiconError naming file and line where one is wrong */
export async function loadKnowledge(): Promise<Knowledge> {
  const files = await readLexiconFiles();
  const { lexicon, problems } = buildLexicon(files);
  if (problems.length) throw new LexiconError(problems);
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(name).update('\0').update(text);
  return new Knowledge(lexicon.graph(), (label) => lexicon.find(label)?.id, `lexicon-${hash.digest('hex').slice(0, 12)}`);
}
