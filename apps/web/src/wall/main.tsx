import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { decoded } from '../live/address.js';
import { CrashGuard } from '../look/crash-guard.js';
import { startLanguage, type LoadWords } from '../look/language.js';
import { look } from '../look/words/ja.js';
import '../look/tokens.css';
import '../look/base.css';
import '../look/controls.css';
import './wall.css';
import { WallPage } from './wall-page.js';
import { wall } from './words/ja.js';

const loadWords: LoadWords = async (language) => {
  if (language !== 'en') return { look, wall };
  const [shared, own] = await Promise.all([import('../look/words/en.js'), import('./words/en.js')]);
  return { look: shared.look, wall: own.wall };
};

await startLanguage(loadWords, ['ja', 'en']);
createRoot(document.getElementById('page')!).render(
  <StrictMode><CrashGuard><WallPage secret={decoded(location.pathname.split('/')[2])} /></CrashGuard></StrictMode>,
);
