import { describe, expect, it } from '@jest/globals';
import { gerundsOf, isBareVerb } from './english-bare-verb.js';

/** The last word of a sentence, with what stands before it. */
const isVerbIn = (sentence: string): boolean => {
  const at = sentence.lastIndexOf(' ') + 1;
  return isBareVerb(sentence.slice(at), sentence.slice(0, at));
};

describe('a verb with no noun to it', () => {
  it.each(['I can cook', 'I can also sing, dance and cook', "I'd rather cook", 'we really like to host', 'people who cook', 'a room to record', 'let me explain', "I don't drive"])('%s', (sentence) => expect(isVerbIn(sentence)).toBe(true));
  it.each(['I am a cook', 'I go to church', 'I listen to jazz', 'I can English', 'I can Excel and kintsugi and weaving', 'a good cook', 'thanks to music', 'I can fix bikes'])('%s: a noun', (sentence) => expect(isVerbIn(sentence)).toBe(false));

  it.each([['cook', 'cooking'], ['bake', 'baking'], ['swim', 'swimming'], ['ski', 'skiing'], ['dye', 'dyeing']])('%s: %s', (verb, doing) => expect(gerundsOf(verb)).toContain(doing));
});
