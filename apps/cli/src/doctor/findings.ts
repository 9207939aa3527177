import type { SettingsError } from '@tsunagu/config';

/** One thing looked at: right (`ok`), worth a look (`warn`) or wrong (`bad`), in words, with what to do about it. */
export interface Finding { part: string; state: 'ok' | 'warn' | 'bad'; say: string; ja: string }

const finding = (state: Finding['state']) => (part: string, say: string, ja: string): Finding => ({ part, state, say, ja });
export const ok = finding('ok');
export const warn = finding('warn');
export const bad = finding('bad');

/** What is wrong with settings. */
export const faultsFound = (part: string, { faults }: SettingsError): Finding => bad(part, faults.map(({ en }) => en).join(' '), faults.map(({ ja }) => ja).join(''));

/** Bytes as people read them. */
export const size = (bytes: number): string => (bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.round(bytes / 1e6)} MB`);
/** Seconds as people read them. */
export const span = (seconds: number): string => (seconds >= 7_200 ? `${Math.round(seconds / 3_600)} h` : seconds >= 120 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds)} s`);
