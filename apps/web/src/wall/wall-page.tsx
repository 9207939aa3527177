import { applyToWall, type HttpAnswers, type RoomView, type WallState } from '@tsunagu/contracts';
import { useCallback, useEffect, useRef, type CSSProperties } from 'react';
import { call } from '../live/call.js';
import { useLasting } from '../live/use-lasting.js';
import { useLive } from '../live/use-live.js';
import { ownName } from '../look/own-name.js';
import { Phrases } from '../look/phrases.js';
import { QrImage } from '../look/qr-image.js';
import { TeamsSoon } from '../look/teams-soon.js';
import { useTranslation } from '../look/translation.js';
import { useTitle } from '../look/use-title.js';
import { tableGrid } from './table-grid.js';
import { TagCloud } from './tag-cloud.js';
import { useArea } from './use-area.js';

// The QR is drawn by the service and never pushed; a changed join code shows after this long at the latest.
const REFRESH_MS = 60_000;

/** What the room sees: the way in, how many have come, what moves them; then where each team meets; once it is over, only what moved them. */
export function WallPage({ secret }: { secret: string }) {
  const { t } = useTranslation(['wall', 'look']);
  const live = useLive<WallState, HttpAnswers['readWall']>(useCallback(() => ({
    hello: (since) => ({ as: 'wall', secret, since }),
    fetchSnapshot: () => call('readWall', { params: { secret } }),
    apply: applyToWall,
  }), [secret]));
  const { answer, refetch } = live;
  useTitle(t('page'), answer?.state.title);
  const cut = useLasting(!live.connected);
  useEffect(() => {
    const timer = setInterval(() => void refetch(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [refetch]);

  const lost = live.refusal ?? live.gone;
  if (!answer || lost) return <main className="wait"><p role="status">{lost ? t('notFound') : live.unreachable ? t('look:unreachable') : t('look:loading')}</p></main>;
  const { title, joinCode, state, teamsAt, room } = answer.state;
  const over = state === 'closed';
  const teams = !over && room.teams.length > 0;
  return (
    <main className={teams ? 'wall wall-teams' : 'wall'}>
      <h1 className="wall-title"><Phrases text={title} /></h1>
      {over ? <p className="wall-closed"><Phrases text={t('closed')} /></p> : (
        <aside className="wall-join">
          <QrImage svg={answer.links.joinQrSvg} label={t('qr')} />
          <div className="wall-join-words">
            <p className="wall-scan"><Phrases text={t('scan')} /></p>
            <p className="wall-code-label">{t('code')}</p>
            <p className="code wall-code">{joinCode}</p>
            <p className="wall-count" role="status"><span className="number">{room.counts.joined}</span>{t('joined')}</p>
            {!teams && <TeamsSoon teamsAt={teamsAt} className="wall-soon" />}
          </div>
        </aside>
      )}
      {teams ? <Teams teams={room.teams} /> : <TagCloud cloud={room.cloud} empty={over ? '' : t('waiting')} label={t('tags')} />}
      {!teams && room.affiliations && room.affiliations.length > 0 && <Affiliations affiliations={room.affiliations} />}
      <p className="wall-cut" role="status">{cut && t('cut')}</p>
    </main>
  );
}

function Affiliations({ affiliations }: { affiliations: NonNullable<RoomView['affiliations']> }) {
  const { t } = useTranslation('wall');
  return (
    <section className="wall-affiliations" aria-labelledby="affiliations">
      <h2 id="affiliations">{t('affiliations')}</h2>
      <ul>{affiliations.map(({ name, count }) => <li key={name}><bdi>{name}</bdi> <span className="wall-affiliation-count">{t('size', { count })}</span></li>)}</ul>
    </section>
  );
}

function Teams({ teams }: { teams: RoomView['teams'] }) {
  const { t } = useTranslation('wall');
  const list = useRef<HTMLUListElement>(null);
  const area = useArea(list);
  const grid = area && tableGrid(teams.length, area);
  return (
    <section className="wall-board">
      <h2><Phrases text={t('teams')} /></h2>
      <p className="wall-look">{t('look')}</p>
      <ul ref={list} className="wall-tables" style={grid && { '--columns': grid.columns, '--row': `${grid.height}px`, '--letter': `${grid.letter}px` } as CSSProperties}>
        {teams.map((team) => (
          <li key={team.number} className="wall-table">
            <span className="wall-table-number">{team.table ? t('table', { table: team.table }) : t('team', { number: team.number })}</span>
            <span className="wall-table-name"><bdi>{ownName(team) || t('team', { number: team.number })}</bdi></span>
            <span className="wall-table-size">{t('size', { count: team.size })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
