import type { ReactNode } from 'react';
import { go } from '../live/address.js';
import { Mark } from '../look/icons.js';
import { LanguageMenu } from '../look/language-menu.js';
import { useTranslation } from '../look/translation.js';
import { CONSOLE_LANGUAGES, loadWords } from './load-words.js';

/** The console's head: back to the events, the language, the way out. */
export function ConsoleBar({ children, onSignOut }: { children?: ReactNode; onSignOut?: () => void }) {
  const { t } = useTranslation(['board', 'look']);
  return (
    <header className="console-bar">
      <a className="brand" href="/console" onClick={(event) => { event.preventDefault(); go('/console'); }}><Mark size={22} /><span>{t('look:product')}</span></a>
      <div className="console-bar-middle">{children}</div>
      <LanguageMenu among={CONSOLE_LANGUAGES} load={loadWords} />
      {onSignOut && <button type="button" className="button button-plain" onClick={onSignOut}>{t('signIn.signOut')}</button>}
    </header>
  );
}
