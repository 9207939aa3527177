import { describe, expect, it } from '@jest/globals';
import type { Concept } from '../lexicon-to-concepts/concepts.js';
import { labelFor } from './name-concepts.js';

const concept = (id: string, spellings: string[] = []): Concept => ({ id, category: '趣味 / 遊び', kind: 'interest', spellings, ambiguous: [], broader: [], related: [], metBy: [], practises: [] });

describe('what a tag is called that names a concept', () => {
  it.each([
    ['将棋をすること', '将棋'], ['将棋をやる事', '将棋'], ['将棋の勉強', '将棋'], ['母の将棋', '将棋'],
    ['盤上の遊戯', '盤上の遊戯'], ['将棋を指すこと', '将棋を指すこと'],
  ])('%s: %s', (surface, label) => expect(labelFor(surface, concept('将棋'))).toBe(label));
});
