// npm run build: the services and libraries (SWC) and the pages (Vite), at the same time. What is up to date is left
// alone; `-- --all` builds it all again. Types are the business of `npm run check`.
import process from 'node:process';
import { buildWhatIsStale } from './prepare/build-what-is-stale.mjs';
import { installPackages } from './prepare/install-packages.mjs';
import { oneAtATime } from './prepare/one-at-a-time.mjs';

try {
  await oneAtATime(async () => {
    await installPackages({ say: console.log });
    const built = await buildWhatIsStale({ all: process.argv.includes('--all'), say: console.log });
    if (!built.length) console.log('すべて最新です。 / Everything is up to date.');
  });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
