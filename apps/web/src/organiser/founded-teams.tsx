import { foundedInPlan, type FoundedTeamView, type ProposalView } from '@tsunagu/contracts';
import { Names } from '../look/names.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';

/** Teams that people have made themselves: the rest is formed around them. */
export function FoundedTeams() {
  const { t } = useTranslation('room');
  const { state: { foundedTeams } } = useBoard();
  if (foundedTeams.length === 0) return null;
  return (
    <section className="card stack-tight" aria-labelledby="founded">
      <h2 id="founded">{t('founded.title', { count: foundedTeams.length })}</h2>
      <p className="field-help">{t('founded.lead')}</p>
      <List teams={foundedTeams} />
    </section>
  );
}

/** Teams that people have made themselves and that this draft does not bring together, before it is published. */
export function FoundedApart({ proposal }: { proposal: ProposalView }) {
  const { t } = useTranslation('room');
  const { state: { foundedTeams } } = useBoard();
  const apart = foundedTeams.filter((team) => foundedInPlan(team, proposal) === 'apart');
  if (apart.length === 0) return null;
  return (
    <div className="box stack-tight">
      <p>{t('founded.apart', { count: apart.length })} {t(proposal.rounds > 1 ? 'founded.apartRounds' : 'founded.apartAgain')}</p>
      <List teams={apart} />
    </div>
  );
}

function List({ teams }: { teams: FoundedTeamView[] }) {
  const { t } = useTranslation(['room', 'look']);
  return (
    <ul className="publish-teams">
      {teams.map(({ id, name, seats, members, wants }) => (
        <li key={id}><strong><bdi>{name}</bdi> <span className="small soft number">{members.length} / {seats}</span></strong><span className="small"><Names names={members.map(({ nickname }) => nickname)} /></span>{wants.length > 0 && <span className="small soft">{t('founded.wants', { wants: wants.join(t('look:comma')) })}</span>}</li>
      ))}
    </ul>
  );
}
