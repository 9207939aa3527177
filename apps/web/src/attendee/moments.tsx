import { useEffect, useState } from 'react';
import { keep, readKept } from '../live/kept-locally.js';
import { Mark } from '../look/icons.js';
import { focusPage } from '../look/keep-focus.js';
import { ownName } from '../look/own-name.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { FreeSign } from './free-sign.js';
import { nextMoment, type Seen } from './next-moment.js';
import { PersonSheet } from './person-sheet.js';
import { usePhone } from './phone.js';
import { TableSign } from './table-sign.js';

const PAIR_PULSE = [40, 80, 40];
const TEAM_PULSE = [60, 60, 60, 60, 160];

/** Two things deserve a moment of their own: a pair, and the team. Each is shown until it is closed or past, also after a sleep. */
export function Moments() {
  const { t } = useTranslation('phone');
  const { eventId, state } = usePhone();
  const keptAs = `tsunagu.seen.${eventId}.${state.me.id}`;
  const [seen, setSeen] = useState(() => readKept<Seen>(keptAs) ?? { teamId: null, pairs: [] });
  const [person, setPerson] = useState<string>();
  const { team, pair } = nextMoment(state, seen);
  const key = team?.id ?? pair?.participantId;

  useEffect(() => {
    // A browser refuses, and says so in its console, before the first touch.
    if (key && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(team ? TEAM_PULSE : PAIR_PULSE);
  }, [key]);

  const next = (): void => {
    const now = team ? { ...seen, teamId: team.id } : { ...seen, pairs: [...seen.pairs, key!] };
    setSeen(now);
    keep(keptAs, now);
  };
  if (person) return <PersonSheet participantId={person} onClose={() => setPerson(undefined)} />;
  if (pair) {
    return (
      <Sheet key={key} title={t('people.pairMoment')} onClose={next} told="moment">
        <div className="moment" id="moment"><Mark size={72} /><p>{t('people.pairText', { name: pair.nickname })}</p><FreeSign participantId={pair.participantId} /></div>
        <button type="button" className="button button-main button-wide" onClick={() => { next(); setPerson(key); }}>{t('people.pairSee')}</button>
      </Sheet>
    );
  }
  if (team) {
    const { number, table, members } = team;
    const name = ownName(team);
    return (
      <Sheet key={key} title={t('team.moment')} onClose={next} told="moment">
        <div className="moment" id="moment">
          <p className="moment-number">{t('team.number', { number })}</p>
          <div>{name && <p><strong><Written text={name} /></strong></p>}<ul className="names soft">{members.map((member) => <li key={member.participantId}><Written text={member.nickname} /></li>)}</ul></div>
          <TableSign table={table} />
        </div>
        <button type="button" className="button button-main button-wide" onClick={() => { next(); location.hash = 'team'; focusPage(); }}>{t('team.see')}</button>
      </Sheet>
    );
  }
  return null;
}
