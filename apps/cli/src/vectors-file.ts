import { createReadStream } from 'node:fs';
import { createWordVectorReader, WordVectorError, type WordVectors } from '@tsunagu/matching';
import { InputError } from './problems.js';

/** Reads a file of word vectors (word2vec text format); throws `InputError` with the line where it is broken. */
export async function readVectorsFile(file: string): Promise<WordVectors> {
  const reader = createWordVectorReader();
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
      reader.push(chunk as Buffer);
      if (reader.full) break;
    }
    return reader.end();
  } catch (error) {
    if (error instanceof WordVectorError) throw new InputError(`${file}: ${error.message}`, { cause: error });
    if (error instanceof Error && 'code' in error) throw new InputError(`cannot read ${file}: ${error.message}`, { cause: error });
    throw error;
  }
}
