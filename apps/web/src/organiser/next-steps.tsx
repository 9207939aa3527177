import { Icon } from '../look/icons.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';

/** From an empty room to published teams: how far it is, and where the next step is done. */
export function NextSteps() {
  const { t } = useTranslation('board');
  const { state: { room: { counts }, proposal, teams }, links } = useBoard();
  const published = teams.length > 0;
  const steps = [
    { step: 'show', done: published || counts.joined > 0, href: links.wall },
    { step: 'arrive', done: published || counts.here > 0, href: '#people' },
    { step: 'form', done: published || proposal?.status === 'draft', href: '#teams' },
    { step: 'publish', done: published, href: '#teams' },
  ] as const;
  const next = steps.find(({ done }) => !done)?.step;
  return (
    <section className="card stack-tight" aria-labelledby="steps">
      <h2 id="steps">{t('steps.title')}</h2>
      <ol className="stages">
        {steps.map(({ step, done, href }) => (
          <li key={step} className={done ? 'stage-done' : step === next ? 'stage-present' : undefined} aria-current={step === next ? 'step' : undefined}>
            <span className="stage-mark">{done && <Icon of="check" size={16} />}</span>
            <a href={href} {...(step === 'show' ? { target: '_blank', rel: 'noopener' } : {})}>{t(`steps.${step}`)}</a>
            <span className="small soft">{t(`steps.${step}Help`, { joined: counts.joined, here: counts.here })}</span>
          </li>
        ))}
      </ol>
      {published && <p className="field-help">{t('steps.after')}</p>}
    </section>
  );
}
