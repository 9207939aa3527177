import type { Language } from '@tsunagu/contracts';
import { Icon } from './icons.js';
import { changeLanguage, HTML_LANG, LANGUAGE_NAMES, LANGUAGE_SHORT, type LoadWords } from './language.js';
import { useNotices } from './notices.js';
import { useTranslation } from './translation.js';

/** Chooses the page's language; each is named in itself. The browser's own list lies unseen over the short name. */
export function LanguageMenu({ among, load, onChange }: { among: readonly Language[]; load: LoadWords; onChange?: (language: Language) => void }) {
  const { t, language } = useTranslation('look');
  const { notifyError } = useNotices();
  const choose = (next: Language): void => void changeLanguage(load, next, notifyError).then((spoken) => { if (spoken) onChange?.(next); });
  return (
    <span className="language">
      <Icon of="globe" size={18} /><span aria-hidden="true">{LANGUAGE_SHORT[language]}</span>
      <select aria-label={t('language')} value={language} onChange={(event) => choose(event.target.value as Language)}>
        {among.map((one) => <option key={one} value={one} lang={HTML_LANG[one]}>{LANGUAGE_NAMES[one]}</option>)}
      </select>
    </span>
  );
}
