const JAPANESE = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u;

/** The language of a text that people have written, by its letters: what has none of Japan's is taken for English. */
export const languageOf = (text: string): 'ja' | 'en' => (JAPANESE.test(text) ? 'ja' : 'en');
