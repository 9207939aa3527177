import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const KEEPER = fileURLToPath(new URL('./keep-store.mjs', import.meta.url));

/**
 * Starts a server of its own ('postgres' or 'redis') on a free port with an empty folder; it ends with this process.
 * Resolves to { url, pid, stop(signal), start({ empty }), close() }.
 */
export async function startStore(kind) {
  const keeper = fork(KEEPER, [kind], { detached: true, execArgv: [] });
  const [{ url, failed }] = await once(keeper, 'message');
  if (failed) throw new Error(failed);
  unref(keeper);
  let asked = 0;
  const ask = (order) => new Promise((done, fail) => {
    const id = ++asked;
    keeper.on('message', function answer(message) {
      if (message.done !== id) return;
      keeper.off('message', answer);
      unref(keeper);
      done();
    });
    keeper.send({ id, ...order }, (error) => error && fail(error));
  });
  return {
    url,
    pid: keeper.pid,
    stop: (signal = 'SIGKILL') => ask({ stop: signal }),
    start: (options = {}) => ask({ start: options }),
    async close() {
      if (keeper.exitCode !== null) return;
      const ended = once(keeper, 'exit');
      keeper.ref();
      keeper.kill('SIGTERM');
      await ended;
    },
  };
}

/** The store must not keep a finished test run alive. */
function unref(keeper) {
  keeper.unref();
  keeper.channel?.unref();
}
