import { describe, expect, it } from '@jest/globals';
import { readCsv, readTable, SECTORS, type PersonView } from '@tsunagu/contracts';
import { look as en } from '../look/words/en.js';
import { look as ja } from '../look/words/ja.js';
import { look as yasashii } from '../look/words/yasashii.js';
import { peopleCsv } from './people-csv.js';
import { tableToPeople } from './table-to-people.js';

const read = (text: string) => tableToPeople(readCsv(text).rows);

describe('feature 91: a table of participants', () => {
  it('of connpass: the shown name is taken, comments are the introduction, who cancelled or only waits for a place is left out', () => {
    const table = read('参加枠名,ユーザー名,表示名,コメント,参加ステータス\n一般,hana01,はな,写真が得意です。,参加\n一般,hiro,ヒロ,,参加キャンセル\n一般,maya,マヤ,,補欠\n');
    expect(table.people).toEqual([{ row: 2, nickname: 'はな', affiliation: '', sector: null, introduction: '写真が得意です。' }]);
    expect(table.cancelled).toBe(2);
  });

  it('of Peatix: family and given name are put together, and mail addresses are not read', () => {
    const table = read('注文番号,姓,名,メールアドレス,会社名\n1,山田,花,hana@example.jp,みなと商事\n');
    expect(table.people).toEqual([{ row: 2, nickname: '山田 花', affiliation: 'みなと商事', sector: null, introduction: '' }]);
    expect(JSON.stringify(table)).not.toContain('example.jp');
  });

  it('of Google Forms: several answers become one introduction, in the order of the columns', () => {
    const table = read('タイムスタンプ,ニックネームを教えてください,ご所属,できること,興味のあること\n2026/11/01,はな,大学,写真,空き家\n');
    expect(table.people).toEqual([{ row: 2, nickname: 'はな', affiliation: '大学', sector: null, introduction: '写真\n空き家' }]);
  });

  it('names each row that cannot be taken, as the spreadsheet counts it, where cells of several lines stand before it', () => {
    const table = read(`名前,自己紹介\nはな,"こんにちは。\nよろしく。"\n,だれ\nヒロ,${'あ'.repeat(1_001)}\n`);
    expect(table.bad.map(({ row, problems }) => [row, problems[0]!.field, problems[0]!.code])).toEqual([[3, 'nickname', 'text.empty'], [4, 'introduction', 'intro.too_long']]);
  });

  it('takes sectors in Japanese and English; what names none is told by its rows, and the person comes in without one', () => {
    const table = read('名前,立場\nはな,行政\nヒロ,Non-profit\nマヤ,メディア\nトム,\nカイ,メディア\n');
    expect(table.people.map(({ nickname, sector }) => [nickname, sector])).toEqual([['はな', 'public'], ['ヒロ', 'npo'], ['マヤ', null], ['トム', null], ['カイ', null]]);
    expect([table.columns.sector, table.bad, table.unknownSectors]).toEqual([['立場'], [], [{ text: 'メディア', rows: [4, 6] }]]);
  });

  it('reads a question for more than a sector as an introduction', () => {
    expect(read('名前,ご自分の立場での関心,あなたの立場\nはな,見守り,学生\n').people[0]).toMatchObject({ sector: 'student', introduction: '見守り' });
  });

  it.each([['ja', ja], ['en', en], ['yasashii', yasashii]] as const)('brings in everybody’s sector from the list that the console saves, in %s', (language, { sector }) => {
    const people = SECTORS.map((one) => ({ id: one, nickname: one, affiliation: null, sector: one, here: true, left: false, tags: [], jackets: [] }) as unknown as PersonView);
    const saved = readTable(new TextEncoder().encode(peopleCsv({ people, teams: [] }, (word) => (word === 'name' ? '名前' : word === 'sector' ? '立場' : word), (one) => (one ? sector[one] : ''), language)));
    expect('rows' in saved && tableToPeople(saved.rows).people.map((person) => person.sector)).toEqual([...SECTORS]);
  });

  it('of nothing is nobody', () => {
    expect(read('')).toMatchObject({ people: [], bad: [] });
  });
});
