/** A tag is to be as likely as this by network and weights together, in whatever text. */
export const LEAST_POOLED = 0.2;
/** In a text that tells a story it is to be this likely, and the surest one likelier than not: who tells much is not to be without any. */
const LEAST_IN_STORY = { each: 0.7, surest: 0.5 };
/** Tags a character: nine introductions in ten hold more, diaries and reports less. */
const INTRODUCES = 2 / 100;
const SHARE_OF_NETWORK = 0.4;
/** No likelihood is so low or high that the other has no say. */
const EDGE = 1e-4;

const oddsOf = (likelihood: number): number => {
  const within = Math.min(1 - EDGE, Math.max(EDGE, likelihood));
  return Math.log(within / (1 - within));
};

/**
 * How likely something is (0…1) by the network that heard its sentence and by the weights alone, as one: logarithmic opinion pool
 * (Genest and Zidek 1986). The network is too sure of what nobody says in an introduction, the weights of what they have not counted.
 */
export const pool = (heard: number, alone: number): number =>
  1 / (1 + Math.exp(-SHARE_OF_NETWORK * oddsOf(heard) - (1 - SHARE_OF_NETWORK) * oddsOf(alone)));

/** Whether a text with so many tags tells a story rather than introduces somebody. */
export const tellsStory = (tags: number, text: string): boolean => tags < INTRODUCES * text.length;

/** Of the tags of a story those that are no mere scenery, in the same order. */
export function withoutScenery<Tag extends { pooled: number }>(tags: Tag[]): Tag[] {
  const most = Math.max(...tags.map(({ pooled }) => pooled));
  const surest = tags.find(({ pooled }) => pooled === most && pooled >= LEAST_IN_STORY.surest);
  return tags.filter((tag) => tag === surest || tag.pooled >= LEAST_IN_STORY.each);
}
