interface Scene { text: number[]; role: number[] }
interface Words { count: number; vectors: Float32Array; weights: Float32Array }
interface Tower { wordVector(word: number): Float64Array }
export function learnTowers(words: Words, blocks: { lacks: Scene[]; gives: Scene[] }[], options: { size: number; width?: number; epochs?: number; batch?: number; seed?: number; shiftPull?: number; dropped?: number; report?: (epoch: number, loss: number) => void }): { lacking: Tower; giving: Tower };
