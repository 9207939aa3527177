import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createExtractor, type Extractor } from './extract-profile.js';
import { buildLexicon } from './lexicon-to-concepts/build-lexicon.js';
import { loadKuromoji } from './text-to-tokens/kuromoji-tokenizer.js';

/** A known word and one that no lexicon holds: the predicate alone must tell the kind. */
const WORDS = ['Python', '手話通訳'];

/** `[kind]` lines and turns of phrase with X for the word. */
function readClasses(): [kind: string, turn: string][] {
  let kind = '';
  return linesOf('predicate-classes.txt').flatMap((line): [string, string][] => {
    const heading = /^\[(.+)\]$/.exec(line)?.[1];
    if (heading) kind = heading;
    return heading ? [] : [[kind, line]];
  });
}

const linesOf = (name: string): string[] => readFileSync(new URL(name, import.meta.url), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));

/** `turn → kind, kind` lines: what is said of X and of Y. */
const scopes = (): [turn: string, kinds: string][] => linesOf('clause-scopes.txt').map((line) => line.split(' → ') as [string, string]);

describe('feature 14: the predicate tells whether it is a skill, an interest, sought, or none of these', () => {
  let extractor: Extractor;
  beforeAll(async () => {
    extractor = createExtractor(await loadKuromoji(), buildLexicon([{ name: 'concepts/t.txt', text: '[情報技術 / 開発] kind=skill\nPython\n' }]).lexicon);
  });

  const kindsOf = async (text: string, word: string): Promise<string[]> =>
    [...new Set((await extractor.extract(text)).tags.filter(({ label }) => label.includes(word)).map((tag) => tag.kind))].sort();

  it.each(readClasses())('%s: %s', async (kind, turn) => {
    for (const word of WORDS) {
      const kinds = await kindsOf(`${turn.replaceAll('X', word)}。`, word);
      if (kind === 'none') expect(kinds).not.toContain('skill');
      else expect(kinds).toEqual([kind]);
    }
  });

  it.each(scopes())('%s → %s', async (turn, kinds) => {
    const text = `${turn.replaceAll('X', WORDS[0]).replaceAll('Y', WORDS[1])}。`;
    const found = await Promise.all(WORDS.map(async (word) => (await kindsOf(text, word)).join('+') || 'none'));
    expect(found.join(', ')).toBe(kinds);
  });
});
