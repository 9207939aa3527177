import { describe, expect, it } from '@jest/globals';
import { setTheme } from './set-theme.js';

describe('feature 42: the theme of a team', () => {
  it('is told where it was given one, not where its people merely have something in common', () => {
    expect([setTheme({ theme: { id: 'a', title: '空き家' } }), setTheme({ theme: { id: null, title: '防災' } }), setTheme({ theme: null })]).toEqual(['空き家', undefined, undefined]);
  });
});
