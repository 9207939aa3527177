import type { Kind, Statement } from '../statements.js';

/** What each feature adds to the log odds that the writer would nod. */
export type StatementWeights = ReadonlyMap<string, number>;

/** Of every statement. */
const ALWAYS = 'always';
const KINDS: Kind[] = ['skill', 'interest', 'seeking'];
const SENTENCE_END = /[。!?！？\n]/u;

/** The next of a few steps, as a name; the last one holds whatever is more. */
const stepOf = (value: number, steps: readonly number[]): string => `≤${steps.find((step) => value <= step) ?? '…'}`;

/**
 * What is seen of each of the needs, or of the offers, that were read from everyday words: how it was said, with what role, in
 * how many words, whether a tag says the like, and which concept it is, since some are named too readily.
 * @param read needs or offers of one text, with the sentence's spans as evidence; `score` tells how they were said
 */
export function statementFeatures(read: readonly Statement[], { text, tags, all }: { text: string; tags: readonly Statement[]; all: number }): string[][] {
  return read.map((one) => {
    const { kind, role, score, phrase, concept, evidence: [clause] } = one;
    const at = text.slice(...clause).indexOf(phrase);
    const words: [number, number] = at < 0 ? clause : [clause[0] + at, clause[0] + at + phrase.length];
    const said = (span: [number, number], of: Kind): boolean => tags.some((tag) => tag.kind === of && tag.evidence.some(([from, to]) => from < span[1] && span[0] < to));
    const features = [`said ${score}`, `role ${role}`, `words ${stepOf(phrase.length, [1, 2, 3, 5, 7])}`, `concept ${concept}`,
      ...KINDS.filter((of) => said(clause, of)).map((of) => `clause ${of}`), ...KINDS.filter((of) => said(words, of)).map((of) => `words ${of}`)];
    return [ALWAYS, `together ${stepOf(read.filter((other) => other.evidence[0][0] === clause[0]).length, [1, 2, 3])}`, `sentence ${stepOf(sentenceLength(text, clause), [15, 25, 40, 60])}`,
      `all ${stepOf(all, [2, 4, 6, 9])}`, ...features.map((feature) => `${kind} ${feature}`)];
  });
}

function sentenceLength(text: string, [start, end]: [number, number]): number {
  let [from, to] = [start, end];
  while (from > 0 && !SENTENCE_END.test(text[from - 1])) from -= 1;
  while (to < text.length && !SENTENCE_END.test(text[to])) to += 1;
  return to - from;
}

/** The same statements, the score of each being how likely its writer would nod (0…1), learnt from readers' judgements. */
export function weighStatements(read: readonly Statement[], seen: { text: string; tags: readonly Statement[]; all: number }, weights: StatementWeights): Statement[] {
  return statementFeatures(read, seen).map((features, at) => ({ ...read[at], score: likely(features, weights) })).sort((a, b) => b.score - a.score);
}

function likely(features: readonly string[], weights: StatementWeights): number {
  const odds = features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0);
  return Math.round(100 / (1 + Math.exp(-odds))) / 100;
}

/** Reads `judgement/statements.txt`: `feature<tab>hundredths of log odds` a line. */
export const parseStatementWeights = (text: string): StatementWeights =>
  new Map(text.split('\n').filter(Boolean).map((line) => line.split('\t') as [string, string]).map(([name, weight]) => [name, Number(weight) / 100]));
