import type { TeamView, Unplaced } from '@tsunagu/contracts';
import { memo, useCallback } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useAddress } from '../live/address.js';
import { TagList } from '../look/kind-tag.js';
import { say } from '../look/language.js';
import { useNotices } from '../look/notices.js';
import { ownName } from '../look/own-name.js';
import { setTheme } from '../look/set-theme.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { useBoard } from './board.js';
import { MergePublished } from './merge-published.js';
import { useMovePlaced, type PlacedSeat } from './move-placed.js';
import { RepairPanel } from './repair-panel.js';
import { teamAddress } from './team-calls.js';
import { useSeatNotices } from './seat-notices.js';
import { useFullTeam } from './use-full-team.js';
import { useOnce } from './use-once.js';
import { useWanted } from './use-wanted.js';

const MOST_TAGS = 3;
const AUTO = 'auto';

/** The teams everybody sees; late arrivals get a seat, and who leaves opens one. */
export function PublishedTeams() {
  const { t } = useTranslation(['board', 'look']);
  const { state: { teams, unplaced }, may, ask } = useBoard();
  const { notify } = useNotices();
  const { open: openMenu, parts } = useMovePlaced();
  const working = may('facilitator');
  const free = useCallback(async ({ participantId, name, teamId }: PlacedSeat) => {
    const answer = await ask('freeSeat', { participantId }, { teamId });
    if (answer !== undefined) notify({ text: t('teams.freed', { name }), action: { label: t('look:undo'), run: () => void ask('placePerson', {}, { participantId, teamId }) } });
  }, [ask, notify, t]);
  return (
    <>
      {unplaced.length > 0 && (
        <section className="card card-thread stack-tight" aria-labelledby="late">
          <h2 id="late">{t('teams.late')}</h2>
          <ul className="stack-tight">{unplaced.map((one) => <Late key={one.participantId} unplaced={one} />)}</ul>
        </section>
      )}
      <div className="spread">
        <h2>{t('teams.publishedTitle')}</h2>
        <div className="row"><a className="button" href="#print-teams">{t('teams.printSheets')}</a><a className="button" href="#print-tables">{t('teams.printCards')}</a></div>
      </div>
      {working && <RepairPanel />}
      <div className="columns">{teams.map((team) => <PublishedTeam key={team.id} team={team} working={working} alone={teams.length === 1} onMenu={openMenu} onFree={free} />)}</div>
      {parts}
    </>
  );
}

function Late({ unplaced: { participantId, cause } }: { unplaced: Unplaced }) {
  const { t, language } = useTranslation('board');
  const { state: { teams }, person, ask } = useBoard();
  const { notify } = useNotices();
  const seats = useSeatNotices();
  const { nickname: name = '', here = false, paused = false } = person(participantId) ?? {};
  const { into, question } = useFullTeam(name);
  const [place, placing] = useOnce(async (key: string) => {
    // nobody is chosen a seat who is not in the room
    if (key === AUTO && (!here || paused)) return notify({ text: t('teams.notSeated', { name, cause: t('teams.notInRoom') }) });
    seats.wait(participantId);
    const answer = await ask('placePerson', {}, { participantId, teamId: key === AUTO ? null : key });
    if (answer === undefined) seats.stop(participantId);
    else if (seats.sayNow(participantId)) notify({ text: t('teams.placed', { name }) });
  });
  const choose = (key: string): void => {
    const team = teams.find(({ id }) => id === key);
    if (team) into(team, () => place(key));
    else place(key);
  };
  return (
    <li className="late">
      <p><strong><bdi>{name}</bdi></strong> <span className="small soft">{say(cause, language)}</span></p>
      <MenuTrigger>
        <Button className="button" aria-label={t('teams.placeOf', { name })} {...placing}>{t('teams.place')}</Button>
        <Popover className="menu-frame" placement="bottom end">
          <Menu className="menu" onAction={(key) => choose(String(key))}>
            <Places teams={teams} />
          </Menu>
        </Popover>
      </MenuTrigger>
      {question}
    </li>
  );
}

/** A part of its own, which is drawn while the menu is open and not at each push. */
function Places({ teams }: { teams: readonly TeamView[] }) {
  const { t } = useTranslation('board');
  return (
    <>
      <MenuItem id={AUTO} className="menu-item">{t('teams.placeAuto')}</MenuItem>
      {teams.map((team) => <MenuItem key={team.id} id={team.id} className="menu-item">{t('teams.placeTo', { number: team.number, name: ownName(team), count: team.openSeats })}</MenuItem>)}
    </>
  );
}

