import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { SettingsError, type SettingFault, type Settings } from './settings.js';

interface TlsFiles { cert: Buffer; key: Buffer }

const unreadable = (name: string, path: string, reason: string): SettingFault => ({
  name, ja: `${name} のファイル ${path} を読めません（${reason}）。名前と権限を確かめてください。`, en: `${name}: the file ${path} cannot be read (${reason}): check its name and permissions.`,
});
const noPair = (reason: string): SettingFault => ({
  name: 'TLS_CERT', ja: `TLS_CERT と TLS_KEY は、組になる PEM の証明書と鍵にしてください（${reason}）。`, en: `TLS_CERT and TLS_KEY: expected a certificate and its key in PEM (${reason}).`,
});
const reasonOf = (error: unknown): string => (error as { code?: string }).code ?? (error as Error).message;

/** Certificate and key to serve https with; undefined where none are set. @throws SettingsError naming the file that cannot be used */
export function readTls({ TLS_CERT, TLS_KEY }: Pick<Settings, 'TLS_CERT' | 'TLS_KEY'>): TlsFiles | undefined {
  if (!TLS_CERT || !TLS_KEY) return undefined;
  const faults: SettingFault[] = [];
  const [cert, key] = Object.entries({ TLS_CERT, TLS_KEY }).map(([name, path]) => {
    try {
      return readFileSync(path);
    } catch (error) {
      faults.push(unreadable(name, path, reasonOf(error)));
      return undefined;
    }
  });
  if (!cert || !key) throw new SettingsError(faults);
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    throw new SettingsError([noPair(reasonOf(error))]);
  }
  return { cert, key };
}
