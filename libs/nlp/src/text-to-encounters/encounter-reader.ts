import type { PersonTexts } from '../person-texts.js';
import { cleanText } from '../text-to-tokens/clean-text.js';
import type { Network } from '../text-to-vectors/network.js';
import type { PieceVectors } from '../text-to-vectors/piece-vectors.js';
import type { EncounterModel } from './encounter-model.js';
import { readEncounter, scenesOf, type EncounterSides, type TextScene } from './read-encounter.js';

/** What a person's texts lack and give as a whole, and what each sentence of the introduction asks for and answers. */
export interface PersonEncounter {
  /** Undefined where no text is known. */
  sides?: EncounterSides;
  scenes: TextScene[];
}

/** Reads texts of one person: the same texts give the same numbers, whatever was read before. */
export type EncounterReader = (texts: PersonTexts) => Promise<PersonEncounter>;

/** Pieces: of longer texts the beginning counts. */
const LONGEST = 320;
/** How much of the closeness comes from the network, the rest from the words' own vectors. */
const NETWORK_SHARE = 2 / 3;
/** Sides are kept as whole numbers of this size, so that they are the same wherever they were stored. */
const UNIT = 127;
/** Numbers of a scene lie within this; those of a person's sides within 1. */
const WIDEST = 3;
/** Numbers of what a scene asks for, and of what it answers. */
const SCENE_WIDTH = 66;

const rounded = (value: number, widest: number): number => Math.max(-UNIT, Math.min(UNIT, Math.round(value / widest * UNIT)));
const numberOf = (byte: number, widest: number): number => byte * widest / UNIT + 0; // + 0: no number is −0, which no byte is

/**
 * A transformer encoder over each text, with linear heads on the mean of its states. For a person as a whole it says, beside the sum
 * of vectors of words, which knows rare words, what they lack and give; for each scene, what it asks for and what it answers. All
 * are learnt: the first from scenes and people that meet, the second from sentences that tell why.
 */
export function createEncounterReader(words: EncounterModel, vectors: PieceVectors, network: Network): EncounterReader {
  const networkOf = (text: string): Promise<Record<string, Float32Array>> => network.run({ vectors: vectors.inputOf(text, LONGEST) });
  const sidesOf = async (texts: readonly (string | undefined)[]): Promise<EncounterSides | undefined> => {
    const text = asOneText(texts);
    if (!text) return undefined;
    const { lacks, gives } = await networkOf(text);
    return weave(readEncounter(texts, words), { lacks, gives }, words.width);
  };
  return async ({ introduction = '', affiliation, jackets = [] }) => {
    const scenes: TextScene[] = [];
    for (const scene of scenesOf(introduction, words)) {
      const { asks, answers } = await networkOf(asOneText([scene.quote]));
      const kept = (side: Float32Array): Float32Array => side.map((value) => numberOf(rounded(value, WIDEST), WIDEST));
      scenes.push({ ...scene, asks: kept(asks), answers: kept(answers) });
    }
    return { sides: await sidesOf([affiliation, introduction, ...jackets]), scenes };
  };
}

const asOneText = (texts: readonly (string | undefined)[]): string => texts.flatMap((one) => (one ? [cleanText(one).text.trim()] : [])).filter(Boolean).join('。');

/** Both readings as one: the closeness of two such sides is that of the network and that of the words, by their shares. */
function weave(words: EncounterSides | undefined, network: EncounterSides, width: number): EncounterSides {
  const side = (name: keyof EncounterSides): Float32Array => {
    const all = new Float32Array(width + network[name].length);
    words?.[name].forEach((value, at) => { all[at] = value * Math.sqrt(1 - NETWORK_SHARE); });
    network[name].forEach((value, at) => { all[width + at] = value * Math.sqrt(NETWORK_SHARE); });
    return all.map((value) => numberOf(rounded(value, 1), 1));
  };
  return { lacks: side('lacks'), gives: side('gives') };
}

/** A reading as bytes: the person's two sides, then those of each scene; nothing where no text is known. */
export function packEncounter({ sides, scenes }: PersonEncounter): Int8Array {
  if (!sides) return new Int8Array();
  return Int8Array.from([
    ...[...sides.lacks, ...sides.gives].map((value) => rounded(value, 1)),
    ...scenes.flatMap(({ asks, answers }) => [...asks, ...answers].map((value) => rounded(value, WIDEST))),
  ]);
}

/** The reading again, by the introduction that it was read from; undefined where the bytes are not of this introduction or these words. */
export function unpackEncounter(bytes: Int8Array, introduction: string, words: EncounterModel): PersonEncounter | undefined {
  if (bytes.length === 0) return { scenes: [] };
  const quoted = scenesOf(introduction, words);
  const width = bytes.length / 2 - quoted.length * SCENE_WIDTH;
  if (!Number.isInteger(width) || width <= 0) return undefined;
  const numbers = (from: number, count: number, widest: number): Float32Array => Float32Array.from(bytes.subarray(from, from + count), (byte) => numberOf(byte, widest));
  const scenes = quoted.map((scene, at): TextScene => {
    const from = 2 * (width + at * SCENE_WIDTH);
    return { ...scene, asks: numbers(from, SCENE_WIDTH, WIDEST), answers: numbers(from + SCENE_WIDTH, SCENE_WIDTH, WIDEST) };
  });
  return { sides: { lacks: numbers(0, width, 1), gives: numbers(width, width, 1) }, scenes };
}
