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

  it.each([['en', 0.8], ['easy-ja', 0.75]])('%s: F1 with kind of at least %d, nothing denied or forbidden', (name, bar) => {
    const score = scoreTags(read(name).map((gold) => ({ gold, tags: extractor.extract(gold.text).tags })));
    expect(score.deniedAsSkill).toEqual([]);
    expect(score.forbidden).toEqual([]);
    expect(score.f1WithKind).toBeGreaterThanOrEqual(bar);
  });
});
