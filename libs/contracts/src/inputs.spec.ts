import { describe, expect, it } from '@jest/globals';
import { introductionProblem, shortTextProblem } from './check-text.js';
import { HTTP_BODIES, HTTP_QUERIES } from './http-routes.js';
import { eventInput, introductionText } from './inputs.js';
import { JOBS } from './jobs.js';
import { TEXT_LIMITS } from './words.js';

const SCHEMAS = Object.entries({ ...HTTP_BODIES, ...HTTP_QUERIES, ...JOBS });

describe('whatever comes from outside the process', () => {
  it.each(SCHEMAS)('%s refuses a field that it does not know', (_, schema) => {
    const { error } = schema.safeParse({ pattern: 'match.tags', 'unknown field': 1 });
    expect(JSON.stringify(error!.issues)).toMatch(/"code":"unrecognized_keys","keys":\[[^\]]*"unknown field"/);
  });
});

describe('the day of an event', () => {
  it('is asked for where nobody has chosen it, and else told in its form', () => {
    const found = (heldOn: string) => eventInput.safeParse({ recipe: 'ideathon', title: '港の会', heldOn }).error?.issues[0]?.message;
    expect([found(''), found('2026-11-24')]).toEqual(['event.day_missing', undefined]);
    expect(found('11/24')).not.toBe('event.day_missing');
  });
});

describe('a text that grows by being composed', () => {
  const note = '\u{1D160}';
  it('is measured as it is kept', () => {
    expect(introductionProblem(note.repeat(666))).toBeUndefined();
    expect(introductionProblem(note.repeat(700))).toEqual({ code: 'intro.too_many_units' });
    expect(introductionProblem('か'.repeat(10) + '\u304B\u3099'.repeat(10))).toBeUndefined();
  });

  it('has no more marks on one character for what stood between them', () => {
    const most = '\u0301'.repeat(TEXT_LIMITS.combiningMarksPerBase);
    expect(introductionProblem(`こ${most}`)).toBeUndefined();
    expect(introductionProblem(`こ${most}\u200E${most}`)).toEqual({ code: 'intro.too_many_marks' });
    expect(shortTextProblem(`こ${most}\u200E${most}`, 30)).toEqual({ code: 'text.ill_formed' });
  });
});

describe('an introduction pasted from a word processor', () => {
  it('may hold its line and page breaks, which are taken for line breaks', () => {
    expect(introductionText.parse('ピアノが弾けます。\u000B写真が好きです。\u000C以上')).toBe('ピアノが弾けます。\n写真が好きです。\n以上');
    expect(introductionProblem('ピアノが弾けます。\u000B写真が好きです。')).toBeUndefined();
    expect(introductionProblem('ピアノ\u0007')).toEqual({ code: 'intro.control_character' });
  });
});
