import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('./embeddings-server.mjs', import.meta.url));

export interface AskedForVectors { model: string; input: string[]; key?: string }
export interface EmbeddingsEndpoint { url: string; /** what it was asked until now */ asked(): Promise<AskedForVectors[]>; close(): Promise<void> }

/** An endpoint for vectors in a process of its own. */
export async function startEmbeddings(words: string[], port = 0): Promise<EmbeddingsEndpoint> {
  const child = spawn(process.execPath, [SERVER, String(port), ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const url: string = JSON.parse(line.toString());
  return {
    url,
    asked: async () => (await fetch(url)).json() as Promise<AskedForVectors[]>,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
