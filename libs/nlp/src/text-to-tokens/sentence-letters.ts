/** Ends in a full stop and goes on: Mt. Tsukuba, e.g. this. */
const SHORTENED = String.raw`(?<=\b(?:[MmDSs][rst]|[Mm]rs|[Pp]rof|[Nn]o|[Vv]s|[Ee]\.g|[Ii]\.e|[Aa]pprox|[A-Z]))\.`;

/** What stands before an item of a list: ・, -, 2. */
export const LIST_MARK = String.raw`(?:[・●■◆*-]\s*|[▪○□◇◎–—‐]\s+|\d{1,2}[.)）．]\s*(?!\d))`;

/**
 * Source of a regular expression (flag u) for one letter within a sentence. A full stop ends a sentence before a blank or at the end of
 * the text, a Japanese one everywhere but in a number: Node.js, 3.5 and Mt. Tsukuba go on.
 */
export const IN_SENTENCE = String.raw`(?:[^。!?！？\n.．]|\.(?!\s|$)|${SHORTENED}|．(?=\p{Nd}))`;
