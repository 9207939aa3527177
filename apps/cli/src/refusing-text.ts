import { TextError } from '@tsunagu/nlp';
import { InputError, type Place } from './problems.js';

/** Reads a text. @throws InputError saying why it cannot be taken, as the pages say it */
export async function refusingText<Read>(text: string, place: Place, read: () => Read | Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    // Loaded only now: zod would make every start slower.
    const { introductionProblem, textProblem } = await import('@tsunagu/contracts');
    const { code, values } = introductionProblem(text) ?? { code: error.code };
    throw new InputError(textProblem(place.field ?? '', code, values), place, { cause: error });
  }
}
