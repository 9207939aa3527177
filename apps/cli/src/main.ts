#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { COMMANDS_HELP, helpOf, helpOfAll, isCommand, type CommandName } from './commands-help.js';
import { asProblem, CommandProblem, HelpAsked, UsageError } from './problems.js';
import { refusal } from './sentences.js';

/** A command: gets its arguments, writes results to standard output. */
export interface Command {
  run(args: string[]): Promise<void>;
}

/** Loaded only when called, so that a small command starts fast. */
const COMMANDS: Record<CommandName, () => Promise<Command>> = {
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

const usage = (): string => `usage: tsunagu <${Object.keys(COMMANDS_HELP).join(' | ')}> …`;

const asksHelp = (word: string | undefined): boolean => word === '--help' || word === '-h' || word === 'help';

/** One line, whatever the problem says. @returns the exit code */
function complain(error: unknown): number {
  const { message, exitCode } = asProblem(error);
  process.stderr.write(`tsunagu: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
  return exitCode;
}

/** Runs a command line; resolves to the exit code: 0 done, 1 a problem, 2 wrong usage. */
async function runCommand([name, ...args]: string[]): Promise<number> {
  if (name === '--version' || name === '-v') return print(`tsunagu ${version()}`);
  if (asksHelp(name)) return args[0] === undefined || asksHelp(args[0]) ? print(helpOfAll(usage())) : runCommand([args[0], '--help']);
  if (!isCommand(name)) return complain(new UsageError(name === undefined ? refusal('command.missing') : refusal('command.unknown', { name }), usage()));
  try {
    await (await COMMANDS[name]()).run(args);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return error instanceof HelpAsked ? print(helpOf(name, error.message)) : complain(error);
  }
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

const version = (): string => (JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

// A reader that closes early (`| head`) is no failure; a full disk is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : complain(new CommandProblem(refusal('output.unwritable', { reason: error.code ?? error.message }), {}, { cause: error }))));
// The same settings as the product's that `npm start` starts here; what the environment says comes first.
if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await runCommand(process.argv.slice(2));
