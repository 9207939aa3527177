import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { saveFile } from '../live/save-file.js';
import { TextField } from '../look/field.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { FILTERS, findPeople, type Filter } from './find-people.js';
import { ImportSheet } from './import-sheet.js';
import { peopleCsv } from './people-csv.js';
import { PersonRow } from './person-row.js';
import { PersonActions, type PersonAction } from './person-actions.js';
import { RegisterSheet } from './register-sheet.js';

/** Everybody who has joined: search, filter, check in, and what can be done for one of them. */
export function PeopleTab() {
  const { t, language } = useTranslation(['board', 'look']);
  const { state, ask } = useBoard();
  const { notify } = useNotices();
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const [action, setAction] = useState<{ kind: PersonAction; id: string }>();
  const [adding, setAdding] = useState<'one' | 'table'>();
  const wanted = useDeferredValue(search);
  const unplaced = useMemo(() => new Set(state.unplaced.map((one) => one.participantId)), [state.unplaced]);
  const shown = useMemo(() => findPeople(state.people, wanted, filter, unplaced), [state.people, wanted, filter, unplaced]);
  const absent = shown.filter((person) => !person.here && !person.left);

  const setHere = useCallback((id: string, here: boolean) => void ask('checkIn', {}, { participantIds: [id], here }), [ask]);
  const openAction = useCallback((kind: PersonAction, id: string) => setAction({ kind, id }), []);
  const checkInAll = async (): Promise<void> => {
    const answer = await ask('checkIn', {}, { participantIds: absent.map((person) => person.id), here: true });
    if (answer !== undefined) notify({ text: t('people.checkedIn', { count: absent.length }) });
  };
  const exportCsv = (): void => saveFile('participants.csv', 'text/csv;charset=utf-8', peopleCsv(state, (key) => t(`print.csv.${key}`), (sector) => (sector ? t(`look:sector.${sector}`) : ''), language));
  return (
    <div className="stack">
      <div className="people-tools">
        <TextField label={t('people.search')} type="search" value={search} onText={setSearch} />
        <label className="field"><span className="field-label">{t('people.filter')}</span>
          <select className="select" value={filter} onChange={(event) => setFilter(event.target.value as Filter)}>{FILTERS.map((one) => <option key={one} value={one}>{t(`people.filters.${one}`)}</option>)}</select>
        </label>
        <button type="button" className="button button-main" disabled={absent.length === 0} onClick={() => void checkInAll()}>{t('people.checkInAll')}</button>
      </div>
      <div className="spread">
        <p role="status" className="small soft">{t('people.shown', { count: shown.length })}</p>
        <div className="row"><button type="button" className="button button-plain" aria-haspopup="dialog" onClick={() => setAdding('one')}>{t('register.open')}</button><button type="button" className="button button-plain" aria-haspopup="dialog" onClick={() => setAdding('table')}>{t('import.open')}</button><button type="button" className="button button-plain" onClick={exportCsv}>{t('people.exportCsv')}</button><a className="button button-plain" href="#print-badges">{t('people.badges')}</a></div>
      </div>
      {shown.length === 0 && <p className="card">{t(state.people.length === 0 ? 'people.empty' : 'people.none')}</p>}
      {shown.length > 0 && (
        <ul className="people">{shown.map((person) => <PersonRow key={person.id} person={person} onHere={setHere} onAction={openAction} />)}</ul>
      )}
      {adding === 'one' && <RegisterSheet onClose={() => setAdding(undefined)} />}
      {adding === 'table' && <ImportSheet onClose={() => setAdding(undefined)} />}
      {action && <PersonActions action={action.kind} participantId={action.id} onClose={() => setAction(undefined)} />}
    </div>
  );
}
