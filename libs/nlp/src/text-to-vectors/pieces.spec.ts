import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { modelFile, readModelVersion, readPieceFiles } from '../lexicon-to-concepts/lexicon-files.js';
import { PieceVectors } from './piece-vectors.js';
import { Pieces } from './pieces.js';

const VOCABULARY = '<s>\t0\n<pad>\t0\n</s>\t0\n<unk>\t0\n▁\t-2\n見\t-5\n守り\t-4\n見守り\t-6\nが\t-3\n▁x\t-4\nx\t-5\n';
const pieces = new Pieces(VOCABULARY);
describe('cutting a text into pieces', () => {
  it('takes the likeliest, and tells where each stands', () => {
   
    // the first is the blank that every text begins with
    expect(pieces.cut('見守りが')).toEqual({ ids: [0, 4, 7, 8, 2], starts: [-1, 0, 0, 3, -1], ends: [-1, 1, 3, 4, -1] });
  });

  it('finds a long piece that stands before shorter ones, and prefers a rare piece to letters that it does not know', () => {
    const ofMarks = '<s>\t0\n<pad>\t0\n</s>\t0\n<unk>\t0\n';
    expect(new Pieces(`${ofMarks}▁\t-2\n見守り\t-6\n見\t-5\n`).cut('見守り').ids).toEqual([0, 4, 5, 2]);
    expect(new Pieces(`${ofMarks}▁\t-2\n見\t-14\n`).cut('見').ids).toEqual([0, 4, 5, 2]);
  });

  it('takes several blanks for one, and what it does not know letter by letter', () => {
    expect(pieces.cut('x  \nx').ids).toEqual([0, 9, 9, 2]);
    expect(pieces.cut('が').ids).toEqual([0, 4, 8, 2]);
    expect(pieces.cut('が𠮷x')).toEqual({ ids: [0, 4, 8, 3, 10, 2], starts: [-1, 0, 0, 1, 3, -1], ends: [-1, 1, 1, 3, 4, -1] });
  });

  it('leaves no letter of any text out', async () => {
    const real = new Pieces((await readPieceFiles()).lines);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (given) => {
      const text = given.normalize('NFKC');
      const { starts, ends } = real.cut(text);
      const seen = new Set(starts.slice(1, -1).flatMap((start, at) => Array.from({ length: ends[at + 1] - start }, (_, more) => start + more)));
      for (let at = 0; at < text.length; at += 1) if (/\S/u.test(text[at])) expect(seen.has(at)).toBe(true);
    }));
  });
});

describe('vectors of pieces', () => {
  it('are a scale times whole numbers, as far as a text is read', () => {
    const lines = '<s>\t0\n<pad>\t0\n</s>\t0\n<unk>\t0\n▁\t-1\nが\t-1\n';
    const bytes = new Uint8Array([...new Uint8Array(Float32Array.of(1, 1, 1, 1, 0.5, 2).buffer), ...new Uint8Array(Int8Array.of(1, 2, 0, 0, 3, 4, 0, 0, 2, -2, 5, -6).buffer)]);
    const vectors = new PieceVectors({ lines, bytes });
    expect(vectors.inputOf('がが', 10)).toMatchObject({ ids: [0, 4, 5, 5, 2], shape: [1, 5, 2] });
    expect([...vectors.inputOf('がが', 4).numbers]).toEqual([1, 2, 1, -1, 10, -12, 3, 4]);
    expect(() => new PieceVectors({ lines, bytes: bytes.slice(1) })).toThrow(/pieces\.bin.*6 lines.*35 bytes/);
  });
});

it('the version is that of the files beside it', async () => {
  const hash = createHash('sha256');
  for (const name of ['pieces.txt', 'pieces.bin', 'kinds.onnx', 'encounters.onnx']) hash.update(readFileSync(modelFile(name)));
  expect((await readModelVersion()).trim()).toBe(hash.digest('hex').slice(0, 16));
});
