import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { publicOrigin } from '../../dist/apps/event/src/access/public-address.js';
import { askReady, readyAddress } from '../../dist/libs/config/src/ask-ready.js';
import { readSettings, SettingsError } from '../../dist/libs/config/src/settings.js';
import { readTls } from '../../dist/libs/config/src/tls-files.js';
import { commandLine } from '../../dist/libs/storage/src/embedded-postgres/process-state.js';
import { Problem } from '../problem.mjs';
import { printAddresses } from './addresses.mjs';
import { claimPort } from './ports.mjs';
import { Service } from './service.mjs';
import { endOrphans, forgetServices, noteServices } from './starters.mjs';
import { checkRedis, loadMigrations, openDatabase, seedDemo } from './stores.mjs';

/** Exit code (EX_CONFIG) of a service that will not start until somebody has mended what it names. */
const REFUSED = 78;
/** Who dies so often, so soon, will not start; a crowded machine only takes longer. */
const FATAL = { deaths: 3, withinMs: 4_000 };
const START_WITHIN_MS = 180_000;
const ANSWER_MS = 2_000;
const say = console.log;

/**
 * Runs services until a signal comes: checks what they need, opens and migrates the database, seeds the demo event,
 * starts them, prints the addresses, keeps them running. @throws Problem where that cannot be
 */
export async function runProduct({ names, parent }) {
  const settings = settingsOrProblem(names);
  const demo = settings.DEMO && names.length > 1;
  await endOrphans(settings.DATA_DIR);
  const ports = await claimPorts(names, settings);
  await checkRedis(settings);
  const product = new Product(names, settings, ports);
  stopOnSignal(product, parent);
  try {
    const [{ url }, migrateStores] = await Promise.all([product.database, loadMigrations()]);
    await migrateStores(url, settings);
    const env = { ...process.env, ...ports, DATABASE_URL: url, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' };
    const [paths] = await Promise.all([demo ? seedDemo(url) : {}, product.start(env)]);
    if (product.isStopping) return;
    if (names.includes('event')) await printAddresses(publicOrigin(settings, ports.PORT), { consolePath: '/console', apiPath: '/api', ...paths }, say);
    else say(`http://${settings.MATCHING_HOST}:${ports.MATCHING_PORT}/health/ready  matching`);
  } catch (error) {
    await product.stop();
    throw error;
  }
}

function settingsOrProblem(names) {
  try {
    const settings = readSettings(process.env);
    if (names.includes('event')) readTls(settings);
    return settings;
  } catch (error) {
    if (error instanceof SettingsError) throw new Problem('wrong_settings', error);
    throw error;
  }
}

async function claimPorts(names, settings) {
  const ports = {};
  if (names.includes('event')) ports.PORT = await claimPort({ name: 'PORT', port: settings.PORT, host: settings.HOST });
  if (names.includes('matching')) ports.MATCHING_PORT = await claimPort({ name: 'MATCHING_PORT', port: settings.MATCHING_PORT, host: settings.MATCHING_HOST });
  return ports;
}

/** The services of this starter and its hold on the database. */
class Product {
  #stopping;

  constructor(names, settings, ports) {
    this.names = names;
    this.settings = settings;
    this.ports = ports;
    this.services = [];
    this.database = openDatabase(settings, say);
  }

  get isStopping() {
    return this.#stopping !== undefined;
  }

  /** Resolves when every service is ready, or is being stopped. @throws Problem where one cannot */
  async start(env) {
    if (this.#stopping) return;
    this.services = this.names.map((name) => new Service(name, env));
    const failed = new Promise((_, fail) => {
      for (const service of this.services) {
        service.on('process', () => this.#note());
        let soon = 0;
        service.on('died', (times, lived, code) => {
          if (code === REFUSED) return fail(new Problem('service_does_not_start', { name: service.name }));
          say(`${service.name}: 停止したので起動し直します / ended and is started again (${times})`);
          soon = lived < FATAL.withinMs ? soon + 1 : 0;
          return soon >= FATAL.deaths && fail(new Problem('service_does_not_start', { name: service.name }));
        });
        service.start();
      }
    });
    await Promise.race([failed, Promise.all(this.names.map((name) => this.#untilReady(name, performance.now() + START_WITHIN_MS)))]);
  }

  #note() {
    noteServices(this.settings.DATA_DIR, Object.fromEntries(this.services.filter(({ pid }) => pid).map(({ name, pid }) => [name, pid])));
  }

  async #untilReady(name, deadline) {
    const address = readyAddress(name, { ...this.settings, ...this.ports });
    const isReady = () => askReady(address, ANSWER_MS).then(({ status }) => status === 200, () => false);
    while (!this.#stopping && !(await isReady())) {
      if (performance.now() > deadline) throw new Problem('service_does_not_start', { name });
      await pause(100);
    }
  }

  /** Services drain and end, at most 25 seconds; then the database is let go, also one that is just being opened. */
  stop() {
    this.#stopping ??= (async () => {
      await Promise.all(this.services.map((service) => service.stop()));
      await this.database.then((database) => database.close(), () => undefined); // why it did not open is told elsewhere
      forgetServices(this.settings.DATA_DIR);
    })();
    return this.#stopping;
  }
}

/** npm does not pass SIGTERM on, but it ends: `parent`, whose child we were at first, is our parent no more. */
function stopOnSignal(product, parent) {
  const stop = async () => {
    await product.stop();
    process.exit(0);
  };
  process.stdout.on('error', () => undefined); // a terminal that is closed must not end us before the services have drained
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
  const wasOrphaned = parent === 1 && !/npm|yarn|start\.mjs/.test(commandLine(1)); // before the first line of ours was run
  if (process.env.npm_lifecycle_event) setInterval(() => (wasOrphaned || process.ppid !== parent) && stop(), 500).unref();
}
