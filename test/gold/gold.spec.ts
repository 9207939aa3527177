import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadExtractor, type Extractor } from '@tsunagu/nlp';
import { scoreTags, type GoldText } from './score.js';

const read = (name: string): GoldText[] =>
  readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as GoldText);

describe('tags against gold texts, with the lexicon of this repository', () => {
  let extractor: Extractor;
  beforeAll(async () => {
    extractor = await loadExtractor();
  });

  const scoreOf = (name: string) => scoreTags(read(name).map((gold) => ({ gold, tags: extractor.extract(gold.text).tags })));

  it.each([['en', 0.9], ['easy-ja', 0.85]])('%s: F1 with kind of at least %d, nothing denied or forbidden', (name, bar) => {
    const score = scoreOf(name);
    expect(score.deniedAsSkill).toEqual([]);
    expect(score.forbidden).toEqual([]);
    expect(score.f1WithKind).toBeGreaterThanOrEqual(bar);
  });

  it.each([['annotators-dev', 0.79, 2], ['plain-dev', 0.8, 1], ['strangers-dev', 0.81, 1], ['newcomers-dev', 0.82, 1]])('%s, texts of other annotators to look at: F1 with kind of at least %d, nothing denied is a skill, at most %d words embarrass', (name, bar, forbidden) => {
    const score = scoreOf(name);
    expect(score.deniedAsSkill).toEqual([]);
    expect(score.forbidden.length).toBeLessThanOrEqual(forbidden);
    expect(score.f1WithKind).toBeGreaterThanOrEqual(bar);
  });

  // Only counts are compared, so that a failure shows nothing of the texts.
  it.each([['annotators-held', 0.69, 5], ['strangers-held', 0.76, 0], ['newcomers-held', 0.76, 3], ['independent-held', 0.76, 14]])('%s, texts of other annotators, held back: F1 with kind of at least %d, at most %d denied skills', (name, bar, denied) => {
    const score = scoreOf(name);
    expect(score.f1WithKind).toBeGreaterThanOrEqual(bar);
    expect(score.deniedAsSkill.length).toBeLessThanOrEqual(denied);
  });

  it('of the held-back tags scored 0.8 and more, nine of ten are right', () => {
    const sure = [...read('annotators-held'), ...read('strangers-held')].map((gold) => ({ gold, tags: extractor.extract(gold.text).tags.filter(({ score }) => score >= 0.8) }));
    const { right, predicted } = scoreTags(sure);
    expect(predicted).toBeGreaterThanOrEqual(15);
    expect(right / predicted).toBeGreaterThanOrEqual(0.9);
  });
});
