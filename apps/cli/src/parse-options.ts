import { parseArgs, type ParseArgsConfig } from 'node:util';
import { HelpAsked, UsageError } from './problems.js';

/** A command's options and words. @throws HelpAsked for `--help`; UsageError with the command's usage where they are none of its */
export function parseOptions<T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
  if (config.args?.some((word) => word === '--help' || word === '-h')) throw new HelpAsked(usage);
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}; ${usage}`, { cause: error });
  }
}

/** For commands that take nothing. @throws HelpAsked, UsageError */
export const noOptions = (command: string, args: string[]): void => void parseOptions({ args }, `usage: tsunagu ${command}`);
