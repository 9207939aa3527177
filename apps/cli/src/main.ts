#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { asProblem, HelpAsked, UsageError } from './problems.js';
import { refusal } from './sentences.js';

/** A command: gets its arguments, writes results to standard output. */
export interface Command {
  run(args: string[]): Promise<void>;
}

/** Loaded only when called, so that a small command starts fast. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  tag: () => import('./tag.js'),
  candidates: () => import('./candidates.js'),
  teams: () => import('./teams.js'),
  grouping: () => import('./grouping.js'),
  schema: () => import('./schema.js'),
  migrate: () => import('./migrate.js'),
  seed: () => import('./seed.js'),
  'create-organiser': () => import('./create-organiser.js'),
  export: () => import('./export-event.js'),
  erase: () => import('./erase.js'),
  door: () => import('./door.js'),
  'dead-letters': () => import('./dead-letters.js'),
  'service-keys': () => import('./service-keys.js'),
  doctor: () => import('./doctor.js'),
};

const usage = (): string => `usage: tsunagu <${Object.keys(COMMANDS).join(' | ')}> …`;

/** One line, whatever the problem says. @returns the exit code */
function complain(error: unknown): number {
  const { message, exitCode } = asProblem(error);
  process.stderr.write(`tsunagu: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
  return exitCode;
}

/** Runs a command line; resolves to the exit code: 0 done, 1 a problem, 2 wrong usage. */
async function runCommand([name, ...args]: string[]): Promise<number> {
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${usage()}\n`);
    return 0;
  }
  if (!load) return complain(new UsageError(name === undefined ? refusal('command.missing') : refusal('command.unknown', { name }), usage()));
  try {
    await (await load()).run(args);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof HelpAsked) {
      process.stdout.write(`${error.message}\n`);
      return 0;
    }
    return complain(error);
  }
}

// A reader that closes early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
// The same settings as the product's that `npm start` starts here; what the environment says comes first.
if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await runCommand(process.argv.slice(2));
