import type { PersonView } from '@tsunagu/contracts';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { decoded, go } from '../live/address.js';
import { saveFile } from '../live/save-file.js';
import { useTranslation } from '../look/translation.js';
import { alikePeople } from './alike-people.js';
import { useBoard } from './board.js';
import { EVERYBODY, findPeople, type PeopleQuery } from './find-people.js';
import { ImportSheet } from './import-sheet.js';
import { isKind, peopleCsv, type CsvWord } from './people-csv.js';
import { PeopleFilters } from './people-filters.js';
import { PersonRow } from './person-row.js';
import { PersonActions, type PersonAction } from './person-actions.js';
import { RegisterSheet } from './register-sheet.js';
import { seatsOf } from './seats.js';
import { useCheckIn } from './use-check-in.js';
import { useCheckInAll } from './use-check-in-all.js';
import { useLeft } from './use-left.js';
import { useSaidOf } from './use-said-of.js';
import { whoIsHere } from './who-is-here.js';

/** So many hints stand over the list: a name is nothing rare. */
const MOST_ALIKE = 5;

/** The address of everybody who has a tag. */
export const tagAddress = (concept: string): string => (concept ? `#people=${encodeURIComponent(concept)}` : '#people');
const readTag = (): string => decoded(/^#people=(.*)$/.exec(location.hash)?.[1]);
/** The address of one person on the list of everybody. */
export const personAddress = (id: string): string => `#people/${id}`;
const readWanted = (): string | undefined => /^#people\/(.+)$/.exec(location.hash)?.[1];
const showTag = (concept: string): void => go(`${location.pathname}${tagAddress(concept)}`);

/** Everybody who has joined: search, filter, check in, and what can be done for one of them. */
export function PeopleTab() {
  const { t, language } = useTranslation(['board', 'look']);
  const { state, may, checkIns: { waiting } } = useBoard();
  const working = may('facilitator');
  const over = state.event.state === 'closed';
  const checkInAll = useCheckInAll();
  const [query, setQuery] = useState<PeopleQuery>(EVERYBODY);
  const tag = readTag();
  const [action, setAction] = useState<{ kind: PersonAction; id: string }>();
  const [adding, setAdding] = useState<'one' | 'table'>();
  const settled = useDeferredValue(query);
  const wanted = readWanted();
  // whom an address leads to is on the list, whatever it was narrowed to
  useEffect(() => { if (wanted) setQuery(EVERYBODY); }, [wanted]);
  const unplaced = useMemo(() => new Set(state.unplaced.map((one) => one.participantId)), [state.unplaced]);
  const asked = useMemo(() => ({ ...settled, tag }), [settled, tag]);
  const shown = useMemo(() => findPeople(state.people, asked, unplaced), [state.people, asked, unplaced]);
  const said = useSaidOf(asked, t('people.shown', { count: shown.length }));
  const alike = useMemo(() => (may('organiser') ? alikePeople(state.people).slice(0, MOST_ALIKE) : []), [may, state.people]);
  const seats = useMemo(() => seatsOf(state.teams, t), [state.teams, t]);
  const seatOf = ({ id, here, left }: PersonView): string => seats.get(id) ?? (state.teams.length > 0 && here && !left ? t('people.noSeat') : '');
  const { absent } = whoIsHere(shown, waiting);

  const change = ({ tag: next, ...rest }: Partial<PeopleQuery>): void => {
    if (next !== undefined) showTag(next);
    if (Object.keys(rest).length > 0) setQuery((old) => ({ ...old, ...rest }));
  };
  const setHere = useCheckIn();
  const setLeft = useLeft();
  const openAction = useCallback((kind: PersonAction, id: string) => setAction({ kind, id }), []);
  const csvWord = (key: CsvWord): string => (isKind(key) ? t(`look:kind.${key}`) : t(`print.csv.${key}`));
  const exportCsv = (): void => saveFile('participants.csv', 'text/csv;charset=utf-8', peopleCsv(state, csvWord, (sector) => (sector ? t(`look:sector.${sector}`) : ''), language));
  return (
    <div className="stack">
      <PeopleFilters people={state.people} query={{ ...query, tag }} onQuery={change} />
      <div className="spread">
        <p className="row"><span className="small soft">{t('people.shown', { count: shown.length })}</span><span role="status" className="unseen">{said}</span>{working && <button type="button" className="button button-main" disabled={over || absent.length === 0} onClick={() => void checkInAll(absent)}>{t('people.checkInAll')}</button>}</p>
        <div className="row">{working && !over && <><button type="button" className="button button-plain" aria-haspopup="dialog" onClick={() => setAdding('one')}>{t('register.open')}</button><button type="button" className="button button-plain" aria-haspopup="dialog" onClick={() => setAdding('table')}>{t('import.open')}</button></>}<button type="button" className="button button-plain" onClick={exportCsv}>{t('people.exportCsv')}</button><a className="button button-plain" href="#print-badges">{t('people.badges')}</a></div>
      </div>
      {over && working && state.people.length > 0 && <p className="box">{t('people.over')}</p>}
      <div role="status">{waiting.size > 0 && <p className="box">{t('people.waiting', { count: waiting.size })}</p>}</div>
      {alike.map((ofOneName) => <Alike key={ofOneName[0]!.id} ofOneName={ofOneName} onMerge={(id) => openAction('merge', id)} />)}
      {shown.length === 0 && <p className="card">{t(state.people.length > 0 ? 'people.none' : state.event.erased ? 'people.erased' : over ? 'people.never' : 'people.empty')}</p>}
      {shown.length > 0 && (
        <ul className="people">{shown.map((person) => <PersonRow key={person.id} person={person} seat={seatOf(person)} waits={waiting.get(person.id)} wanted={person.id === wanted} may={may} onHere={over ? undefined : setHere} onLeft={over ? undefined : setLeft} onAction={openAction} onTag={showTag} />)}</ul>
      )}
      {adding === 'one' && <RegisterSheet onClose={() => setAdding(undefined)} />}
      {adding === 'table' && <ImportSheet onClose={() => setAdding(undefined)} />}
      {action && <PersonActions action={action.kind} participantId={action.id} onClose={() => setAction(undefined)} />}
    </div>
  );
}

/** People who may be one. Whoever joined last is the one to keep: what they wrote is what their phone shows. */
function Alike({ ofOneName, onMerge }: { ofOneName: PersonView[]; onMerge: (id: string) => void }) {
  const { t } = useTranslation('board');
  const { id, nickname: name } = ofOneName.at(-1)!;
  return (
    <p className="row small">
      <span>{t('people.alike', { name, count: ofOneName.length })}</span>
      <button type="button" className="button button-plain" aria-haspopup="dialog" aria-label={t('people.alikeMergeOf', { name })} onClick={() => onMerge(id)}>{t('people.mergeDo')}</button>
    </p>
  );
}
