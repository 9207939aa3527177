import { describe, expect, it } from '@jest/globals';
import { statementMarks } from './statement-marks.js';

/** The statements of a line, cut at its marks. */
const statements = (line: string): string[] => {
  const marks = statementMarks(line);
  return [...line].reduce<string[]>((parts, letter, at) => (marks.has(at) ? [...parts, ''] : [...parts.slice(0, -1), parts.at(-1)! + letter]), ['']).map((part) => part.trim());
};

describe('a line of statements', () => {
  it.each([
    ['溶接 | 旋盤 | 仲間を探してます', ['溶接', '旋盤', '仲間を探してます']],
    ['Ruby|kintone|経理は苦手', ['Ruby', 'kintone', '経理は苦手']],
    ['Ruby / kintone / 経理は外注した', ['Ruby', 'kintone', '経理は外注した']],
    ['KiCad・STM32/自炊できるようになりたい(いま卵焼きのみ)', ['KiCad・STM32', '自炊できるようになりたい(いま卵焼きのみ)']],
    ['Ruby/英語は話せません', ['Ruby', '英語は話せません']],
    ['元SE/営業/釣り仲間募集', ['元SE', '営業', '釣り仲間募集']],
    ['将棋アマ二段/パパサークル立ち上げたい', ['将棋アマ二段', 'パパサークル立ち上げたい']],
    ['介護福祉士/夜勤専従/趣味はバイク/記録に関心あり', ['介護福祉士', '夜勤専従', '趣味はバイク', '記録に関心あり']],
  ])('%s', (line, parts) => expect(statements(line)).toEqual(parts));

  it.each(['Go / Rust / C が書けます', '英語/中国語を話せます', '溶接/旋盤はできません', 'Ruby / Python / Goは書けません', 'CT/MRI', '溶接/旋盤'])('%s is one', (line) => expect(statements(line)).toEqual([line]));
});
