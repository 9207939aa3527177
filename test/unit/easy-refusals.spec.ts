import { readdirSync, readFileSync } from 'node:fs';
import { PHONE_PROBLEMS, TEXT_PROBLEMS } from '@tsunagu/contracts';

/** The doors of the event service that a phone knocks at. */
const DOORS = /^(?:(?:profiles-in|hellos|own-data|proposals-out)\/|http\/(?:idempotency\.interceptor|parse-input|problem\.filter|route)\.|access\/(?:origin|rate-limit)\.guard\.|teams\/(?:own-team|founded-teams|seat-answers|themes)\.service\.)/;
const SOURCES = 'apps/event/src';

it('feature 106: whatever is refused at a door of the phone is said in やさしい日本語 too', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => DOORS.test(file) && file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const codes = files.flatMap((file) => [...readFileSync(`${SOURCES}/${file}`, 'utf8').matchAll(/(?:Problem\(|fieldProblem\([^,]+, )'([a-z_.]+)'/g)].map(([, code]) => code));
  expect(new Set(codes).size).toBeGreaterThan(20);
  expect([...new Set(codes)].filter((code) => !(code in PHONE_PROBLEMS) && !(code in TEXT_PROBLEMS))).toEqual([]);
});
