import type { Sentence } from './reasons.js';

/** Why somebody waits for a seat, as the organiser reads it. */
export const ALL_FULL: Sentence = { ja: 'どのチームも満員です。「設定」で人数の上限を上げるか、「席を用意する」でチームを選んでください。', en: 'Every team is full. Raise the largest size under “Settings”, or choose a team for them under “Find a seat”.' };
/** The same once there is a seat that nobody was put into: one that an organiser has opened, which is theirs to fill. */
export const SEAT_OPEN: Sentence = { ja: '空いた席があります。「席を用意する」で入れます。', en: 'There is a free seat now. “Find a seat” puts them into it.' };
