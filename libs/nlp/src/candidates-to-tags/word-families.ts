/** Two families of a word: of its wide field, and of its close neighbours. */
export interface WordFamily {
  wide: number;
  close: number;
}

/** Words that are used alike, by clusters of word vectors (Brown et al. 1992; Turian et al. 2010 use such as features). */
export interface WordFamilies {
  of(word: string): WordFamily | undefined;
  /** Of the longest known ending of a compound: its head. */
  ofEnding(word: string): WordFamily | undefined;
}

/** Reads a family a line: the number of its wide field, then its words, parted by blanks. The line is the close family. */
export function parseWordFamilies(text: string): WordFamilies {
  const families = new Map<string, WordFamily>();
  text.split('\n').forEach((line, close) => {
    const [wide, ...words] = line.split(' ');
    const family = { wide: Number(wide), close };
    for (const word of words) families.set(word, family);
  });
  const ofEnding = (word: string): WordFamily | undefined => {
    for (let from = 0; from < word.length; from++) {
      const family = families.get(word.slice(from));
      if (family) return family;
    }
    return undefined;
  };
  return { of: (word) => families.get(word), ofEnding };
}
