import { describe, expect, it } from '@jest/globals';
import { translate } from '../look/translation.js';
import { effectInWords } from './effect-in-words.js';
import { board as en } from './words/en.js';
import { board as ja } from './words/ja.js';

const words = (board: object) => (key: string, values?: Record<string, string | number>) => translate({ board }, 'board', key, values);

describe('feature 44: what a move would do, as it is heard', () => {
  it('says the points, and the rules only where the move breaks one', () => {
    expect([effectInWords({ objective: 0.1, broken: 0 }, words(ja)), effectInWords({ objective: 0.1, broken: -1 }, words(en))]).toEqual(['ここに移すと+10.0点です。', 'Moving here: +10.0 points.']);
    expect([effectInWords({ objective: -0.28, broken: 2 }, words(ja)), effectInWords({ objective: -0.28, broken: 2 }, words(en))]).toEqual(['ここに移すと−28.0点です。 条件に合わない人が2人増えます。', 'Moving here: −28.0 points. Against a rule: 2 more.']);
  });

  it('counts no points for who is left without a seat', () => {
    expect([effectInWords({ objective: undefined, broken: 0 }, words(ja)), effectInWords({ objective: undefined, broken: 1 }, words(en))]).toEqual(['席がなくなります。', 'Leaves them without a seat. Against a rule: 1 more.']);
  });
});
