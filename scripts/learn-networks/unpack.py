"""Reads kinds.onnx and encounters.onnx back into kinds.pt and encounters.pt, to go on learning or to export them in another way.

    python scripts/learn-networks/unpack.py

The weights of linear layers come back as exact as their eight bits.
"""
import onnx
import torch
from onnx import numpy_helper

from descent import arguments, save
from networks import EncountersNetwork, KindsNetwork
from start_weights import StartWeights

# Each network with its linear layers outside the encoder, by the place of their node; those of the encoder stand in order, four a layer.
NETWORKS = {
    'kinds': (KindsNetwork, ('hidden.1.weight', 'last.weight')),
    'encounters': (EncountersNetwork, ('lacks.weight', 'gives.weight', 'asks.weight', 'answers.weight')),
}
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


def read(network, heads, file):
    """The network with the weights of an ONNX file."""
    graph = onnx.load(file).graph
    given = {one.name.removeprefix('network.'): torch.from_numpy(numpy_helper.to_array(one).copy()) for one in graph.initializer if one.name.startswith('network.')}
    encoder = [f'encoder.layers.{number}.{part}.weight' for number in range(len(network.encoder.layers)) for part in PARTS]
    for name, matrix in zip([*encoder, *heads], matrices_of(graph), strict=True):
        given[name] = matrix
    state = network.state_dict()
    missing = [name for name, value in state.items() if name not in given or given[name].shape != value.shape]
    if missing:
        raise SystemExit(f'not found in {file}: {missing}')
    network.load_state_dict({name: given[name] for name in state})
    return network


def main():
    options = arguments(__doc__).parse_args()
    start = StartWeights()
    for name, (network, heads) in NETWORKS.items():
        save(read(network(start), heads, options.model / f'{name}.onnx'), options.work / f'{name}.pt', options.model)


if __name__ == '__main__':
    main()
