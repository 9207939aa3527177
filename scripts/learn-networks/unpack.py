"""Reads kinds.onnx back into kinds.pt, so that learning can go on from the network of the repository.

    python scripts/learn-networks/unpack.py

The weights of linear layers come back as exact as their eight bits.
"""
import onnx
import torch
from onnx import numpy_helper

from descent import arguments, save
from networks import KindsNetwork
from start_weights import StartWeights

# Linear layers outside the encoder, by the place of their node; those of the encoder stand in order, four a layer.
HEADS = ('hidden.1.weight', 'last.weight')
PARTS = ('queries_keys_values', 'attended', 'inner', 'outer')


def matrices_of(graph):
    """The weights of the linear layers (outputs × inputs) in the order of their nodes."""
    numbers = {one.name: torch.from_numpy(numpy_helper.to_array(one).copy()) for one in graph.initializer}
    for node in graph.node:
        if node.op_type in ('MatMulInteger', 'MatMul', 'Gemm') and node.input[1] in numbers:
            matrix = numbers[node.input[1]]
            if node.op_type == 'MatMulInteger':
                name = node.input[1].removesuffix('_quantized')
                matrix = (matrix.float() - numbers[f'{name}_zero_point'].float()) * numbers[f'{name}_scale']
            transposed = node.op_type == 'Gemm' and any(one.name == 'transB' and one.i for one in node.attribute)
            yield matrix if transposed else matrix.T


def main():
    options = arguments(__doc__).parse_args()
    graph = onnx.load(options.model / 'kinds.onnx').graph
    network = KindsNetwork(StartWeights())
    state = network.state_dict()
    given = {one.name.removeprefix('network.'): torch.from_numpy(numpy_helper.to_array(one).copy()) for one in graph.initializer if one.name.startswith('network.')}
    encoder = [f'encoder.layers.{number}.{part}.weight' for number in range(len(network.encoder.layers)) for part in PARTS]
    for name, matrix in zip([*encoder, *HEADS], matrices_of(graph), strict=True):
        given[name] = matrix
    missing = [name for name, value in state.items() if name not in given or given[name].shape != value.shape]
    if missing:
        raise SystemExit(f'not found in kinds.onnx: {missing}')
    network.load_state_dict({name: given[name] for name in state})
    save(network, options.work / 'kinds.pt', options.model)


if __name__ == '__main__':
    main()
