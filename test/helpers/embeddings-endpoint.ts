import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('./embeddings-server.mjs', import.meta.url));

export interface AskedForVectors { model: string; input: string[]; key?: string }
export interface EmbeddingsEndpoint { url: string; bodies: AskedForVectors[]; close(): Promise<void> }

/** An endpoint for vectors in a process of its own. */
export async function startEmbeddings(words: string[], port = 0): Promise<EmbeddingsEndpoint> {
  const child = spawn(process.execPath, [SERVER, String(port), ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const bodies: AskedForVectors[] = [];
  const url = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line);
      if (typeof said === 'string') resolve(said);
      else bodies.push(said);
    });
  });
  return {
    url, bodies,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
