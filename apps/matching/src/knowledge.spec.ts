import { describe, expect, it } from '@jest/globals';
import { foldSpelling, readSynonymGroups } from '@tsunagu/nlp';
import { loadKnowledge } from './knowledge.js';

describe('a word typed by hand', () => {
  it('means what it means where it is read: a concept, by a synonym as well, or only itself', async () => {
    const [knowledge, groups] = await Promise.all([loadKnowledge(), readSynonymGroups()]);
    const unknown = groups.flat().filter((word) => !knowledge.knows(knowledge.conceptOf(word)));
    expect(unknown.length / groups.flat().length).toBeLessThan(0.02); // what would name two concepts
    expect(knowledge.conceptOf('誰も知らないサーバーのことば')).toBe(foldSpelling('誰も知らないサーバーのことば'));
  });

  it('means what the event’s own words say, in whatever spelling they have there, and nothing else changes', async () => {
    const knowledge = await loadKnowledge();
    const own = knowledge.withWords([{ label: 'ABCチャレンジ', spellings: ['エービーシー計画'] }, { label: '写真', spellings: ['パシャり'] }]);
    expect(['ABCチャレンジ', 'ａｂｃチャレンジ', 'エービーシー計画', 'パシャり', 'イラレ'].map((word) => own.conceptOf(word))).toEqual(['ABCチャレンジ', 'ABCチャレンジ', 'ABCチャレンジ', '写真撮影', 'Illustrator']);
    expect(knowledge.conceptOf('エービーシー計画')).not.toBe('ABCチャレンジ');
    expect(own.graph).toBe(knowledge.graph);
    expect(knowledge.withWords([])).toBe(knowledge);
  });

  it('may mean any concept that it is written for, in any spelling', async () => {
    const knowledge = await loadKnowledge();
    expect(knowledge.mayMean('ML', '機械学習')).toBe(true);
    expect(knowledge.mayMean('Park-PFI', 'parkpfi')).toBe(true);
    expect(knowledge.mayMean('ML', '写真撮影')).toBe(false);
    expect(knowledge.withWords([{ label: 'Park-PFI' }]).mayMean('park pfi', 'Park-PFI')).toBe(true);
  });
});
