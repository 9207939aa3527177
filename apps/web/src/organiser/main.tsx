import { HTTP_PATHS } from '@tsunagu/contracts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { addPaths } from '../live/call.js';
import { CrashGuard } from '../look/crash-guard.js';
import { keepFocus } from '../look/keep-focus.js';
import { startLanguage } from '../look/language.js';
import { Notices } from '../look/notices.js';
import '../look/tokens.css';
import '../look/base.css';
import '../look/controls.css';
import './console.css';
import './print.css';
import { Console } from './console.js';
import { CONSOLE_LANGUAGES, loadWords } from './load-words.js';

addPaths(HTTP_PATHS);
await startLanguage(loadWords, CONSOLE_LANGUAGES);
const page = document.getElementById('page')!;
keepFocus(page);
createRoot(page).render(
  <StrictMode><CrashGuard><Notices><Console /></Notices></CrashGuard></StrictMode>,
);
