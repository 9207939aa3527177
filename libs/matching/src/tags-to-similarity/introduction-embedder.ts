import { differentLengths } from './endpoint-embedder.js';
import type { Embedder } from './text-vectors.js';

/**
 * Plain introductions from many walks of life. What a model sees alike in all of them is that they are introductions, and says
 * nothing about two people.
 */
const plainIntroductions = [
  'はじめまして。近くの会社で働いています。休みの日は家族と過ごすことが多いです。', '市役所で窓口の仕事をしています。いろいろな方と話せるのを楽しみにしています。',
  '大学で研究をしています。今日は現場の話を聞きに来ました。', '小さな店を開いて十年になります。新しいことを始めたいと思っています。',
  '子育てをしながら、ときどき地域の活動を手伝っています。', '定年のあと、畑をやりながらのんびり暮らしています。',
  'エンジニアです。何か一緒に作れる人を探しています。', '学生です。まだやりたいことは決まっていませんが、よろしくお願いします。',
  '病院で働いています。人の役に立つことに関心があります。', '農家の三代目です。困っていることも、出せるものもあります。',
  'I work for a company nearby and would like to meet new people.', 'I am a student from abroad and I am looking forward to learning from everybody.',
];

/**
 * Vectors of whole introductions by a model for sentences, without what all introductions have in common: such models find any
 * two texts of one kind alike, and their cosines differ only in the last digits. The common part is asked for once.
 * @throws EmbeddingsError where the texts' vectors are of another length than it, so of another model
 */
export function createIntroductionEmbedder(embedder: Embedder): Embedder {
  let common: Promise<Float64Array> | undefined;
  return {
    async embed(texts) {
      common ??= meanOf(embedder);
      const mean = await common.catch((error: unknown) => {
        common = undefined;
        throw error;
      });
      return (await embedder.embed(texts)).map((vector) => vector && without(vector, mean));
    },
  };
}

async function meanOf(embedder: Embedder): Promise<Float64Array> {
  const vectors = (await embedder.embed(plainIntroductions)) as Float32Array[];
  return Float64Array.from(vectors[0], (_, at) => vectors.reduce((sum, vector) => sum + vector[at], 0) / vectors.length);
}

function without(vector: Float32Array, mean: Float64Array): Float32Array | undefined {
  if (vector.length !== mean.length) throw differentLengths([mean.length, vector.length]);
  const rest = Float64Array.from(vector, (value, at) => value - mean[at]);
  const length = Math.hypot(...rest);
  return length === 0 ? undefined : Float32Array.from(rest, (value) => value / length);
}
