import { openInput } from './json-lines.js';
import { InputError } from './problems.js';
import { refusal } from './sentences.js';

/** All bytes of a file, or of standard input. @throws InputError where it cannot be read */
export async function readBytes(file: string | undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of openInput(file)) chunks.push(chunk);
  } catch (error) {
    throw new InputError(refusal('file.unreadable', { reason: (error as Error).message }), { file }, { cause: error });
  }
  return Buffer.concat(chunks);
}

/** Text without a byte-order mark. @throws InputError where the bytes are not UTF-8 */
export function decodeText(bytes: Buffer, file: string | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError(refusal('file.not_utf8'), { file }, { cause: error });
  }
}

/** @throws InputError where the file cannot be read or is not UTF-8 */
export const readTextFile = async (file: string): Promise<string> => decodeText(await readBytes(file), file);
