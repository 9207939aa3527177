import { describe, expect, it } from '@jest/globals';
import { readCsv } from './read-csv.js';
import { tableToWords } from './table-to-words.js';

describe('feature 17: words from a file', () => {
  it('reads a word a line, its other spellings and its kind', () => {
    const { words, bad } = tableToWords(readCsv('言葉,別の書き方,種類\n湘南未来会議,湘未、しょうみ,興味\n竹あかり\n"つなぎ手","コーディネーター","つなぎ役",できること\n'));
    expect(words).toEqual([
      { label: '湘南未来会議', spellings: ['湘未', 'しょうみ'], kind: 'interest' }, { label: '竹あかり', spellings: [], kind: null },
      { label: 'つなぎ手', spellings: ['コーディネーター', 'つなぎ役'], kind: 'skill' },
    ]);
    expect(bad).toEqual([]);
  });

  it('names lines that cannot be taken', () => {
    expect(tableToWords(readCsv(`竹\n,ばんぶー\n${'あ'.repeat(41)}\n`)).bad).toEqual([2, 3]);
  });
});
