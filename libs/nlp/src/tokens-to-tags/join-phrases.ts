import type { Token } from '../text-to-tokens/tokens.js';
import type { Chunk, MarkChunk, NounChunk, OtherChunk, PredicateChunk } from './chunks.js';

/** Noun chunks joined by の and the like: 高齢者 の 孤立. The last one is the head. */
export interface Phrase {
  type: 'phrase';
  parts: NounChunk[];
  tokens: Token[];
  start: number;
  end: number;
  text: string;
  /** Particles behind the head. */
  particles: string[];
}

export type Item = Phrase | PredicateChunk | OtherChunk | MarkChunk;

const ADNOMINAL = /^(?:の|に関する|における|に関わる|にかかわる|に対する|という|といった|っていう|に向けた|による|による)$/;

const isAdnominal = (chunk: NounChunk): boolean => chunk.particles.length > 0 && ADNOMINAL.test(chunk.particles[chunk.particles.length - 1]);

function toPhrase(parts: NounChunk[], text: string): Phrase {
  const start = parts[0].start;
  const last = parts[parts.length - 1];
  return {
    type: 'phrase', parts, start, end: last.end, text: text.slice(start, last.end), particles: last.particles,
    tokens: parts.flatMap((part) => part.tokens),
  };
}

export const headOf = (phrase: Phrase): NounChunk => phrase.parts[phrase.parts.length - 1];

/** The last particle of a phrase, '' for none. */
export const lastParticle = (phrase: Phrase): string => phrase.particles[phrase.particles.length - 1] ?? '';

/** Whether the phrase is a topic: は, も, って, なら. */
export const isTopic = (phrase: Phrase): boolean => /^(?:は|も|って|なら|とは|では|には|でも|にも|こそ|さえ|しか)$/.test(lastParticle(phrase));

/** Joins noun chunks over の into phrases; everything else stays as it is. */
export function joinPhrases(chunks: Chunk[], text: string): Item[] {
  const items: Item[] = [];
  let open: NounChunk[] = [];
  const close = () => {
    if (open.length) items.push(toPhrase(open, text));
    open = [];
  };
  for (const chunk of chunks) {
    if (chunk.type !== 'noun') {
      if (chunk.type === 'mark' && !chunk.text.trim() && open.length) continue;
      close();
      items.push(chunk);
      continue;
    }
    if (open.length && !isAdnominal(open[open.length - 1])) close();
    open.push(chunk);
  }
  close();
  return items;
}
