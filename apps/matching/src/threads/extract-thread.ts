import type { MessagePort } from 'node:worker_threads';
import { loadExtractor, TextError, type EventWord, type ExtractedProfile, type WeightedConcept } from '@tsunagu/nlp';

/** `began` hears of each text when its reading begins, so that the waiting side can stop one that takes too long. */
export interface ExtractTask { what: 'profile' | 'concepts'; texts: string[]; words?: EventWord[]; began: MessagePort }
export type TextOutcome = { ok: true; profile?: ExtractedProfile; concepts?: WeightedConcept[] } | { ok: false; code: string };

const extractor = await loadExtractor({ withoutAspects: true });

/** Reads texts one after the other. A text that cannot be taken becomes its code. */
export default function readTexts({ what, texts, words, began }: ExtractTask): TextOutcome[] {
  return texts.map((text, index): TextOutcome => {
    began.postMessage(index);
    try {
      return what === 'profile' ? { ok: true, profile: extractor.extract(text, { words }) } : { ok: true, concepts: extractor.conceptsOf(text) };
    } catch (error) {
      if (error instanceof TextError) return { ok: false, code: error.code };
      throw error;
    }
  });
}
