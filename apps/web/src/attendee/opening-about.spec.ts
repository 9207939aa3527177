import { describe, expect, it } from '@jest/globals';
import type { Kind, TagView } from '@tsunagu/contracts';
import { openingAbout } from './opening-about.js';

const tag = (kind: Kind, label: string): TagView => ({ kind, label, concept: label });
const STUDENT = [tag('seeking', '自治会'), tag('interest', '写真'), tag('skill', '編み物')];

describe('feature 34: what a pair is given to begin with', () => {
  it.each([
    ['what the reasons name', ['編み物'], '編み物'],
    ['not what the other one looks for, which is told to them', ['自治会', '編み物'], '編み物'],
    ['another tag where the reasons name nothing else', ['自治会', '防災'], '写真'],
  ])('is %s', (_, named, label) => expect(openingAbout(STUDENT, named)?.label).toBe(label));

  it('is what they can, where they look for others of it, too', () => {
    expect(openingAbout([tag('seeking', '写真'), tag('skill', '写真')], ['写真'])?.kind).toBe('skill');
  });

  it('is nothing where they only look for something', () => {
    expect(openingAbout([tag('seeking', '自治会')], ['自治会'])).toBeUndefined();
  });
});
