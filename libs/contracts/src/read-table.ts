/** What may stand between the columns of a list; where nothing tells, it is the first. */
export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

const MARKS = [{ encoding: 'utf-16le', bytes: [0xff, 0xfe] }, { encoding: 'utf-16be', bytes: [0xfe, 0xff] }];
/** What comes of bytes that are something else, UTF-16 without a mark for one. */
const BROKEN = { utf8: /\0/, other: /[\0\uFFFD\u0080-\u009F]/ };

function decode(bytes: Uint8Array): { text: string; broken: RegExp } {
  const marked = MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  if (marked) return { text: new TextDecoder(marked.encoding).decode(bytes), broken: BROKEN.other };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), broken: BROKEN.utf8 };
  } catch {
    return { text: new TextDecoder('shift_jis').decode(bytes), broken: BROKEN.other };
  }
}

/**
 * Text of a list as spreadsheets save it: UTF-16 with its mark (Excel's "Unicode text"), UTF-8 where it is valid UTF-8, else
 * Shift_JIS (Excel in Japan).
 * @returns the text, or the 1-based line where the bytes are none of these
 */
export function decodeTable(bytes: Uint8Array): { text: string } | { brokenLine: number } {
  const { text, broken } = decode(bytes);
  const at = text.search(broken);
  return at < 0 ? { text } : { brokenLine: text.slice(0, at).split('\n').length };
}

/**
 * What separates the columns of a list: what divides its first row. Where several do, the one by which all rows are equally long,
 * of several such the one that makes most columns.
 * @param read the rows by a separator; none where they cannot be read by it
 * @param among what may separate, where a cell holds the rest
 * @returns undefined where that leaves two
 */
export function separatorOf(read: (separator: Separator) => readonly (readonly string[])[], among: readonly Separator[] = SEPARATORS): Separator | undefined {
  const dividing = among.map((separator) => ({ separator, lengths: read(separator).map((row) => row.length) })).filter(({ lengths }) => (lengths[0] ?? 0) > 1);
  const even = dividing.filter(({ lengths }) => lengths.every((length) => length === lengths[0]));
  const possible = even.length > 0 ? even : dividing;
  const most = Math.max(...possible.map(({ lengths }) => lengths[0]!));
  const found = possible.filter(({ lengths }) => lengths[0] === most);
  return found.length > 1 ? undefined : (found[0]?.separator ?? ',');
}
