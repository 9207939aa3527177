import { describe, expect, it } from '@jest/globals';
import { buildLexicon } from './build-lexicon.js';
import { parseConceptFile } from './parse-lexicon.js';

const conceptFile = (text: string) => ({ name: 'concepts/test.txt', text });
const HEAD = '[情報技術 / 言語] kind=skill\n';

describe('concept files', () => {
  it('give label, spellings, English label, category and kind', () => {
    const { concepts, problems } = parseConceptFile(conceptFile(`${HEAD}機械学習 = machine learning = マシンラーニング = ML?  # reviewed\n`));
    expect(problems).toEqual([]);
    expect(concepts[0].concept).toMatchObject({
      id: '機械学習', en: 'machine learning', category: '情報技術 / 言語', kind: 'skill',
      spellings: ['機械学習', 'machine learning', 'マシンラーニング'], ambiguous: ['ML'],
    });
  });

  it('keep broader, related, met-by and practises links apart', () => {
    const { links } = parseConceptFile(conceptFile(`${HEAD}看護師 ^ 看護 < 医療職 ~ 保健師 > 休み\n`));
    expect(links.map(({ field, to }) => [field, to])).toEqual([['practises', '看護'], ['broader', '医療職'], ['related', '保健師'], ['metBy', '休み']]);
  });

  it('keep signs that belong to a name', () => {
    const { concepts } = parseConceptFile(conceptFile(`${HEAD}C# = シーシャープ\nC++ = シープラプラ\n`));
    expect(concepts.map(({ concept }) => concept.id)).toEqual(['C#', 'C++']);
  });

  it.each([
    ['Python = パイソン\n', 1, /before the first \[category\]/],
    ['[情報技術] kind=hobby\n', 1, /expected "\[category\] kind=skill\|interest"/],
    [`${HEAD}Python = < 言語\n`, 2, /two operators/],
    [`${HEAD}Python = パイソン <\n`, 2, /two operators/],
  ])('report the line of a fault in %j', (text, line, message) => {
    const { problems } = parseConceptFile(conceptFile(text));
    expect(problems[0]).toMatchObject({ file: 'concepts/test.txt', line });
    expect(problems[0].message).toMatch(message);
  });
});

describe('a built lexicon', () => {
  const files = [
    conceptFile(`${HEAD}Python = パイソン < プログラミング\nプログラミング = coding\nGo = Go言語 = Golang = ゴー?\n`),
    { name: 'links/need.txt', text: 'Python > プログラミング, Go  # why\n' },
  ];

  it('finds a concept by any of its spellings, whatever case, width or blanks', () => {
    const { lexicon, problems } = buildLexicon(files);
    expect(problems).toEqual([]);
    for (const spelling of ['python', 'Ｐｙｔｈｏｎ', 'ﾊﾟｲｿﾝ', 'ぱいそん']) expect(lexicon.find(spelling)?.id).toBe('Python');
  });

  it('does not name a concept from an ambiguous spelling alone', () => {
    const { lexicon } = buildLexicon(files);
    expect(lexicon.find('ゴー')).toBeUndefined();
    expect(lexicon.meaning('ゴー')).toMatchObject({ ambiguous: true });
  });

  it('gives its graph as plain data', () => {
    const { concepts } = buildLexicon(files).lexicon.graph();
    expect(concepts.Python).toEqual({ ja: 'Python', en: 'Python', category: '情報技術 / 言語', broader: ['プログラミング'], related: [], metBy: ['プログラミング', 'Go'], practises: [] });
    expect(structuredClone(concepts)).toEqual(concepts);
  });

  it('names file and line of a spelling that two concepts claim, of a concept given twice and of a link into nowhere', () => {
    const { problems } = buildLexicon([conceptFile(`${HEAD}Python = パイソン\n蛇 = パイソン\nPython\nGo < 無い概念\n`)]);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '3 the spelling "パイソン" of "蛇" already belongs to "Python" (concepts/test.txt:2)',
      '4 the concept "Python" is already at concepts/test.txt:2',
      '5 no concept "無い概念"',
    ]);
  });

  it("feature 17: an organiser's words count for one call and leave the lexicon as it was", () => {
    const { lexicon } = buildLexicon(files);
    const known = lexicon.withWords([{ label: '湘南未来会議', spellings: ['湘未'], kind: 'interest' }]);
    expect(known.find('湘未')).toMatchObject({ id: '湘南未来会議', kind: 'interest' });
    expect(known.find('パイソン')?.id).toBe('Python');
    expect(lexicon.find('湘未')).toBeUndefined();
  });

  it('takes synonyms only where they point to one concept', () => {
    const { lexicon } = buildLexicon(files);
    lexicon.addSynonyms([['プログラミング', 'プログラム作成'], ['パイソン', 'Golang', 'どちらか']]);
    expect(lexicon.find('プログラム作成')?.id).toBe('プログラミング');
    expect(lexicon.find('どちらか')).toBeUndefined();
  });
});
