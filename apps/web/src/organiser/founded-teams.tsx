import { Names } from '../look/names.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';

/** Teams that people have made themselves: the rest is formed around them. */
export function FoundedTeams() {
  const { t } = useTranslation(['room', 'look']);
  const { state: { foundedTeams } } = useBoard();
  if (foundedTeams.length === 0) return null;
  return (
    <section className="card stack-tight" aria-labelledby="founded">
      <h2 id="founded">{t('founded.title', { count: foundedTeams.length })}</h2>
      <p className="field-help">{t('founded.lead')}</p>
      <ul className="publish-teams">
        {foundedTeams.map(({ id, name, seats, members, wants }) => (
          <li key={id}><strong><bdi>{name}</bdi> <span className="small soft number">{members.length} / {seats}</span></strong><span className="small"><Names names={members.map(({ nickname }) => nickname)} /></span>{wants.length > 0 && <span className="small soft">{t('founded.wants', { wants: wants.join(t('look:comma')) })}</span>}</li>
        ))}
      </ul>
    </section>
  );
}
