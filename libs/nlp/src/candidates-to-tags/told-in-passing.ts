import { courseOfLife } from './course-of-life.js';
import { dishesTold } from './dishes-told.js';
import { hardlyDone } from './hardly-done.js';
import type { Stretch } from './noun-stretches.js';
import { inOtherRoles } from './other-roles.js';

/** What a sentence names without saying that its writer can do it, in UTF-16 units of it. */
export interface Passing {
  /** No tag of any kind. */
  nothing: Stretch[];
  /** No skill. */
  noSkill: Stretch[];
}

/** Reads a sentence for what is told in passing: a means or a measure, what befell its writer, what they hardly do, and dishes, of which there is no tag. */
export function toldInPassing(sentence: string): Passing & { dishes: Stretch[] } {
  const all = [inOtherRoles(sentence), courseOfLife(sentence), hardlyDone(sentence)];
  return { nothing: all.flatMap(({ nothing }) => nothing), noSkill: all.flatMap(({ noSkill }) => noSkill), dishes: dishesTold(sentence) };
}
