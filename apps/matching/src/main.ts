import 'reflect-metadata';
import { readSettings, SettingsError, type SettingFault } from '@tsunagu/config';
import { WordVectorError } from '@tsunagu/matching';
import { LexiconError } from '@tsunagu/nlp';
import { startMatchingApp } from './start-matching-app.js';

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET', 'EAI_AGAIN']);
const hostOf = (url: string | undefined): string => (url && URL.canParse(url) ? new URL(url).host : 'DATABASE_URL');

/** One sentence for the operator, where a start fails for a reason they can mend. */
function plainReason(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (error instanceof SettingsError) return `設定に誤りがあります / Wrong settings:\n${message}`;
  if (error instanceof LexiconError) return `辞書に誤りがあります / The lexicon is wrong:\n${message}`;
  if (error instanceof WordVectorError) return `VECTORS_FILE を読めません / VECTORS_FILE cannot be read: ${message}`;
  if (code === 'EADDRINUSE') return `ポートが使用中です / The port is already in use: ${message}`;
  if (code && UNREACHABLE.has(code)) return `データベースにつながりません / The database at ${hostOf(process.env.DATABASE_URL)} cannot be reached (${code}).`;
  if (code === '3D000' || code === '28P01' || code === '28000') return `データベースを開けません / The database at ${hostOf(process.env.DATABASE_URL)} cannot be opened: ${message}`;
  return `マッチングサービスを開始できません / The matching service cannot start: ${message || code}`;
}

const NO_DATABASE: SettingFault = {
  name: 'DATABASE_URL',
  ja: 'DATABASE_URL がありません。組み込みのデータベースを使う npm start か npm run start:matching で起動するか、お持ちのデータベースのアドレスを設定してください。',
  en: 'DATABASE_URL is not set: start with `npm start` or `npm run start:matching`, which bring the embedded database, or give the address of your own.',
};

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  if (!settings.DATABASE_URL) throw new SettingsError([NO_DATABASE]);
  await startMatchingApp(settings);
}

/** Exit code (EX_CONFIG) of a start that will fail again until somebody has mended what the sentence names. */
const REFUSED = 78;

main().catch((error: unknown) => {
  process.stderr.write(`${plainReason(error)}\n`);
  process.exit(error instanceof SettingsError || error instanceof LexiconError || error instanceof WordVectorError ? REFUSED : 1);
});
