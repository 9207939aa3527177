import { z } from 'zod';

/** A sentence in each language of the pages. */
export const sentence = z.strictObject({ ja: z.string(), en: z.string() });
export type Sentence = z.output<typeof sentence>;

export const reasonView = z.strictObject({
  type: z.string(),
  text: sentence,
  labels: z.array(z.string()).describe('labels of the concepts that made it'),
});
export type ReasonView = z.output<typeof reasonView>;
