/** What no line begins with: small letters and the long vowel (JIS X 4051), where a model parts じゅん after じ. */
const NO_START = /^[ぁぃぅぇぉっゃゅょァィゥェォッャュョー]/;

/** Phrases that a line may begin with. */
export const lineStarts = (phrases: readonly string[]): string[] => phrases.reduce<string[]>((all, phrase) => {
  if (NO_START.test(phrase)) all.push((all.pop() ?? '') + phrase);
  else all.push(phrase);
  return all;
}, []);
