/** Phrases of which none begins with a small kana or a long vowel: a name in kana is cut as if it were words (じ／ゅんさん). */
export const joinSmallKana = (phrases: readonly string[]): string[] => phrases.join('\n').replace(/\n(?=[ぁぃぅぇぉっゃゅょァィゥェォッャュョー])/g, '').split('\n');
