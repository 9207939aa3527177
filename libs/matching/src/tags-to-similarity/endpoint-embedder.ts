import type { Embedder } from './text-vectors.js';

/** The endpoint cannot be asked, or its answer is no list of vectors; the message is one sentence for the operator, `ja` the same in Japanese. */
export class EmbeddingsError extends Error {
  /** The endpoint runs, and does not take these texts. */
  readonly refusesTexts: boolean;

  constructor(message: string, readonly ja: string, { refusesTexts = false, ...options }: ErrorOptions & { refusesTexts?: boolean } = {}) {
    super(message, options);
    this.refusesTexts = refusesTexts;
  }
}

/** Vectors of one endpoint that cannot be compared. */
export const differentLengths = (lengths: Iterable<number>): EmbeddingsError =>
  new EmbeddingsError(`the endpoint answers vectors of different lengths (${[...lengths].join(' and ')})`, `送り先のベクトルの長さが ${[...lengths].join(' と ')} で、そろっていません`);

/** Statuses by which an endpoint says that a text is too long for it or not to its taste. */
const textRefused: readonly number[] = [400, 413, 422];

/** Asks an endpoint over HTTP by way of `send`, which sets the time limit; `key` where the endpoint wants one. */
export const postTo = (send: (url: string, request: RequestInit) => Promise<Response>, url: string, key: string | undefined): EndpointOptions['post'] => async (body) => {
  const answer = await send(url, {
    method: 'POST', body: JSON.stringify(body), redirect: 'error', headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
  }).catch((error: Error) => {
    const reason = (error.cause as Error | undefined)?.message || error.message;
    throw new EmbeddingsError(`the endpoint cannot be reached (${reason})`, `送り先につながりません：${reason}`, { cause: error });
  });
  if (!answer.ok) throw new EmbeddingsError(`the endpoint answers ${answer.status}`, `送り先の返事が ${answer.status} でした`, { refusesTexts: textRefused.includes(answer.status) });
  return answer.json().catch((error: Error) => { throw new EmbeddingsError('the endpoint answers no JSON', '送り先の返事が JSON ではありません', { cause: error }); });
};

export interface EndpointOptions {
  /** Model to ask for, as the endpoint calls it. */
  model: string;
  /** Sends one JSON body to the endpoint and resolves to its JSON answer; rejects where it cannot be reached or refuses. */
  post(body: { model: string; input: string[] }): Promise<unknown>;
}

/** Texts in one request: small enough for servers on a laptop. */
const batchSize = 64;

/**
 * Vectors from an endpoint that speaks the format of OpenAI's `/v1/embeddings`, as llama.cpp, Ollama, vLLM and clouds do.
 * Texts leave the process, so it is for events whose consent text says so. Texts without a word are not sent.
 */
export function createEndpointEmbedder({ model, post }: EndpointOptions): Embedder {
  return {
    async embed(texts) {
      const asked = [...new Set(texts.filter((text) => text.trim()))];
      const known = new Map<string, Float32Array>();
      for (let at = 0; at < asked.length; at += batchSize) {
        const input = asked.slice(at, at + batchSize);
        readVectors(await post({ model, input }), input.length).forEach((vector, index) => known.set(input[index], vector));
      }
      const lengths = new Set([...known.values()].map((vector) => vector.length));
      if (lengths.size > 1) throw differentLengths(lengths);
      return texts.map((text) => known.get(text));
    },
  };
}

/** The vectors of an answer in the order of the texts, at unit length. The format numbers them by `index` and promises no order. */
function readVectors(answer: unknown, count: number): Float32Array[] {
  const data = (answer as { data?: unknown } | null)?.data;
  if (!Array.isArray(data)) throw new EmbeddingsError('the endpoint answers without "data": it does not speak the format of /v1/embeddings', '送り先の返事に "data" がなく、/v1/embeddings の形ではありません');
  if (data.length !== count) throw new EmbeddingsError(`the endpoint answers ${data.length} vectors for ${count} texts`, `送り先が${count}件の文章に${data.length}個のベクトルを返しました`);
  const vectors: (Float32Array | undefined)[] = Array.from({ length: count });
  data.forEach((one: { index?: unknown; embedding?: unknown } | null, at) => {
    const index = one?.index ?? at;
    if (typeof index !== 'number' || !(index in vectors) || vectors[index]) throw new EmbeddingsError(`the endpoint numbers a vector ${JSON.stringify(index)}`, `送り先の返したベクトルの番号 ${JSON.stringify(index)} が正しくありません`);
    vectors[index] = unit(one?.embedding);
  });
  return vectors as Float32Array[];
}

function unit(embedding: unknown): Float32Array {
  const isVector = Array.isArray(embedding) && embedding.length > 0 && embedding.every((value) => Number.isFinite(value));
  if (!isVector) throw new EmbeddingsError('the endpoint answers something that is no vector of numbers', '送り先が数のベクトルでないものを返しました');
  const length = Math.hypot(...(embedding as number[])) || 1;
  return Float32Array.from(embedding as number[], (value) => value / length);
}
