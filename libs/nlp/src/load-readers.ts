import { modelFile, readEncounterFiles } from './lexicon-to-concepts/lexicon-files.js';
import type { Extractor } from './extract-profile.js';
import { loadExtractor, loadPieces, type LoadOptions } from './load-extractor.js';
import { parseEncounterModel } from './text-to-encounters/encounter-model.js';
import { createEncounterReader, type EncounterReader } from './text-to-encounters/encounter-reader.js';
import { loadNetwork, type RunNative } from './text-to-vectors/network.js';
import type { PieceVectors } from './text-to-vectors/piece-vectors.js';

/** Everything that texts of people are read with. */
export interface Readers {
  extractor: Extractor;
  encounters: EncounterReader;
}

/** Loads both readers, once; keep them. They share the vocabulary. Throws `LexiconError` naming file and line where one is wrong. */
export async function loadReaders(options: LoadOptions = {}): Promise<Readers> {
  const pieces = loadPieces();
  const [extractor, encounters] = await Promise.all([loadExtractor(options, pieces), loadEncounterReader(pieces, options.native)]);
  return { extractor, encounters };
}

async function loadEncounterReader(pieces: Promise<PieceVectors>, native?: RunNative): Promise<EncounterReader> {
  const [files, network, vectors] = await Promise.all([readEncounterFiles(), loadNetwork(modelFile('encounters.onnx'), native), pieces]);
  return createEncounterReader(parseEncounterModel(files), vectors, network);
}
