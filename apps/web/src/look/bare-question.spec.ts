import { describe, expect, it } from '@jest/globals';
import { bareQuestion } from './bare-question.js';

describe('the question to begin with', () => {
  it('loses the words that stand above it', () => {
    expect(bareQuestion('はじめの問い：「厨房」について、気になることは何ですか？')).toBe('「厨房」について、気になることは何ですか？');
    expect(bareQuestion('はじめの しつもん：「畑」の ことで、気に なったことは 何ですか？')).toBe('「畑」の ことで、気に なったことは 何ですか？');
    expect(bareQuestion('To begin with: Ann, you wrote “kitchen”. Why?')).toBe('Ann, you wrote “kitchen”. Why?');
  });
});
