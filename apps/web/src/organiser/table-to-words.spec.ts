import { describe, expect, it } from '@jest/globals';
import { readCsv } from '@tsunagu/contracts';
import { tableToWords } from './table-to-words.js';

describe('feature 17: words from a file', () => {
  it('reads a word a line, its other spellings and its kind', () => {
    const { words, bad } = tableToWords(readCsv('言葉,別の書き方,種類\n湘南未来会議,湘未、しょうみ,興味\n竹あかり\n"つなぎ手","コーディネーター","つなぎ役",できること\n').rows);
    expect(words).toEqual([
      { label: '湘南未来会議', spellings: ['湘未', 'しょうみ'], kind: 'interest' }, { label: '竹あかり', spellings: [], kind: null },
      { label: 'つなぎ手', spellings: ['コーディネーター', 'つなぎ役'], kind: 'skill' },
    ]);
    expect(bad).toEqual([]);
  });

  it('takes a word that every object has for a spelling, and for no kind', () => {
    expect(tableToWords(readCsv('竹あかり,constructor,興味\n').rows).words).toEqual([{ label: '竹あかり', spellings: ['constructor'], kind: 'interest' }]);
  });

  it('names lines that cannot be taken, and why', () => {
    const many = Array.from({ length: 13 }, (_, n) => `竹${n}`).join('、');
    expect(tableToWords(readCsv(`竹\n,ばんぶー\n${'あ'.repeat(41)}\n笹,${many}\n`).rows).bad).toEqual([
      { row: 2, fault: { why: 'empty' } },
      { row: 3, fault: { why: 'text', given: 'あ'.repeat(41), problem: { code: 'text.too_long', values: { limit: 40 } } } },
      { row: 4, fault: { why: 'spellings', limit: 12 } },
    ]);
  });

  it('takes a kind that there is none of for a fault, never for a spelling', () => {
    const { words, bad } = tableToWords(readCsv('うめぼし会,,すき\nうめ本,うめぼん,楽しい,\n竹,ばんぶー,興味,\n笹,興味\n').rows);
    expect(bad).toEqual([{ row: 1, fault: { why: 'kind', given: 'すき' } }, { row: 2, fault: { why: 'kind', given: '楽しい' } }]);
    expect(words).toEqual([{ label: '竹', spellings: ['ばんぶー'], kind: 'interest' }, { label: '笹', spellings: [], kind: 'interest' }]);
  });
});
