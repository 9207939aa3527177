import type { TeamMemberView, TeamView } from '@tsunagu/contracts';
import { useEffect, useRef, useState } from 'react';
import { bareQuestion } from '../look/bare-question.js';
import { TagList } from '../look/kind-tag.js';
import { say } from '../look/language.js';
import { Mixed } from '../look/mixed.js';
import { Monogram } from '../look/monogram.js';
import { nameOf } from '../look/name-of.js';
import { Names } from '../look/names.js';
import { ownName } from '../look/own-name.js';
import { Phrases } from '../look/phrases.js';
import { setTheme } from '../look/set-theme.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { FoundedTeam } from './founded-team.js';
import { HandOff } from './hand-off.js';
import { isOver } from './is-over.js';
import { usePhone } from './phone.js';
import { SeatAnswer } from './seat-answer.js';
import { TableSign } from './table-sign.js';
import { TeamCall } from './team-call.js';
import { TeamContact } from './team-contact.js';
import { teamNews } from './team-news.js';
import { TeamPlan } from './team-plan.js';
import { TeamQuestions } from './team-questions.js';
import { sortTeamReasons } from './team-reasons.js';
import { TeamWaiting } from './team-waiting.js';

const MOST_TAGS = 4;

/** My team and what it can begin with; before, what to do until it is announced. */
export function TeamTab() {
  const { state: { team } } = usePhone();
  return team ? <Team team={team} /> : <TeamWaiting />;
}

function Team({ team }: { team: TeamView }) {
  const { t, language } = useTranslation('phone');
  const { state } = usePhone();
  const over = isOver(state);
  const name = ownName(team);
  const number = t('team.number', { number: team.number });
  const theme = setTheme(team);
  const { unites, missing } = sortTeamReasons(team.reasons);
  return (
    <div className="stack">
      <header className="team-head">
        {name ? <><p className="team-number">{number}</p><h1><Phrases text={name} /></h1></> : <h1 className="team-number">{number}</h1>}
        {!over && <TableSign table={team.table} />}
        {theme && <p><Phrases text={t('team.theme', { title: theme })} /></p>}
      </header>
      {!over && <><SeatAnswer team={team} /><FoundedTeam /></>}
      <TeamQuestions team={team} />
      {team.question && <section className="card card-thread stack-tight"><h2 className="small">{t('team.question')}</h2><p className="question"><Phrases text={bareQuestion(say(team.question, language))} /></p></section>}
      <section className="card stack" aria-labelledby="members">
        <h2 id="members">{t('team.members')}</h2>
        <TeamNews key={team.id} members={team.members} />
        <ul className="members">{team.members.map((member) => <Member key={member.participantId} member={member} />)}</ul>
        {team.openSeats > 0 && !over && <p className="small soft">{t('team.openSeats', { count: team.openSeats })}</p>}
      </section>
      {unites.length > 0 && (
        <section className="card stack-tight">
          <h2>{t('team.shares')}</h2>
          <ul className="reasons">{unites.map((reason, place) => <li key={place}><Mixed text={say(reason.text, language)} /></li>)}</ul>
        </section>
      )}
      {missing.length > 0 && (
        <section className="card stack-tight" aria-labelledby="missing">
          <h2 id="missing">{t('team.missing')}</h2>
          <ul className="reasons">{missing.map((reason, place) => <li key={place}><Mixed text={say(reason.text, language)} /></li>)}</ul>
          <p className="field-help">{t('team.missingHelp')}</p>
        </section>
      )}
      {!over && <TeamCall team={team} />}
      <TeamPlan key={team.id} team={team} />
      <TeamContact teamId={team.id} />
      <HandOff team={team} />
    </div>
  );
}

/** Names come and go while the page is open: it says whose, for whoever has learnt them already. */
function TeamNews({ members }: Pick<TeamView, 'members'>) {
  const { t } = useTranslation('phone');
  const before = useRef(members);
  const [news, setNews] = useState<ReturnType<typeof teamNews>>([]);
  useEffect(() => {
    const fresh = teamNews(before.current, members);
    before.current = members;
    if (fresh.length > 0) setNews(fresh);
  }, [members]);
  return <p role="status" className={news.length > 0 ? 'box' : 'unseen'}>{news.map(([what, name]) => t(`team.${what}`, { name })).join(' ')}</p>;
}

function Member({ member }: { member: TeamMemberView }) {
  const { t, language } = useTranslation(['phone', 'look']);
  const { state: { me } } = usePhone();
  return (
    <li className="member stack-tight">
      <div className="person-head">
        <Monogram name={member.nickname} />
        <div>
          <div className="row"><h3><Written text={member.nickname} /></h3>{member.participantId === me.id && <span className="optional">{t('team.you')}</span>}{member.accepted && <span className="accepted">{t('team.accepted')}</span>}</div>
          {member.affiliation && <p className="small soft"><Written text={member.affiliation} /></p>}
        </div>
      </div>
      <TagList tags={member.tags} most={MOST_TAGS} />
      {member.brings.length > 0 && <p className="small"><span className="soft">{t('team.brings')}{t('look:colon')}</span><Names names={member.brings.map((one) => nameOf(one, language))} /></p>}
      {member.contact && <p className="contact"><bdi>{member.contact}</bdi></p>}
    </li>
  );
}
