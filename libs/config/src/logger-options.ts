import type { LogLevel } from '@nestjs/common';
import type { Settings } from './settings.js';

/** Each level of the setting tells what the one after it does, and more. */
const LEVELS: Record<Settings['LOG_LEVEL'], LogLevel[]> = {
  debug: ['fatal', 'error', 'warn', 'log', 'debug'], info: ['fatal', 'error', 'warn', 'log'], warn: ['fatal', 'error', 'warn'], error: ['fatal', 'error'], silent: [],
};

/** What a service logs once it runs. */
export const logLevels = ({ LOG_LEVEL }: Pick<Settings, 'LOG_LEVEL'>): LogLevel[] => LEVELS[LOG_LEVEL];

/** Options of a service's logger while it starts: every module and route that Nest then names is of use to a developer alone. */
export const startLoggerOptions = ({ LOG_LEVEL }: Pick<Settings, 'LOG_LEVEL'>): { logLevels: LogLevel[]; colors: boolean } =>
  ({ logLevels: LEVELS[LOG_LEVEL === 'info' ? 'warn' : LOG_LEVEL], colors: process.stdout.isTTY ?? false });
