/** Blocks of a file: `# matter`, then `- speaker | words` of who lacks and `+ speaker | words` of who gives. What holds no such lines is none. */
export function readBlocks(text) {
  return text.split(/\n\s*\n/u).map((block) => {
    const side = (mark) => block.split('\n').filter((line) => line.startsWith(mark)).map((line) => {
      const [role, words] = line.slice(mark.length).split('|');
      return { role: role.trim(), text: words.trim() };
    });
    return { lacks: side('- '), gives: side('+ ') };
  }).filter(({ lacks, gives }) => lacks.length > 0 && gives.length > 0);
}

/** An introduction without the stars before sentences that tell why its writer should meet the others of the block, and where these begin (UTF-16 units). */
export function withoutStars(starred) {
  return { text: starred.replaceAll('*', ''), starts: [...starred.matchAll(/\*/g)].map(({ index }, before) => index - before) };
}
