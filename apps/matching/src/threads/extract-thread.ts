import { workerData, type MessagePort } from 'node:worker_threads';
import type { EventWord, ExtractedProfile, PersonEncounter, PersonTexts, WeightedConcept } from '@tsunagu/nlp';
import { soundOf, soundsByWord } from '../tags-to-rows/sounds-of.js';
import { NativeGate } from './native-gate.js';

/** What a thread is given when it starts. */
export interface ThreadData { gate: SharedArrayBuffer }

/** `began` hears of each text when its reading begins, so that the waiting side can stop one that takes too long. */
export type ExtractTask = Reading & { began: MessagePort };
/** What is read: tags of introductions, concepts of any texts, what persons lack and give. */
export type Reading = { what: 'profile'; texts: string[]; words: EventWord[] } | { what: 'concepts'; texts: string[] } | { what: 'encounter'; texts: PersonTexts[] };
/** What an introduction says, and how its labels sound, but for those whose letters tell. */
export type ReadProfile = ExtractedProfile & { sounds: Record<string, string> };
export type TextOutcome = { ok: true; profile?: ReadProfile; concepts?: WeightedConcept[]; encounter?: PersonEncounter } | { ok: false; code: string };

const { pass } = new NativeGate((workerData as ThreadData).gate);
// Not imported above: Node too ends the whole process where a thread is ended while it links modules.
const { loadReaders, TextError } = await pass(() => import('@tsunagu/nlp'));
const { extractor, encounters } = await loadReaders({ withoutAspects: true, native: pass });
const sounds = soundsByWord(extractor.lexicon.kanaWords);

/** Reads texts one after the other. A text that cannot be taken becomes its code. */
export default async function readTexts(task: ExtractTask): Promise<TextOutcome[]> {
  const outcomes: TextOutcome[] = [];
  for (const index of task.texts.keys()) {
    task.began.postMessage(index);
    outcomes.push(await readText(task, index));
  }
  return outcomes;
}

async function readText(task: ExtractTask, index: number): Promise<TextOutcome> {
  try {
    switch (task.what) {
      case 'profile': return { ok: true, profile: withSounds(await extractor.extract(task.texts[index], { words: task.words })) };
      case 'concepts': return { ok: true, concepts: extractor.conceptsOf(task.texts[index]) };
      case 'encounter': return { ok: true, encounter: await encounters(task.texts[index]) };
    }
  } catch (error) {
    if (error instanceof TextError) return { ok: false, code: error.code };
    throw error;
  }
}

function withSounds(profile: ExtractedProfile): ReadProfile {
  const heard = [...profile.tags, ...profile.needs, ...profile.offers].flatMap(({ label }): [string, string][] => {
    const sound = soundOf(label, sounds);
    return sound === undefined ? [] : [[label, sound]];
  });
  return { ...profile, sounds: Object.fromEntries(heard) };
}
