import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

const PRELOAD = new URL('./end-with-starter.mjs', import.meta.url).href;
const LONGEST_WAIT_MS = 8_000;
const HEALTHY_AFTER_MS = 30_000;
const DRAIN_MS = 25_000;

/** Path of a service's program, from the project's folder. */
export const programOf = (name) => `dist/apps/${name}/src/main.js`;

/**
 * One service as a process of its own. It is started again when it dies, after 1, 2, 4, then always 8 seconds; a run of
 * 30 seconds counts as healthy. Emits 'process' with the number of each new process, 'died' with the count of deaths in a row
 * the milliseconds that it lived, and its exit code.
 */
export class Service extends EventEmitter {
  #child;
  #deaths = 0;
  #stopping = false;

  constructor(name, env) {
    super();
    this.name = name;
    this.env = env;
  }

  get pid() {
    return this.#child?.pid;
  }

  start() {
    if (this.#stopping) return;
    const startedAt = performance.now();
    // Its own process group: a Ctrl-C reaches it as our SIGTERM, once, and not from the terminal as well.
    this.#child = spawn(process.execPath, ['--enable-source-maps', '--import', PRELOAD, programOf(this.name)], { env: this.env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: process.platform !== 'win32' });
    this.#child.once('exit', (code) => this.#onExit(performance.now() - startedAt, code));
    this.emit('process', this.#child.pid);
  }

  async #onExit(lived, code) {
    if (this.#stopping) return;
    this.#deaths = lived > HEALTHY_AFTER_MS ? 1 : this.#deaths + 1;
    this.emit('died', this.#deaths, lived, code);
    await pause(Math.min(1_000 * 2 ** (this.#deaths - 1), LONGEST_WAIT_MS), undefined, { ref: false });
    this.start();
  }

  /** Asks it to drain and end; after 25 seconds it is ended. */
  async stop() {
    this.#stopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), DRAIN_MS);
    await ended;
    clearTimeout(timer);
  }
}
