import { keep, readKept } from '../live/kept-locally.js';
import { CopyButton } from '../look/copy.js';
import { Phrases } from '../look/phrases.js';
import { useTranslation } from '../look/translation.js';
import { TopBar } from './top-bar.js';

/** That somebody was erased, and when: not who it was. */
export interface Erasure { eventId: string; proof: string; erasedAt: string }

const KEPT_AS = 'tsunagu.erased';

/** For who comes to the page again, as there is nobody left who could be told. */
export const keepErasure = (erasure: Erasure): void => keep(KEPT_AS, erasure);
export function readErasure(eventId: string): Erasure | undefined {
  const kept = readKept<Erasure>(KEPT_AS);
  return kept?.eventId === eventId ? kept : undefined;
}

/** Nothing is left; the proof, where this browser asked for it. */
export function Erased({ erasure }: { erasure?: Erasure }) {
  const { t, language } = useTranslation('phone');
  const at = erasure && new Intl.DateTimeFormat(language === 'en' ? 'en' : 'ja', { dateStyle: 'long', timeStyle: 'medium' }).format(new Date(erasure.erasedAt));
  return (
    <>
      <TopBar />
      <main className="page stack">
        <div className="hero"><h1><Phrases text={t('gone.erased')} /></h1><p className="soft">{t('gone.erasedHelp')}</p></div>
        {erasure && (
          <section className="card stack">
            <dl className="facts">
              <div><dt>{t('gone.proof')}</dt><dd className="proof">{erasure.proof}</dd></div>
              <div><dt>{t('gone.erasedAt')}</dt><dd>{at}</dd></div>
            </dl>
            <p className="field-help">{t('gone.proofHelp')}</p>
            <CopyButton text={`${erasure.proof}\n${erasure.erasedAt}`} label={t('gone.proofCopy')} />
          </section>
        )}
        <p><a className="button" href="/">{t('back.toFind')}</a></p>
      </main>
    </>
  );
}
