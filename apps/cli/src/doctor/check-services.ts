import { askReady, readTls, readyAddress, SettingsError, type ReadyAddress, type Settings } from '@tsunagu/config';
import { loadExtractor } from '@tsunagu/nlp';
import { asProblem } from '../problems.js';
import { readVectorsFile } from '../vectors-file.js';
import { bad, faultsFound, ok, type Finding } from './findings.js';

const ANSWER_MS = 3_000;
const READY = 200;
const JA: Record<string, string> = { database: 'データベース', queue: 'キュー', dictionary: '辞書' };

/** The parts of a service that are not well, or undefined where that is not how this product answers. */
function partsDown(body: string): string[] | undefined {
  try {
    const parts: unknown = JSON.parse(body);
    return typeof parts === 'object' && parts !== null ? Object.entries(parts).filter(([, state]) => state !== 'ok').map(([name]) => name) : undefined;
  } catch {
    return undefined;
  }
}

async function ask(part: string, address: ReadyAddress, start: string): Promise<Finding> {
  const { url } = address;
  const answer = await askReady(address, ANSWER_MS).catch(() => undefined);
  if (!answer) return bad(part, `does not answer at ${url}. Start it with npm start or npm run ${start}.`, `${url} が答えません。npm start か npm run ${start} で起動してください。`);
  const down = partsDown(answer.body);
  if (!down) return bad(part, `what answers at ${url} (status ${answer.status}) is not this service: does another program use the port?`, `${url} は答えますが（${answer.status}）、このサービスではありません。ほかのプログラムがポートを使っていないか確かめてください。`);
  if (answer.status === READY) return ok(part, 'ready', '動いています');
  return bad(part, `runs but is not ready: ${down.join(', ') || answer.status}`, `動いていますが準備ができていません：${down.map((name) => JA[name] ?? name).join('、') || answer.status}`);
}

/** Do the services run, and are they ready? */
export const checkServices = (settings: Settings): Promise<Finding[]> => Promise.all([
  ask('event service', readyAddress('event', settings), 'start:event'),
  ask('matching service', readyAddress('matching', settings), 'start:matching'),
]);

/** The operator's file of word vectors is read as at the start; no finding where none is set. */
export async function checkVectors({ VECTORS_FILE }: Settings): Promise<Finding[]> {
  if (VECTORS_FILE === undefined) return [];
  try {
    await readVectorsFile(VECTORS_FILE);
    return [ok('word vectors', `${VECTORS_FILE} is read`, `${VECTORS_FILE} を読めます`)];
  } catch (error) {
    const { en, ja } = asProblem(error);
    return [bad('word vectors', `${VECTORS_FILE}: ${en} Set VECTORS_FILE anew, or leave it out.`, `${VECTORS_FILE}：${ja}VECTORS_FILE を指定し直すか、設定を外してください。`)];
  }
}

/** The certificate is read as at the start; no finding where none is set. */
export async function checkTls(settings: Settings): Promise<Finding[]> {
  try {
    return readTls(settings) ? [ok('certificate', 'TLS_CERT and TLS_KEY are read', 'TLS_CERT と TLS_KEY を読めます')] : [];
  } catch (error) {
    if (error instanceof SettingsError) return [faultsFound('certificate', error)];
    throw error;
  }
}

/** Dictionary and lexicon are loaded and read one sentence. */
export async function checkDictionary(): Promise<Finding> {
  try {
    const extractor = await loadExtractor();
    const { tags } = await extractor.extract('写真を撮るのが得意です。');
    if (!tags.length) return bad('dictionary', 'reads nothing from a plain sentence: run npm install again.', '簡単な文から何も読み取れません。npm install をやり直してください。');
    return ok('dictionary', 'loaded, and reads', '読み込めて、文を読めます');
  } catch (error) {
    return bad('dictionary', `cannot be loaded: ${(error as Error).message}`, `辞書を読み込めません：${(error as Error).message}`);
  }
}