/** The team's call, to be answered, and what its members say in numbers. */
function TeamSays({ team: { id, number, calledAt, answers } }: { team: TeamView }) {
  const { t, language } = useTranslation('board');
  const { ask } = useBoard();
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const said = answers ? (['good', 'fair', 'poor', 'going', 'resting', 'ended'] as const).filter((answer) => answers[answer] > 0) : [];
  return (
    <>
      {calledAt && (
        <p className="box spread" role="status">
          <span><strong>{t('teams.calling')}</strong> <span className="small">{t('calls.since', { time: time.format(new Date(calledAt)) })}</span></span>
          <button type="button" className="button" aria-label={t('teams.endCallOf', { number })} onClick={() => void ask('endCall', { teamId: id }, undefined)}>{t('teams.endCall')}</button>
        </p>
      )}
      {answers && said.length > 0 && <p className="small soft">{said.map((answer) => t(`teams.answers.${answer}`, { count: answers[answer] })).join(t('teams.between'))}</p>}
    </>
  );
}

/** Looks the person up, so that who comes and goes redraws no team. */
function Away({ participantId }: { participantId: string }) {
  const { t } = useTranslation('board');
  const { person } = useBoard();
  return person(participantId)?.here === false && <p className="small"><span className="sign">{t('teams.away')}</span></p>;
}

interface SeatHandlers {
  onMenu: (seat: PlacedSeat, button: HTMLElement) => void;
  onFree: (seat: PlacedSeat) => Promise<void>;
}

const MemberActions = memo(function MemberActions({ participantId, name, teamId, onMenu, onFree }: SeatHandlers & PlacedSeat) {
  const { t } = useTranslation(['board', 'look']);
  const seat = { participantId, name, teamId };
  const [free, freeing] = useOnce(() => onFree(seat));
  return (
    <div className="person-card-actions">
      <button type="button" className="button button-plain move-button" aria-haspopup="menu" aria-label={t('teams.moveOf', { name })} onClick={(event) => onMenu(seat, event.currentTarget)}>{t('teams.move')}</button>
      <button type="button" className="button button-plain" aria-label={t('look:named', { what: t('teams.free'), name })} {...freeing} onClick={free}>{t('teams.free')}</button>
    </div>
  );
});

/** @param alone the only team there is */
const PublishedTeam = memo(function PublishedTeam({ team, working, alone, ...handlers }: SeatHandlers & { team: TeamView; working: boolean; alone: boolean }) {
  const { t } = useTranslation(['board', 'look']);
  const wanted = useAddress().endsWith(teamAddress(team.id));
  const column = useWanted<HTMLElement>(wanted);
  const theme = setTheme(team);
  return (
    <section ref={column} id={teamAddress(team.id).slice(1)} tabIndex={-1} className={wanted ? 'column column-wanted' : 'column'} aria-label={t('teams.team', { number: team.number })}>
      <header className="column-head">
        <h3>{t('teams.team', { number: team.number })} <bdi>{ownName(team)}</bdi></h3>
        <span className="small soft">{[team.table && t('teams.table', { table: team.table }), t('teams.count', { count: team.members.length }), team.openSeats > 0 && t('teams.openSeats', { count: team.openSeats })].filter(Boolean).join(t('teams.between'))}</span>
        {working && !alone && <MergePublished team={team} />}
      </header>
      <TeamSays team={team} />
      {theme && <p className="small">{t('teams.theme', { title: theme })}</p>}
      {team.goal && <p className="small">{t('teams.goal', { goal: team.goal })}</p>}
      <ul className="column-cards">
        {team.members.map((member) => (
          <li key={member.participantId} className="person-card">
            <div className="person-face"><p className="person-face-name"><Written text={member.nickname} />{member.affiliation && <span className="small soft"> <bdi>{member.affiliation}</bdi></span>}</p><TagList tags={member.tags} most={MOST_TAGS} /><Away participantId={member.participantId} /></div>
            {working && <MemberActions participantId={member.participantId} name={member.nickname} teamId={team.id} {...handlers} />}
          </li>
        ))}
      </ul>
    </section>
  );
});
