import { readSettings, SettingsError } from '@tsunagu/config';
import { writeJsonLine } from './json-lines.js';
import { noArguments } from './problems.js';

interface Finding { part: string; ok: boolean; say: string }

async function ask(part: string, url: string, mend: string): Promise<Finding> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    const parts = await answer.json() as Record<string, string>;
    const down = Object.entries(parts).filter(([, state]) => state !== 'ok').map(([name]) => name);
    return { part, ok: answer.ok, say: answer.ok ? 'ready' : `not ready: ${down.join(', ') || answer.status}` };
  } catch {
    return { part, ok: false, say: `does not answer at ${url}. ${mend}` };
  }
}

/** `tsunagu doctor`: what runs, what does not, and what to do. Exit 1 where something is wrong. */
export async function run(args: string[]): Promise<void> {
  noArguments('doctor', args);
  const findings: Finding[] = [];
  try {
    const settings = readSettings(process.env);
    findings.push({ part: 'settings', ok: true, say: 'valid' });
    findings.push(await ask('event service', `http://127.0.0.1:${settings.PORT}/health/ready`, 'Start it with npm start or npm run start:event.'));
    findings.push(await ask('matching service', `http://${settings.MATCHING_HOST}:${settings.MATCHING_PORT}/health/ready`, 'Start it with npm start or npm run start:matching.'));
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    findings.push({ part: 'settings', ok: false, say: error.message });
  }
  for (const finding of findings) await writeJsonLine(finding);
  if (findings.some((finding) => !finding.ok)) process.exitCode = 1;
}
