import type { Sentence } from '@tsunagu/contracts';

// Why somebody has no seat in the published teams, as the organiser reads it; that all are full is told by the store as well.

export const ONLY_DECLINED: Sentence = { ja: '席があるのは、本人が見送ったチームだけです。', en: 'The only teams with room are ones they have declined.' };
export const NONE_FITS: Sentence = { ja: '席のあるチームはありますが、条件に合うところがありません。', en: 'There are teams with room, but none that the rules allow.' };
export const SEARCH_FAILED: Sentence = { ja: '席を探している途中で問題が起きました。「席を用意する」で、もう一度探せます。', en: 'Something went wrong while a seat was looked for. “Find a seat” looks once more.' };
export const NOT_HERE: Sentence = { ja: 'いまは会場にいないか、休止中です。', en: 'Not in the room at the moment, or taking a break.' };
