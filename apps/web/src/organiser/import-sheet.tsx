import { readTable, SECTORS, tableProblem, type BadTable } from '@tsunagu/contracts';
import { useState } from 'react';
import { idempotencyKey } from '../live/call.js';
import { Tick } from '../look/field.js';
import { say } from '../look/language.js';
import { useErrorText } from '../look/notices.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { BadLines } from './bad-lines.js';
import { useBoard } from './board.js';
import { FileButton, TABLE_FILES } from './file-button.js';
import { countAlike } from './count-alike.js';
import { inRequests, registerPeople } from './register-people.js';
import { IMPORTED_FIELDS, tableToPeople, type ImportedPerson, type ReadTable } from './table-to-people.js';
import { useWhileOpen } from './use-while-open.js';

type Keyed = ImportedPerson & { key: string };
interface Chosen { table: ReadTable; people: Keyed[] }
const keyed = (people: ImportedPerson[]): Keyed[] => people.map((person) => ({ ...person, key: idempotencyKey() }));
/** A list on its way: those who are through, and who of them was registered before. */
interface Run { people: Keyed[]; again: boolean; through: number; known: Keyed[] }

/** People from a list of connpass, Peatix, Google Forms or a spreadsheet. Nothing is taken while a row is wrong; who is registered already is not doubled. */
export function ImportSheet({ onClose }: { onClose: () => void }) {
  const { t, language } = useTranslation(['board', 'look']);
  const { state } = useBoard();
  const { textsLeave } = state.event;
  const errorText = useErrorText();
  const [chosen, setChosen] = useState<Chosen>();
  const [badFile, setBadFile] = useState<BadTable>();
  const [consent, setConsent] = useState(false);
  const [run, setRun] = useState<Run>();
  const [error, setError] = useState<string>();
  const [waiting, setWaiting] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const whileOpen = useWhileOpen();

  const choose = async (file: File | undefined): Promise<void> => {
    setRun(undefined);
    setError(undefined);
    setChosen(undefined);
    setBadFile(undefined);
    if (!file) return;
    const read = readTable(new Uint8Array(await file.arrayBuffer()));
    if ('bad' in read) return setBadFile(read.bad);
    const table = tableToPeople(read.rows);
    if (table.columns.nickname.length === 0) return setBadFile({ line: 1, ...tableProblem('table.no_names') });
    setChosen({ table, people: keyed(table.people) });
  };
  const room = state.event.capacity - state.people.length;
  // Counted while nothing is sent: afterwards everybody is alike somebody.
  const alike = chosen && !run ? countAlike(chosen.people, state.people) : 0;
  const tooMany = chosen !== undefined && !run && chosen.people.length - alike > room;
  const allThrough = run !== undefined && run.through === run.people.length;
  const ready = chosen !== undefined && chosen.people.length > 0 && chosen.table.bad.length === 0 && !tooMany && consent && (run === undefined || error !== undefined);
  const take = async (people: Keyed[], again: boolean): Promise<void> => {
    setError(undefined);
    setLeaving(false);
    const known: Keyed[] = [];
    let through = 0;
    setRun({ people, again, through, known });
    try {
      // After a failure the same keys go out again: those who are in already are not doubled.
      for (const part of inRequests(people)) {
        const registered = await registerPeople(state.event, part, part[0]!.key, { again, onWaiting: () => setWaiting(true), signal: whileOpen() });
        setWaiting(false);
        known.push(...part.filter((_, place) => registered[place]!.known));
        through += part.length;
        setRun({ people, again, through, known: [...known] });
      }
    } catch (refused) {
      setWaiting(false);
      setError(errorText(refused));
    }
  };
  const working = run !== undefined && !allThrough && error === undefined;
  const close = (): void => (working ? setLeaving(true) : onClose());
  return (
    <Sheet title={t('import.title')} onClose={close} wide>
      <p className="field-help">{t('import.lead')}</p>
      <FileButton label={t('import.file')} none={t('import.noFile')} accept={TABLE_FILES} onFile={(file) => void choose(file)} />
      {badFile && <p className="box box-bad" role="alert">{t('import.line', { line: badFile.line })}{t('look:colon')}{say(badFile, language)}</p>}
      {chosen && <Found table={chosen.table} />}
      {chosen && <BadLines title={t('import.bad', { count: chosen.table.bad.length })} lines={chosen.table.bad.map(({ row, problems }) => ({ row, text: problems.map((problem) => problemInWords(t(`import.field.${problem.field as 'nickname'}`), say(problem, language), t('look:colon'))).join(' ') }))} />}
      {chosen && chosen.table.unknownSectors.length > 0 && <UnknownSectors unknown={chosen.table.unknownSectors} />}
      {tooMany && <p className="box box-bad" role="alert">{t('import.tooMany', { room })}</p>}
      {chosen && chosen.people.length > 0 && <Tick checked={consent} onTick={setConsent}>{t('import.consent')}{textsLeave?.on && <> / {t('import.leaves', { host: textsLeave.host })}</>}</Tick>}
      {alike > 0 && <p className="box small">{t('import.alike', { count: alike })}</p>}
      {run && <p role="status" className={allThrough ? 'box box-good' : 'box'}>{allThrough ? t('import.done', { count: run.people.length - run.known.length }) : t('import.working', { done: run.through, count: run.people.length })}</p>}
      {run && allThrough && run.known.length > 0 && (
        <div className="box stack-tight">
          <p><strong role="status">{t('import.known', { count: run.known.length })}</strong> <bdi>{run.known.map(({ nickname }) => nickname).join(t('look:comma'))}</bdi></p>
          <div className="row"><button type="button" className="button" onClick={() => void take(keyed(run.known), true)}>{t('import.knownAgain', { count: run.known.length })}</button></div>
        </div>
      )}
      <div role="status">{waiting && <p className="box">{t('import.waiting')}</p>}</div>
      {error && <p className="box box-bad" role="alert">{error} {t('import.again')}</p>}
      <div className="sheet-actions"><button type="button" className="button button-main" disabled={!ready} onClick={() => void (run ? take(run.people, run.again) : take(chosen!.people, false))}>{t('import.submit', { count: (run ?? chosen)?.people.length ?? 0 })}</button><button type="button" className="button" onClick={close}>{t('look:close')}</button></div>
      {leaving && working && (
        <Sheet title={t('import.leaveTitle')} onClose={() => setLeaving(false)}>
          <p>{t('import.leaveHelp', { count: run.people.length - run.through })}</p>
          <div className="sheet-actions"><button type="button" className="button button-main" onClick={() => setLeaving(false)}>{t('import.stay')}</button><button type="button" className="button button-bad" onClick={onClose}>{t('import.leave')}</button></div>
        </Sheet>
      )}
    </Sheet>
  );
}

