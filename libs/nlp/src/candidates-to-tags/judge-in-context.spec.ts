import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadJudgement } from '../load-extractor.js';
import type { ContextJudge } from './judge-in-context.js';
import type { Likelihoods } from '../statements.js';

const UNSURE: Likelihoods = { skill: 0.25, interest: 0.25, seeking: 0.25 };

describe('judging in context, with the network of this repository', () => {
  let judge: ContextJudge;
  beforeAll(async () => { ({ judge } = await loadJudgement()); });
  const ofFirst = async (text: string, word: string, more: { heading?: 'skill' | 'interest'; prior?: Likelihoods } = {}): Promise<Likelihoods> => {
    const start = text.indexOf(word);
    return (await judge([{ text, heading: more.heading, spans: [[start, start + word.length]], priors: [more.prior ?? UNSURE] }]))[0][0];
  };

  it('hears the kind in the sentence where the prior says nothing', async () => {
    const likely = async (text: string): Promise<string> => Object.entries(await ofFirst(text, '養蜂')).sort(([, a], [, b]) => b - a)[0][0];
    expect(await likely('養蜂で二十年食べてきました。')).toBe('skill');
    expect(await likely('いつか養蜂に挑戦してみたいです。')).toBe('interest');
    expect(await likely('養蜂に詳しい方、お話を聞かせてください。')).toBe('seeking');
  });

  it('goes by the prior as well, and by the heading above', async () => {
    const text = '養蜂';
    const sure: Likelihoods = { skill: 0.9, interest: 0.05, seeking: 0.01 };
    expect((await ofFirst(text, '養蜂', { prior: sure })).skill).toBeGreaterThan((await ofFirst(text, '養蜂')).skill);
    expect((await ofFirst(text, '養蜂', { heading: 'interest' })).interest).toBeGreaterThan((await ofFirst(text, '養蜂', { heading: 'skill' })).interest);
  });

  it('gives the same whatever stands beside, and whatever the case of letters', async () => {
    const text = 'Pythonと養蜂ができます。';
    const [[python, bees]] = await judge([{ text, spans: [[0, 6], [7, 9]], priors: [UNSURE, UNSURE] }]);
    expect(await ofFirst(text, '養蜂')).toEqual(bees);
    expect(await ofFirst(text.toUpperCase(), 'PYTHON')).toEqual(python);
    expect(await judge([{ text, spans: [], priors: [] }])).toEqual([[]]);
    expect(python.skill + python.interest + python.seeking).toBeLessThanOrEqual(1);
  });

  // Numbers of this network, to be renewed with it. Where products of weights overflow, it comes out at 0.993 and 0.642.
  it('hears the same on every processor', async () => {
    expect((await ofFirst('Pythonと養蜂ができます。', '養蜂')).skill).toBeCloseTo(0.922, 1);
    expect((await ofFirst('養蜂の話なら少しはできるかもしれません。', '養蜂')).skill).toBeCloseTo(0.711, 1);
  });

  it('reads of a text of any length what promises most, and lets the priors of the rest stand', async () => {
    const text = '養蜂で二十年食べてきました。';
    const sentence = (skill: number) => ({ text, spans: [[0, 2]] as [number, number][], priors: [{ skill, interest: 0.1, seeking: 0.1 }] });
    const [alone, unread] = [(await judge([sentence(0.3)]))[0][0], sentence(0.2).priors[0]];
    const heard = (await judge([...Array.from({ length: 100 }, () => sentence(0.2)), sentence(0.3)])).map(([one]) => one);
    expect(heard.at(-1)).toEqual(alone);
    const read = heard.filter(({ skill }) => skill !== unread.skill);
    expect(read.length).toBeGreaterThan(20);
    expect(read.length).toBeLessThan(60);
  });
});
