import type { Sentence } from '@tsunagu/contracts';

/** Why somebody has no seat in the published teams, as the organiser reads it. */
export const ALL_FULL: Sentence = { ja: 'どのチームも満員です。「設定」で人数の上限を上げるか、「席を用意する」でチームを選んでください。', en: 'Every team is full. Raise the largest size under “Settings”, or choose a team for them under “Find a seat”.' };
export const ONLY_DECLINED: Sentence = { ja: '席があるのは、本人が見送ったチームだけです。', en: 'The only teams with room are ones they have declined.' };
export const NOT_HERE: Sentence = { ja: 'いまは会場にいないか、休止中です。', en: 'Not in the room at the moment, or taking a break.' };
