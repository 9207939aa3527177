import { describe, expect, it } from '@jest/globals';
import { nameOf } from './name-of.js';

const tag = { label: '機械学習', en: 'machine learning' };

describe('what a tag is called', () => {
  it('in English by its English name, in both kinds of Japanese by its label', () => {
    expect(nameOf(tag, 'en')).toBe('machine learning');
    expect([nameOf(tag, 'ja'), nameOf(tag, 'yasashii')]).toEqual(['機械学習', '機械学習']);
  });

  it('by its label where it has no other name, also on cards from before there were any', () => {
    expect(nameOf({ label: '竹あかり' }, 'en')).toBe('竹あかり');
    expect(nameOf({ label: 'Python', en: undefined }, 'en')).toBe('Python');
  });
});
