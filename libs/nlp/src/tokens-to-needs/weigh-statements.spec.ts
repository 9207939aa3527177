import { describe, expect, it } from '@jest/globals';
import type { Statement } from '../statements.js';
import { loadExtractor } from '../load-extractor.js';
import { parseStatementWeights, statementFeatures, weighStatements } from './weigh-statements.js';

const text = '軽トラで運べます。ひまな日は釣りをします。';
const offer = (phrase: string, concept: string, evidence: [number, number], score = 0.81): Statement => ({ kind: 'skill', label: concept, phrase, concept, role: 'vehicle', score, evidence: [evidence], rule: 'everyday:offer' });
const truck = offer('軽トラ', 'くらし:運び手', [0, 8]);
const time = offer('ひま', 'くらし:時間', [9, 20], 0.86);
const tag: Statement = { kind: 'skill', label: '軽トラ', phrase: '軽トラ', concept: '軽トラ', score: 0.9, evidence: [[0, 3]], rule: 'lexicon' };
const seen = { text, tags: [tag], all: 2 };

describe('how likely the writer would nod at a need or an offer of everyday words', () => {
  it('is seen by how and in how many words it was said, with what beside it', () => {
    const [of] = statementFeatures([truck, time], seen);
    expect(of).toEqual(['always', 'together ≤1', 'sentence ≤15', 'all ≤2', 'skill said 0.81', 'skill role vehicle', 'skill words ≤3', 'skill concept くらし:運び手', 'skill clause skill', 'skill words skill']);
    expect(statementFeatures([truck, time], seen)[1]).not.toContain('skill clause skill');
    const [beside] = statementFeatures([offer('運べ', 'くらし:運び手', [0, 8])], seen);
    expect(beside).toContain('skill clause skill');
    expect(beside).not.toContain('skill words skill');
    expect(statementFeatures([truck, { ...time, evidence: [[0, 8]] }], seen)[0]).toContain('together ≤2');
  });

  it('is the score: log odds of what is seen, the likeliest first', () => {
    const weights = parseStatementWeights('always\t-100\nskill concept くらし:時間\t300\nunknown\t500\n');
    expect(weighStatements([truck, time], seen, weights).map(({ phrase, score }) => [phrase, score])).toEqual([['ひま', 0.88], ['軽トラ', 0.27]]);
    expect(weighStatements([truck], seen, new Map())[0].score).toBe(0.5);
  });
});

describe('as it is learnt', () => {
  it('tells what is said from what is only near it', async () => {
    const { extract } = await loadExtractor();
    const { needs, offers } = await extract('花屋です。会場を貸してくれる人を探しています。高齢者に花を届けるしくみを一緒に考えたいです。車は持っていませんが、英語を話せます。');
    const of = (read: Statement[], label: string) => read.find((one) => one.label === label)?.score;
    expect(of(needs, '場所')).toBeGreaterThan(0.7);
    expect(of(offers, 'ことばの橋渡し')).toBeGreaterThan(0.5);
    expect(of(needs, '運ぶ手段') ?? 0).toBeLessThan(0.5);
    expect(of(offers, '運ぶ手段')).toBeUndefined();
  });

  it('quotes the sentence, in English too', async () => {
    const { extract } = await loadExtractor();
    const text = 'I am a nurse. I can teach first aid. Looking for people who run disaster drills.';
    const { offers } = await extract(text);
    const quotes = offers.filter(({ rule }) => rule.startsWith('everyday')).map(({ evidence: [[from, to]] }) => text.slice(from, to));
    expect(quotes).toContain('I can teach first aid');
    expect(quotes.filter((quote) => quote.includes('. '))).toEqual([]);
  });
});
