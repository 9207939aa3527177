import type { TeamView } from '@tsunagu/contracts';
import { bareQuestion } from '../look/bare-question.js';
import { KindTag } from '../look/kind-tag.js';
import { say } from '../look/language.js';
import { Names } from '../look/names.js';
import { ownName } from '../look/own-name.js';
import { Phrases } from '../look/phrases.js';
import { QrImage } from '../look/qr-image.js';
import { setTheme } from '../look/set-theme.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { useBoard } from './board.js';
import { byName } from './by-name.js';
import { BlankCards, PeopleList } from './print-paper.js';

const PRINTS = ['poster', 'badges', 'list', 'cards', 'teams', 'tables'] as const;
type PrintKind = (typeof PRINTS)[number];
const BADGE_TAGS = 5;
const SHEET_TAGS = 4;
const SHEET_REASONS = 8;

export interface PrintOrder {
  kind: PrintKind;
  /** one person's badge only */
  only?: string;
}

/** What each of them is called where it is asked for. */
export const PRINT_NAMES = { poster: 'reception.poster', badges: 'people.badges', list: 'reception.paperList', cards: 'reception.paperCards', teams: 'teams.printSheets', tables: 'teams.printCards' } as const satisfies Record<PrintKind, string>;

/** What is to be printed at `#print-…`, or `#print-badges=<participant>`. */
export function readPrintOrder(hash: string): PrintOrder | undefined {
  const [address, only] = hash.split('=');
  const kind = PRINTS.find((one) => address === `#print-${one}`);
  return kind && { kind, ...(only ? { only } : {}) };
}

/** Paper for the room: a QR poster, name badges, the list of people, cards to write on, a sheet for each team, cards for the tables. A4, nothing clipped. */
export function PrintPage({ order: { kind, only } }: { order: PrintOrder }) {
  const { t } = useTranslation(['board', 'look']);
  const { state: { teams } } = useBoard();
  return (
    <main className="print">
      <div className="print-tools"><button type="button" className="button button-main" onClick={() => print()}>{t('print.do')}</button><button type="button" className="button" onClick={() => history.back()}>{t('print.back')}</button></div>
      {kind === 'poster' && <Poster />}
      {kind === 'badges' && <Badges only={only} />}
      {kind === 'list' && <PeopleList />}
      {kind === 'cards' && <BlankCards />}
      {kind === 'teams' && teams.map((team) => <TeamSheet key={team.id} team={team} />)}
      {kind === 'tables' && teams.map((team) => <TableCard key={team.id} team={team} />)}
    </main>
  );
}

function Poster() {
  const { t } = useTranslation('board');
  const { state: { event }, links } = useBoard();
  return (
    <section className="paper paper-poster">
      <h1><Phrases text={event.title} /></h1>
      {event.state === 'closed' ? <p className="poster-words"><Phrases text={t('reception.closed')} /></p> : (
        <>
          <QrImage svg={links.joinQrSvg} label={t('reception.qr')} />
          <p className="poster-words"><Phrases text={t('print.poster')} /></p>
          <p>{t('print.posterCode')}</p>
          <p className="code poster-code">{event.joinCode}</p>
          <p className="small">{links.join}</p>
        </>
      )}
    </section>
  );
}

function Badges({ only }: { only?: string }) {
  const { t } = useTranslation('board');
  const { state: { people, event } } = useBoard();
  return (
    <div className="badges">
      <h1 className="unseen">{t('people.badges')}</h1>
      {people.filter((person) => (only ? person.id === only : !person.left)).sort(byName).map((person) => (
        <section key={person.id} className="badge">
          <p className="badge-event"><bdi>{event.title}</bdi></p>
          <h2><Written text={person.nickname} /></h2>
          {person.affiliation && <p><bdi>{person.affiliation}</bdi></p>}
          <p className="tags">{person.tags.slice(0, BADGE_TAGS).map((tag, place) => <KindTag key={place} kind={tag.kind} label={tag.label} en={tag.en} />)}</p>
        </section>
      ))}
    </div>
  );
}

function TeamSheet({ team }: { team: TeamView }) {
  const { t, language } = useTranslation('board');
  const reasons = team.reasons.filter(({ type }) => type !== 'missing'); // no reason for the team
  const theme = setTheme(team);
  return (
    <section className="paper paper-sheet">
      <h1>{t('teams.team', { number: team.number })} <bdi>{ownName(team)}</bdi>{team.table && <span className="paper-where">{t('teams.table', { table: team.table })}</span>}</h1>
      {theme && <p className="paper-theme">{t('teams.theme', { title: theme })}</p>}
      <h2>{t('print.members')}</h2>
      <ul className="paper-members">{team.members.map((member) => <li key={member.participantId}><strong><Written text={member.nickname} /></strong> {member.affiliation && <bdi>{member.affiliation}</bdi>}<p className="tags">{member.tags.slice(0, SHEET_TAGS).map((tag, place) => <KindTag key={place} kind={tag.kind} label={tag.label} en={tag.en} />)}</p></li>)}</ul>
      {team.question && <><h2>{t('print.question')}</h2><p className="paper-question">{bareQuestion(say(team.question, language))}</p></>}
      {reasons.length > 0 && <><h2>{t('print.reasons')}</h2><ul className="paper-reasons">{reasons.slice(0, SHEET_REASONS).map((reason, place) => <li key={place}>{say(reason.text, language)}</li>)}</ul></>}
      <div className="paper-lines"><p>{t('print.goal')}</p><p>{t('print.nextDate')}</p></div>
    </section>
  );
}

/** More do not fit on the half of a sheet in large letters. */
const MANY_NAMES = 12;

function TableCard({ team }: { team: TeamView }) {
  const { t } = useTranslation('board');
  return (
    <section className="paper paper-table">
      <p className="table-number">{team.number}</p>
      <h1>{t('teams.team', { number: team.number })} <bdi>{ownName(team)}</bdi></h1>
      <p className={team.members.length > MANY_NAMES ? 'table-crowd' : undefined}><Names names={team.members.map((member) => member.nickname)} /></p>
    </section>
  );
}