/** Which cell is wrong and how; the field is not named twice. */
const problemInWords = (field: string, sentence: string, colon: string): string => (sentence.startsWith(field) ? sentence : `${field}${colon}${sentence}`);

function Found({ table: { columns, people, cancelled } }: { table: ReadTable }) {
  const { t } = useTranslation(['board', 'look']);
  return (
    <div className="stack-tight">
      <p>{t('import.found', { count: people.length })}{cancelled > 0 && ` ${t('import.cancelled', { count: cancelled })}`}</p>
      <dl className="import-columns small">{IMPORTED_FIELDS.map((field) => <div key={field}><dt className="soft">{t(`import.field.${field}`)}</dt><dd>{columns[field].length > 0 ? t('import.column', { names: columns[field].join(t('look:comma')) }) : t('import.noColumn')}</dd></div>)}</dl>
    </div>
  );
}

/** What stands in the column of sectors and is none: these people come in without one. */
function UnknownSectors({ unknown }: { unknown: ReadTable['unknownSectors'] }) {
  const { t } = useTranslation(['board', 'look']);
  return (
    <div className="box small stack-tight">
      <p role="status">{t('import.unknownSectors', { names: SECTORS.map((sector) => t(`look:sector.${sector}`)).join(t('look:comma')) })}</p>
      <ul className="import-bad">{unknown.map(({ text, rows }) => <li key={text}>{t('import.row', { row: rows.join(t('look:comma')) })}{t('look:colon')}<bdi>{text}</bdi></li>)}</ul>
    </div>
  );
}
