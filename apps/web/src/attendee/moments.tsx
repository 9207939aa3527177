import { useEffect, useRef, useState } from 'react';
import { keep, readKept } from '../live/kept-locally.js';
import { Mark } from '../look/icons.js';
import { ownName } from '../look/own-name.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { FreeSign } from './free-sign.js';
import { newMoments, type Moment, type Seen } from './new-moments.js';
import { PersonSheet } from './person-sheet.js';
import { usePhone } from './phone.js';
import { TableSign } from './table-sign.js';

const PAIR_PULSE = [40, 80, 40];
const TEAM_PULSE = [60, 60, 60, 60, 160];

/** Two things deserve a moment of their own: a pair, and the team. Each is shown once, also after a sleep. */
export function Moments() {
  const { t } = useTranslation('phone');
  const { eventId, state } = usePhone();
  const keptAs = `tsunagu.seen.${eventId}`;
  const seen = useRef<Seen>(readKept<Seen>(keptAs) ?? { teamId: null, pairs: [] });
  const [queue, setQueue] = useState<Moment[]>([]);
  const [person, setPerson] = useState<string>();

  useEffect(() => {
    const fresh = newMoments(state, seen.current);
    if (fresh.length === 0) return;
    seen.current = { teamId: state.team?.id ?? null, pairs: state.hellos.mutual.map((one) => one.participantId) };
    keep(keptAs, seen.current);
    setQueue((old) => [...old, ...fresh]);
    // A browser refuses, and says so in its console, before the first touch.
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(fresh.some(({ kind }) => kind === 'team') ? TEAM_PULSE : PAIR_PULSE);
  }, [state, keptAs]);

  const moment = queue[0];
  const next = (): void => setQueue((old) => old.slice(1));
  if (person) return <PersonSheet participantId={person} onClose={() => setPerson(undefined)} />;
  if (moment?.kind === 'pair') {
    return (
      <Sheet key={moment.participantId} title={t('people.pairMoment')} onClose={next} told="moment">
        <div className="moment" id="moment"><Mark size={72} /><p>{t('people.pairText', { name: moment.nickname })}</p><FreeSign participantId={moment.participantId} /></div>
        <button type="button" className="button button-main button-wide" onClick={() => { next(); setPerson(moment.participantId); }}>{t('people.pairSee')}</button>
      </Sheet>
    );
  }
  if (moment?.kind === 'team' && state.team) {
    const { number, table, members } = state.team;
    const name = ownName(state.team);
    return (
      <Sheet key="team" title={t('team.moment')} onClose={next} told="moment">
        <div className="moment" id="moment">
          <p className="moment-number">{t('team.number', { number })}</p>
          <div>{name && <p><strong><bdi>{name}</bdi></strong></p>}<ul className="names soft">{members.map((member) => <li key={member.participantId}><Written text={member.nickname} /></li>)}</ul></div>
          <TableSign table={table} />
        </div>
        <button type="button" className="button button-main button-wide" onClick={() => { next(); location.hash = 'team'; }}>{t('team.see')}</button>
      </Sheet>
    );
  }
  return null;
}
