import type { InferenceSession, Tensor } from 'onnxruntime-node';

/** A named input: numbers, or positions, in the given shape. */
export type Input = { numbers: Float32Array; shape: number[] } | { positions: number[] };

/** A learnt network: the same inputs give the same outputs, whatever ran before. */
export interface Network {
  /** @returns the numbers of each output, by its name */
  run(inputs: Record<string, Input>): Promise<Record<string, Float32Array>>;
}

/** One thread each: people are read side by side, not one person by many threads. */
const OPTIONS: InferenceSession.SessionOptions = { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential', graphOptimizationLevel: 'all' };

/** Runs native code, which must not be cut off: a thread that may be ended passes one that keeps its end out of it. */
export type RunNative = <Result>(native: () => Promise<Result>) => Promise<Result>;
const runAtOnce: RunNative = (native) => native();

/** Loads a network in ONNX format. @throws Error where the file is no such network */
export async function loadNetwork(file: string, runNative = runAtOnce): Promise<Network> {
  // Not imported above: loading the package runs native code too.
  const { session, toTensor } = await runNative(async () => {
    const onnx = await import('onnxruntime-node');
    return { session: await onnx.InferenceSession.create(file, OPTIONS), toTensor: (input: Input): Tensor => tensorOf(input, onnx.Tensor) };
  });
  return {
    async run(inputs) {
      const feeds = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, toTensor(input)]));
      const outputs = await runNative(() => session.run(feeds));
      return Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, tensor.data as Float32Array]));
    },
  };
}

const tensorOf = (input: Input, TensorOf: typeof Tensor): Tensor =>
  ('numbers' in input ? new TensorOf('float32', input.numbers, input.shape) : new TensorOf('int64', BigInt64Array.from(input.positions, BigInt), [input.positions.length]));
