import 'reflect-metadata';
import { readSettings, SettingsError } from '@tsunagu/config';
import { startEventApp } from './start-event-app.js';

/** What has not ended by then, though it was asked to, is ended. */
const STOP_MS = 30_000;

/** One sentence for the operator, where a start fails for a reason they can mend. */
function plainReason(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (error instanceof SettingsError) return `設定に誤りがあります / Wrong settings:\n${message}`;
  if (code === 'EADDRINUSE') return `ポートが使用中です / The port is already in use: ${message}`;
  if (code === 'EACCES') return `ポートを開けません / No permission: ${message}`;
  return `イベントサービスを開始できません / The event service cannot start: ${message || code}`;
}

/** Exit code (EX_CONFIG) of a start that will fail again until somebody has mended what the sentence names. */
const REFUSED = 78;

process.once('SIGTERM', () => setTimeout(() => process.exit(1), STOP_MS).unref());
Promise.resolve().then(() => startEventApp(readSettings(process.env))).catch((error: unknown) => {
  process.stderr.write(`${plainReason(error)}\n`);
  process.exit(error instanceof SettingsError ? REFUSED : 1);
});
