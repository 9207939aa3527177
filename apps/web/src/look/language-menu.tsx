import type { Language } from '@tsunagu/contracts';
import { useTranslation } from 'react-i18next';
import { changeLanguage, HTML_LANG, LANGUAGE_NAMES, type LoadWords } from './language.js';

/** Chooses the page's language; each is named in itself. */
export function LanguageMenu({ among, load, onChange }: { among: readonly Language[]; load: LoadWords; onChange?: (language: Language) => void }) {
  const { t, i18n } = useTranslation('look');
  const choose = (language: Language): void => void changeLanguage(i18n, load, language).then(() => onChange?.(language));
  return (
    <select className="select" aria-label={t('language')} value={i18n.language} onChange={(event) => choose(event.target.value as Language)}>
      {among.map((language) => <option key={language} value={language} lang={HTML_LANG[language]}>{LANGUAGE_NAMES[language]}</option>)}
    </select>
  );
}
