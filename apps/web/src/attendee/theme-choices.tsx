import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { usePhone } from './phone.js';

/** The event's themes in the order in which I want them: each tap puts one behind those chosen, or takes it out again. */
export function ThemeChoices() {
  const { t } = useTranslation('phone');
  const { state: { event, me }, change } = usePhone();
  if (event.themes.length === 0) return null;
  // one that the organiser has taken away since is wanted no more, and refused
  const chosen = me.choices.filter((id) => event.themes.some((theme) => theme.id === id));
  const toggle = (id: string): void => void change('rankThemes', {}, { choices: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] });
  return (
    <section className="card stack-tight" aria-labelledby="themes">
      <h2 id="themes">{t('team.themes')}</h2>
      <p className="field-help">{t('team.themesHelp')}</p>
      <ul className="stack-tight">
        {event.themes.map(({ id, title }) => {
          const place = chosen.indexOf(id) + 1;
          return (
            <li key={id}>
              <button type="button" className="button theme" aria-pressed={place > 0} onClick={() => toggle(id)}>
                <span className="theme-place number" aria-hidden="true">{place || '–'}</span><Written text={title} />{place > 0 && <span className="unseen">{t('team.themePlace', { place })}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
