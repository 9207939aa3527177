import { z } from 'zod';

/** A sentence in the languages of the organiser's pages. */
export const sentence = z.strictObject({ ja: z.string(), en: z.string() });
export type Sentence = z.output<typeof sentence>;

/** A sentence in the languages of the phone, which are those and やさしい日本語. */
export const phoneSentence = sentence.extend({ yasashii: z.string() });
export type PhoneSentence = z.output<typeof phoneSentence>;

export const reasonView = z.strictObject({
  type: z.string(),
  text: phoneSentence,
  labels: z.array(z.string()).describe('labels of the concepts that made it'),
  names: z.record(z.string(), z.string()).optional().describe('how pages in English call those labels, where they call them otherwise'),
});
export type ReasonView = z.output<typeof reasonView>;
