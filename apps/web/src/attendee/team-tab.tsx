import type { TeamMemberView, TeamView } from '@tsunagu/contracts';
import { TagList } from '../look/kind-tag.js';
import { say } from '../look/language.js';
import { ownName } from '../look/own-name.js';
import { Phrases } from '../look/phrases.js';
import { useTranslation } from '../look/translation.js';
import { HandOff } from './hand-off.js';
import { usePhone } from './phone.js';
import { TeamContact } from './team-contact.js';
import { TeamPlan } from './team-plan.js';

const MOST_TAGS = 4;

/** My team and what it can begin with; before, what to do until it is announced. */
export function TeamTab() {
  const { t } = useTranslation('phone');
  const { state: { team, event } } = usePhone();
  if (team) return <Team team={team} />;
  return (
    <div className="stack">
      <h1><Phrases text={t('team.waiting')} /></h1>
      <p className="card lead">{t(event.teamsPublished ? 'team.unplaced' : 'team.waitingHelp')}</p>
      <a className="button" href="#people">{t('team.toPeople')}</a>
    </div>
  );
}

function Team({ team }: { team: TeamView }) {
  const { t, language } = useTranslation('phone');
  const name = ownName(team);
  const number = t('team.number', { number: team.number });
  return (
    <div className="stack">
      <header className="team-head">
        {name ? <><p className="team-number">{number}</p><h1><Phrases text={name} /></h1></> : <h1 className="team-number">{number}</h1>}
        {team.table && <p className="team-table">{t('team.table', { table: team.table })}</p>}
      </header>
      {team.question && <section className="card card-thread stack-tight"><h2>{t('team.question')}</h2><p className="question"><Phrases text={say(team.question, language)} /></p></section>}
      <section className="card stack" aria-labelledby="members">
        <h2 id="members">{t('team.members')}</h2>
        <ul className="members">{team.members.map((member) => <Member key={member.participantId} member={member} />)}</ul>
        {team.openSeats > 0 && <p className="small soft">{t('team.openSeats', { count: team.openSeats })}</p>}
      </section>
      {team.reasons.length > 0 && (
        <section className="card stack-tight">
          <h2>{t('team.shares')}</h2>
          <ul className="reasons">{team.reasons.map((reason, place) => <li key={place}>{say(reason.text, language)}</li>)}</ul>
        </section>
      )}
      <TeamPlan team={team} />
      <TeamContact />
      <HandOff team={team} />
    </div>
  );
}

function Member({ member }: { member: TeamMemberView }) {
  const { t } = useTranslation('phone');
  const { state: { me } } = usePhone();
  return (
    <li className="member stack-tight">
      <div className="row"><h3><bdi>{member.nickname}</bdi></h3>{member.participantId === me.id && <span className="optional">{t('team.you')}</span>}{member.affiliation && <span className="small soft"><bdi>{member.affiliation}</bdi></span>}</div>
      <TagList tags={member.tags} most={MOST_TAGS} />
      {member.brings.length > 0 && <p className="small"><span className="soft">{t('team.brings')}：</span><bdi>{member.brings.join('、')}</bdi></p>}
      {member.contact && <p className="contact"><bdi>{member.contact}</bdi></p>}
    </li>
  );
}
