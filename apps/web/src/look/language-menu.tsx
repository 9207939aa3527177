import type { Language } from '@tsunagu/contracts';
import { changeLanguage, HTML_LANG, LANGUAGE_NAMES, type LoadWords } from './language.js';
import { useTranslation } from './translation.js';

/** Chooses the page's language; each is named in itself. */
export function LanguageMenu({ among, load, onChange }: { among: readonly Language[]; load: LoadWords; onChange?: (language: Language) => void }) {
  const { t, language } = useTranslation('look');
  const choose = (next: Language): void => void changeLanguage(load, next).then(() => onChange?.(next));
  return (
    <select className="select" aria-label={t('language')} value={language} onChange={(event) => choose(event.target.value as Language)}>
      {among.map((one) => <option key={one} value={one} lang={HTML_LANG[one]}>{LANGUAGE_NAMES[one]}</option>)}
    </select>
  );
}
