import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CrashGuard } from '../look/crash-guard.js';
import { keepFocus } from '../look/keep-focus.js';
import { startLanguage } from '../look/language.js';
import { Notices } from '../look/notices.js';
import '../look/tokens.css';
import '../look/base.css';
import '../look/controls.css';
import './attendee.css';
import { Attendee } from './attendee.js';
import { loadWords } from './load-words.js';

await startLanguage(loadWords);
const page = document.getElementById('page')!;
keepFocus(page);
createRoot(page).render(
  <StrictMode><CrashGuard><Notices><Attendee /></Notices></CrashGuard></StrictMode>,
);
