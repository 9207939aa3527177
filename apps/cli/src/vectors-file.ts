import { createReadStream } from 'node:fs';
import { readWordVectors, WordVectorError, type WordVectors } from '@tsunagu/matching';
import { InputError } from './problems.js';
import { refusal } from './sentences.js';

/** Reads a file of word vectors (word2vec text format); throws `InputError` with the line where it is broken. */
export async function readVectorsFile(file: string): Promise<WordVectors> {
  try {
    return await readWordVectors(createReadStream(file, { highWaterMark: 1 << 20 }));
  } catch (error) {
    if (error instanceof WordVectorError) throw new InputError(refusal('vectors.invalid', { reason: [error.ja, error.message] }), { file }, { cause: error });
    if (error instanceof Error && 'code' in error) throw new InputError(refusal('file.unreadable', { reason: error.message }), { file }, { cause: error });
    throw error;
  }
}
