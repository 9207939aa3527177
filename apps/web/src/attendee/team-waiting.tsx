import type { CSSProperties } from 'react';
import { Icon } from '../look/icons.js';
import { KindMark } from '../look/kind-tag.js';
import { nameOf } from '../look/name-of.js';
import { Phrases } from '../look/phrases.js';
import { TeamsSoon } from '../look/teams-soon.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { FoundedTeam } from './founded-team.js';
import { isOver } from './is-over.js';
import { usePhone } from './phone.js';
import { Resume } from './resume.js';
import { ThemeChoices } from './theme-choices.js';
import { useUnsent } from './use-unsent.js';

/** Until the team is announced: how far I am, and the room I am in; nothing to wait for once the event is over or I have left. */
export function TeamWaiting() {
  const { t } = useTranslation('phone');
  const { state } = usePhone();
  return isOver(state) || state.me.left ? <h1><Phrases text={t('over.noTeam')} /></h1> : <Waiting />;
}

function Waiting() {
  const { t } = useTranslation('phone');
  const { state: { event, me, room, statements, hellos } } = usePhone();
  const unsent = useUnsent('answerSeat');
  const standing = event.teamsPublished ? (me.declined ? 'declined' : 'unplaced') : me.here ? 'waiting' : 'notHere';
  const stages = [['joined', true], ['tagged', statements.length > 0], ['met', hellos.sent.length > 0], ['formed', false]] as const;
  const present = stages.findIndex(([, done]) => !done);
  return (
    <div className="stack">
      <h1><Phrases text={t(me.paused ? 'data.pausedNow' : `team.${standing}`)} /></h1>
      <div className="card stack">
        <p className="lead">{t(unsent ? 'unsent' : me.paused ? 'data.pauseHelp' : `team.${standing}Help`)}</p>
        {me.paused && <Resume />}
        {!event.teamsPublished && <TeamsSoon teamsAt={event.teamsAt} className="box" />}
        {!event.teamsPublished && !me.paused && (
          <ol className="stages">
            {stages.map(([stage, done], place) => (
              <li key={stage} className={done ? 'stage-done' : place === present ? 'stage-present' : undefined} aria-current={place === present ? 'step' : undefined}>
                <span className="stage-mark">{done && <Icon of="check" size={16} />}</span>
                {stage === 'met' ? <a href="#people">{t('team.stage.met')}</a> : t(`team.stage.${stage}`)}{done && <span className="unseen">{t('team.stageDone')}</span>}
              </li>
            ))}
          </ol>
        )}
      </div>
      {event.teamsPublished ? <a className="button" href="#people">{t('team.toPeople')}</a> : <ThemeChoices />}
      <FoundedTeam />
      <RoomTags mine={new Set(statements.map(wordOf))} />
      <p className="small soft center">{t('team.roomCount', { count: room.counts.joined })}</p>
    </div>
  );
}

const MOST_WORDS = 24;
const wordOf = ({ kind, concept }: { kind: string; concept: string }): string => `${kind}-${concept}`;

/** Tags that at least two people here have, the larger the more; mine with the mark and the colour of their kind. */
function RoomTags({ mine }: { mine: ReadonlySet<string> }) {
  const { t, language } = useTranslation(['phone', 'look']);
  const { state: { room: { cloud } } } = usePhone();
  if (cloud.length === 0) return null;
  const words = cloud.slice(0, MOST_WORDS).map((word) => ({ ...word, key: wordOf({ kind: word.kind, concept: word.label }) }));
  const most = Math.max(...cloud.map((word) => word.count));
  return (
    <section className="card stack-tight" aria-labelledby="room-tags">
      <h2 id="room-tags">{t('team.room')}</h2>
      <ul className="room-tags">
        {words.map(({ kind, count, key, ...word }) => (
          <li key={key} className={mine.has(key) ? `room-mine kind-${kind}` : undefined} style={{ '--size': count / most } as CSSProperties}>
            {mine.has(key) && <KindMark kind={kind} />}<Written text={nameOf(word, language)} /><span className="unseen"> {t('look:people', { count })}{mine.has(key) && t('team.roomYours')}</span>
          </li>
        ))}
      </ul>
      {words.some(({ key }) => mine.has(key)) && <p className="field-help">{t('team.roomMine')}</p>}
    </section>
  );
}
