import type { PersonTexts } from '../person-texts.js';
import { cleanText } from '../text-to-tokens/clean-text.js';
import type { Network } from '../text-to-vectors/network.js';
import type { PieceVectors } from '../text-to-vectors/piece-vectors.js';
import type { EncounterModel } from './encounter-model.js';
import { readEncounter, scenesOf, type EncounterSides, type TextScene } from './read-encounter.js';

/** What a person's texts lack and give, and what they are about: the closeness of two is the product of one's lacks and the other's gives, both ways in the mean, and of what both are about. */
export interface PersonSides extends EncounterSides {
  about: Float32Array;
}

/** What a person's texts say as a whole, and what each sentence of the introduction asks for and answers. */
export interface PersonEncounter {
  /** Undefined where no text is known. */
  sides?: PersonSides;
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
/** Numbers of each side lie within this. */
const WIDEST = { person: 1, about: 0.2, scene: 3 };
/** Numbers of what a person's texts lack, by the network, and as many of what they give. */
const NETWORK_WIDTH = 128;
/** Numbers of what a person's texts are about. */
const ABOUT_WIDTH = 384;
/** Numbers of what a scene asks for, and of what it answers. */
const SCENE_WIDTH = 66;

const rounded = (value: number, widest: number): number => Math.max(-UNIT, Math.min(UNIT, Math.round(value / widest * UNIT)));
const numberOf = (byte: number, widest: number): number => byte * widest / UNIT + 0; // + 0: no number is −0, which no byte is
/** As the bytes keep it. */
const kept = (side: Float32Array, widest: number): Float32Array => side.map((value) => numberOf(rounded(value, widest), widest));

/**
 * A transformer encoder over each text, with linear heads on the mean of its states. For a person as a whole it says, beside the sum
 * of vectors of words, which knows rare words, what they lack and give, and by the mean of its states what they are about; for each
 * scene, what it asks for and what it answers. All are learnt: the first from scenes and people that meet, the second from sentences
 * that tell why.
 */
export function createEncounterReader(words: EncounterModel, vectors: PieceVectors, network: Network): EncounterReader {
  const networkOf = (text: string): Promise<Record<string, Float32Array>> => network.run({ vectors: vectors.inputOf(text, LONGEST) });
  const sidesOf = async (texts: readonly (string | undefined)[]): Promise<PersonSides | undefined> => {
    const text = asOneText(texts);
    if (!text) return undefined;
    const { lacks, gives, about } = await networkOf(text);
    return weave(readEncounter(texts, words), { lacks, gives, about }, words.width);
  };
  return async ({ introduction = '', affiliation, jackets = [] }) => {
    const scenes: TextScene[] = [];
    for (const scene of scenesOf(introduction, words)) {
      const { asks, answers } = await networkOf(asOneText([scene.quote]));
      scenes.push({ ...scene, asks: kept(asks, WIDEST.scene), answers: kept(answers, WIDEST.scene) });
    }
    return { sides: await sidesOf([affiliation, introduction, ...jackets]), scenes };
  };
}

const asOneText = (texts: readonly (string | undefined)[]): string => texts.flatMap((one) => (one ? [cleanText(one).text.trim()] : [])).filter(Boolean).join('。');

/** Both readings as one: the closeness of two such sides is that of the network and that of the words, by their shares. */
function weave(words: EncounterSides | undefined, network: PersonSides, width: number): PersonSides {
  const ofNetwork = (numbers: Float32Array): Float32Array => numbers.map((value) => value * Math.sqrt(NETWORK_SHARE));
  const side = (name: keyof EncounterSides): Float32Array => {
    const all = new Float32Array(width + network[name].length);
    words?.[name].forEach((value, at) => { all[at] = value * Math.sqrt(1 - NETWORK_SHARE); });
    all.set(ofNetwork(network[name]), width);
    return kept(all, WIDEST.person);
  };
  return { lacks: side('lacks'), gives: side('gives'), about: kept(ofNetwork(network.about), WIDEST.about) };
}

/** A reading as bytes: what the person lacks, gives and is about, then both sides of each scene; nothing where no text is known. */
export function packEncounter({ sides, scenes }: PersonEncounter): Int8Array {
  if (!sides) return new Int8Array();
  return Int8Array.from([
    ...[...sides.lacks, ...sides.gives].map((value) => rounded(value, WIDEST.person)),
    ...[...sides.about].map((value) => rounded(value, WIDEST.about)),
    ...scenes.flatMap(({ asks, answers }) => [...asks, ...answers].map((value) => rounded(value, WIDEST.scene))),
  ]);
}

/** The reading again, by the introduction that it was read from; undefined where the bytes are not of this introduction, these words, or these scenes of it. */
export function unpackEncounter(bytes: Int8Array, introduction: string, words: EncounterModel): PersonEncounter | undefined {
  if (bytes.length === 0) return { scenes: [] };
  const quoted = scenesOf(introduction, words);
  const width = words.width + NETWORK_WIDTH;
  if (bytes.length !== 2 * (width + quoted.length * SCENE_WIDTH) + ABOUT_WIDTH) return undefined;
  const numbers = (from: number, count: number, widest: number): Float32Array => Float32Array.from(bytes.subarray(from, from + count), (byte) => numberOf(byte, widest));
  const scenes = quoted.map((scene, at): TextScene => {
    const from = 2 * (width + at * SCENE_WIDTH) + ABOUT_WIDTH;
    return { ...scene, asks: numbers(from, SCENE_WIDTH, WIDEST.scene), answers: numbers(from + SCENE_WIDTH, SCENE_WIDTH, WIDEST.scene) };
  });
  return { sides: { lacks: numbers(0, width, WIDEST.person), gives: numbers(width, width, WIDEST.person), about: numbers(2 * width, ABOUT_WIDTH, WIDEST.about) }, scenes };
}
