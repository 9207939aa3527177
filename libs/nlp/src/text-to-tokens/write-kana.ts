import type { KanaWords } from './kana-words.js';
import type { Replacement } from './replace-units.js';

/** A word that may stand in a sentence, in kuromoji's terms; positions count from 1. */
interface LatticeNode {
  name: number;
  type: 'BOS' | 'EOS' | 'KNOWN' | 'UNKNOWN';
  surface_form: string;
  start_pos: number;
  length: number;
  left_id: number;
  right_id: number;
  cost: number;
  shortest_cost: number;
  prev: LatticeNode | null;
}

/** The words of a sentence by where they end; its beginning is at 0, its end behind all. */
interface Lattice {
  nodes_end_at: (LatticeNode[] | undefined)[];
  eos_pos: number;
}

/** What of kuromoji finds the likeliest words of a sentence. */
export interface WordLattices {
  viterbi_builder: { build(text: string): Lattice };
  viterbi_searcher: { search(lattice: Lattice): LatticeNode[] };
}

const LONGEST_WORD = 14;
/** The number by which words that are read into hiragana are told from kuromoji's own. */
const READ = -2;
const HIRAGANA = /^[ぁ-ゖー]+$/;

/** The lattice without words that reach over a blank; what kuromoji does not know ends there. */
function withinBorders({ nodes_end_at }: Lattice, length: number, borders: readonly number[]): Lattice {
  const nodes = nodes_end_at.flatMap((ending) => ending ?? []);
  const kept: Lattice = { nodes_end_at: [], eos_pos: length + 1 };
  for (const node of nodes) {
    const start = node.start_pos - 1;
    const border = borders.find((at) => at > start && at < start + node.length);
    if (border !== undefined && node.type === 'KNOWN') continue;
    if (border !== undefined) node.length = border - start;
    (kept.nodes_end_at[{ BOS: 0, EOS: length + 1, KNOWN: start + node.length, UNKNOWN: start + node.length }[node.type]] ??= []).push(node);
  }
  return kept;
}

function* wordsAt(run: string, start: number, end: number, words: KanaWords): Generator<LatticeNode> {
  for (let to = start + 1; to <= Math.min(end, start + LONGEST_WORD) && HIRAGANA.test(run[to - 1]); to++) {
    for (const { written, left, right, cost } of words.get(run.slice(start, to)) ?? []) {
      yield { name: READ, type: 'KNOWN', surface_form: written, start_pos: start + 1, length: to - start, left_id: left, right_id: right, cost, shortest_cost: Number.MAX_VALUE, prev: null };
    }
  }
}

/**
 * What a run of hiragana most likely writes, as an input method does: words by how they sound are put into kuromoji's lattice beside
 * its own, and the cheapest way through it is taken (Viterbi 1967, with the costs of IPADIC; Kudo, Yamamoto, Matsumoto 2004).
 *
 * @param run one sentence or less, without blanks
 * @param borders where the writer left blanks, in ascending order: no word reaches over one
 * @returns the words that are written otherwise, by their order
 */
export function writeKana({ viterbi_builder, viterbi_searcher }: WordLattices, run: string, words: KanaWords, borders: readonly number[]): Replacement[] {
  const lattice = withinBorders(viterbi_builder.build(run), run.length, borders);
  for (let start = 0; start < run.length; start++) {
    const end = borders.find((at) => at > start) ?? run.length;
    for (const node of wordsAt(run, start, end, words)) (lattice.nodes_end_at[start + node.length] ??= []).push(node);
  }
  return viterbi_searcher.search(lattice)
    .map(({ name, surface_form: by, start_pos, length }) => ({ name, start: start_pos - 1, end: start_pos - 1 + length, by }))
    .filter(({ name, start, end, by }) => name === READ && by !== run.slice(start, end))
    .map(({ start, end, by }) => ({ start, end, by }));
}
