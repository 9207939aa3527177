// npm run build: the services and libraries (SWC) and the pages (Vite), at the same time. What is up to date is left
// alone; `-- --all` builds it all again. Types are the business of `npm run check`.
import process from 'node:process';
import { prepare } from './prepare/prepare.mjs';

try {
  const built = await prepare({ say: console.log, all: process.argv.includes('--all') });
  if (!built.length) console.log('すべて最新です。 / Everything is up to date.');
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
