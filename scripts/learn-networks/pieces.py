"""The vocabulary in libs/nlp/model: its pieces (pieces.txt) and their vectors (pieces.bin)."""
import unicodedata

import numpy as np
import torch

# The first rows of the vocabulary are no words.
START, PADDING, END, UNKNOWN = range(4)
BLANK = '▁'
# Added to the cost of a letter that the vocabulary lacks, as SentencePiece does.
UNKNOWN_PENALTY = 10
INT8 = 127


class Vocabulary:
    """Cuts texts as libs/nlp/src/text-to-vectors/pieces.ts does: the likeliest pieces of a unigram language model (Kudo 2018)."""

    def __init__(self, pieces, scores):
        self.pieces, self.scores = pieces, scores
        self.rows = {piece: row for row, piece in enumerate(pieces) if row > UNKNOWN}
        self.longest = max(map(len, self.rows))
        self.unknown = min(scores[UNKNOWN + 1:]) - UNKNOWN_PENALTY

    @classmethod
    def read(cls, folder):
        lines = [line.split('\t') for line in (folder / 'pieces.txt').read_text('utf8').rstrip('\n').split('\n')]
        return cls([piece for piece, _ in lines], [float(score) for _, score in lines])

    def cut(self, text, most=None):
        """Pieces of a text in NFKC between a start and an end mark, at most so many, and the letters [start, end) of each."""
        letters, origins = ([], []) if text[:1].isspace() else ([BLANK], [0])
        for at, letter in enumerate(text):
            if not letter.isspace() or letters[-1:] != [BLANK]:
                letters.append(BLANK if letter.isspace() else letter)
                origins.append(at)
        units = ''.join(letters)
        best, back = [0.0] + [-float('inf')] * len(units), [(0, 0)] * (len(units) + 1)
        for start in range(len(units)):
            before = best[start]
            for end in range(start + 1, min(len(units), start + self.longest) + 1):
                row = self.rows.get(units[start:end])
                if row is not None and before + self.scores[row] > best[end]:
                    best[end], back[end] = before + self.scores[row], (start, row)
            if before + self.unknown > best[start + 1]:
                best[start + 1], back[start + 1] = before + self.unknown, (start, UNKNOWN)
        ids, spans, end = [END], [(-1, -1)], len(units)
        while end > 0:
            start, row = back[end]
            ids.append(row)
            spans.append((origins[start], origins[end - 1] + 1))
            end = start
        ids, spans = [*ids, START][::-1], [*spans, (-1, -1)][::-1]
        return (ids, spans) if most is None or len(ids) <= most else ([*ids[:most - 1], END], [*spans[:most - 1], (-1, -1)])

    def ids(self, text, most):
        """Pieces of any text, at most so many."""
        return self.cut(unicodedata.normalize('NFKC', text), most)[0]


def read_vectors(folder):
    """The vectors of pieces.bin, pieces × width: a scale (float32) each, then a signed byte a number."""
    count = len(Vocabulary.read(folder).pieces)
    data = (folder / 'pieces.bin').read_bytes()
    scales, numbers = np.frombuffer(data, '<f4', count), np.frombuffer(data, np.int8, offset=4 * count)
    return torch.from_numpy(scales[:, None] * numbers.reshape(count, -1))


def write_vectors(folder, vectors):
    """Writes vectors (pieces × width), rounded, as `read_vectors` reads them."""
    scales = (np.abs(vectors).max(1) / INT8 + 1e-9).astype('<f4')
    (folder / 'pieces.bin').write_bytes(scales.tobytes() + np.round(vectors / scales[:, None]).astype(np.int8).tobytes())
