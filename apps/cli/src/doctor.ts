import { readSettings, SettingsError, type Settings } from '@tsunagu/config';
import { checkStores } from './doctor/check-database.js';
import { checkDictionary, checkServices, checkTls, checkVectors } from './doctor/check-services.js';
import { faultsFound, ok, type Finding } from './doctor/findings.js';
import { writeJsonLine } from './json-lines.js';
import { noOptions } from './parse-options.js';

function settingsOrFinding(): { settings?: Settings; finding: Finding } {
  try {
    return { settings: readSettings(process.env), finding: ok('settings', 'valid', '正しい設定です') };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { finding: faultsFound('settings', error) };
  }
}

/** `tsunagu doctor`: what runs, what does not, and what to do about it, one finding a line. Exit 1 where something is wrong. */
export async function run(args: string[]): Promise<void> {
  noOptions('doctor', args);
  const { settings, finding } = settingsOrFinding();
  const findings = [finding, ...(settings ? (await Promise.all([checkServices(settings), checkStores(settings), checkDictionary().then((one) => [one]), checkVectors(settings), checkTls(settings)])).flat() : [])];
  for (const one of findings) await writeJsonLine(one);
  if (findings.some(({ state }) => state === 'bad')) process.exitCode = 1;
}
