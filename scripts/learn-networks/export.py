"""Writes what was learnt as the networks that libs/nlp reads: ONNX, the weights of linear layers in eight bits.

    python scripts/learn-networks/export.py

Exports kinds.pt and encounters.pt, where they are, to kinds.onnx and encounters.onnx beside the vocabulary, and the version of all.
"""
import hashlib

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from descent import arguments, load
from encoder import mean_of
from networks import CLASSES, EncountersNetwork, KindsNetwork
from start_weights import StartWeights

OPSET = 17
# The files whose digest is the version, in this order, and how much of it is kept.
VERSIONED = ('pieces.txt', 'pieces.bin', 'kinds.onnx', 'encounters.onnx')
DIGITS = 16
SIDES = ['lacks', 'gives', 'about', 'asks', 'answers']
# Parts of layers whose inputs have a few numbers far above all others keep all bits: in eight, the rest of the input would be lost.
# Found by trying each for the sides; without it, they are at 0.94 of where they should be, with it at 0.987 (what texts are about)
# and more. Kinds gain nothing by it.
WIDE_INPUTS = ('layers.4/outer/', 'layers.9/outer/', 'layers.10/outer/')


class KindsOfOne(nn.Module):
    """`KindsNetwork` for one sentence: vectors (1 × pieces × width), starts, ends and prior of its stretches → sums."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, vectors, starts, ends, prior):
        return self.network.sums(self.network.encoder(vectors), None, torch.zeros_like(starts), starts, ends, prior)


class SidesOfOne(nn.Module):
    """`EncountersNetwork` for one text: vectors (1 × pieces × width) → lacks, gives, about, asks, answers."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, vectors):
        means = mean_of(self.network.encoder(vectors))
        return tuple(side[0] for side in (*self.network.sides(means), *self.network.scene_sides(means)))


def write(module, inputs, outputs, wide, whole, file):
    """Exports a module with named inputs to `whole`, and with eight bits a weight to `file`. Names pieces and stretches as free.

    The layers that judge stretches (Gemm) keep all bits: else a number would depend on which others are judged. So do `wide` ones.
    """
    free = {name: {1: 'pieces'} if name == 'vectors' else {0: 'stretches'} for name in [*inputs, *outputs] if name not in SIDES}
    torch.onnx.export(module, tuple(inputs.values()), str(whole), input_names=list(inputs), output_names=outputs, dynamic_axes=free, opset_version=OPSET, dynamo=False)
    # The quantiser turns Gemm into MatMul first, and names it so.
    nodes = onnx.load(whole).graph.node
    kept = [f'{node.name}{turned}' for node in nodes if node.op_type == 'Gemm' for turned in ('', '_MatMul')]
    kept += [node.name for node in nodes if node.op_type == 'MatMul' and any(part in node.name for part in wide)]
    quantize_dynamic(str(whole), str(file), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=['MatMul'], nodes_to_exclude=kept)
    without_signs(file)
    print(f'{file}: {file.stat().st_size / 1e6:.1f} MB')


def without_signs(file):
    """Moves weights of −127…127 to 1…255, and their zeros to 128: the same numbers.

    Processors without VNNI add products of signed weights in 16 bits, which are too few: there other tags would be read.
    """
    model = onnx.load(file)
    for one in model.graph.initializer:
        if one.data_type == onnx.TensorProto.INT8:
            numbers = numpy_helper.to_array(one).astype(np.int16) + 128
            one.CopyFrom(numpy_helper.from_array(numbers.astype(np.uint8), one.name))
    onnx.save(model, file)


def main():
    options = arguments(__doc__).parse_args()
    start = StartWeights()
    vectors = torch.randn(1, 20, start.width)
    stretches = {'starts': torch.tensor([1, 3]), 'ends': torch.tensor([2, 7]), 'prior': torch.zeros(2, CLASSES)}
    for name, network, one, inputs, outputs, wide in (
        ('kinds', KindsNetwork, KindsOfOne, {'vectors': vectors, **stretches}, ['sums'], ()),
        ('encounters', EncountersNetwork, SidesOfOne, {'vectors': vectors}, SIDES, WIDE_INPUTS),
    ):
        learnt = options.work / f'{name}.pt'
        if learnt.exists():
            write(one(load(network(start), learnt, options.model)).eval(), inputs, outputs, wide, options.work / f'{name}.whole.onnx', options.model / f'{name}.onnx')
    digest = hashlib.sha256(b''.join((options.model / name).read_bytes() for name in VERSIONED)).hexdigest()
    (options.model / 'version.txt').write_text(f'{digest[:DIGITS]}\n', 'utf8')


if __name__ == '__main__':
    main()
