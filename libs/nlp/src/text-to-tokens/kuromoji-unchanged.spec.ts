import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { buildEngine, quickenLoading, quickenSearch } from './kuromoji-tokenizer.js';

const introductions = readFileSync(new URL('../../../../test/gold/annotators-dev.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as { text: string }).text);
const SIGNS = ['', ' ', 'ｱｲｳ', 'Ωмега', '１２３4', '〆々ゝ', '한글', '☆→♪', 'あ'.repeat(60), 'a'.repeat(60)];

/** As the tokeniser hands texts on. */
const withoutRareSigns = (text: string) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '〓');

it('reads as a kuromoji does that nobody has touched', async () => {
  const untouched = await buildEngine();
  quickenLoading();
  quickenLoading(); // a process may load several
  const quick = await buildEngine();
  quickenSearch(quick);
  const entriesOf = ({ viterbi_builder: { token_info_dictionary: { target_map: entries } } }: typeof quick) => entries;
  expect(entriesOf(quick)).toEqual({});
  for (const text of [...introductions.map(withoutRareSigns), ...SIGNS]) expect(quick.tokenize(text)).toEqual(untouched.tokenize(text));
  const listed = Object.entries(entriesOf(quick));
  expect(Object.keys(entriesOf(untouched))).toHaveLength(325_871);
  expect(listed.length).toBeGreaterThan(1_000);
  for (const [word, entries] of listed) expect(entries).toEqual(entriesOf(untouched)[Number(word)]);
}, 60_000);
