import { LANGUAGES, type Language } from '@tsunagu/contracts';
import type { ReactNode } from 'react';
import { Mark } from '../look/icons.js';
import { LanguageMenu } from '../look/language-menu.js';
import { Phrases } from '../look/phrases.js';
import { useTranslation } from '../look/translation.js';
import { useTitle } from '../look/use-title.js';
import { loadWords } from './load-words.js';

/** The head of each page, always in sight: what this is, in which of the event's languages, and below what must not be missed. */
export function TopBar({ title, page, languages = LANGUAGES, onLanguage, children }: { title?: string; /** what the window is named after, beside that */ page?: string; languages?: readonly Language[]; onLanguage?: (language: Language) => void; children?: ReactNode }) {
  const { t, language } = useTranslation('look');
  useTitle(page, title);
  return (
    <header className="top-bar">
      <div className="top-bar-inside">
        <span className="brand"><Mark size={20} />{title ? <span className="unseen">{t('product')}</span> : <span>{t('product')}</span>}</span>
        {title && <p className="top-bar-title"><bdi><Phrases text={title} /></bdi></p>}
        <LanguageMenu among={LANGUAGES.filter((one) => one === language || languages.includes(one))} load={loadWords} onChange={onLanguage} />
      </div>
      {children}
    </header>
  );
}
