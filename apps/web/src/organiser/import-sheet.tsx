import { useState } from 'react';
import { idempotencyKey } from '../live/call.js';
import { Tick } from '../look/field.js';
import { say } from '../look/language.js';
import { useErrorText } from '../look/notices.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { FileButton } from './file-button.js';
import { decodeTable, readCsv } from './read-csv.js';
import { registerPerson } from './register-person.js';
import { tableToPeople, type ImportedPerson, type ReadTable } from './table-to-people.js';

const AT_ONCE = 4;
type Keyed = ImportedPerson & { key: string };
interface Chosen { table: ReadTable; people: Keyed[] }

/** People from a list of connpass, Peatix, Google Forms or a spreadsheet. Nothing is taken while a row is wrong. */
export function ImportSheet({ onClose }: { onClose: () => void }) {
  const { t, language } = useTranslation(['board', 'look']);
  const { state } = useBoard();
  const { textsLeave } = state.event;
  const errorText = useErrorText();
  const [chosen, setChosen] = useState<Chosen>();
  const [consent, setConsent] = useState(false);
  const [done, setDone] = useState<number>();
  const [error, setError] = useState<string>();

  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return setChosen(undefined);
    const table = tableToPeople(readCsv(decodeTable(new Uint8Array(await file.arrayBuffer()))));
    setDone(undefined);
    setError(undefined);
    setChosen({ table, people: table.people.map((person) => ({ ...person, key: idempotencyKey() })) });
  };
  const room = state.event.capacity - state.people.length;
  const tooMany = chosen !== undefined && chosen.people.length > room;
  const ready = chosen !== undefined && chosen.people.length > 0 && chosen.table.bad.length === 0 && !tooMany && consent && (done === undefined || error !== undefined);
  const take = async (people: Keyed[]): Promise<void> => {
    setError(undefined);
    try {
      // After a failure the same keys go out again: those who are in already are not doubled.
      let finished = 0;
      setDone(finished);
      const waiting = people.values();
      const work = async (): Promise<void> => {
        for (const person of waiting) {
          await registerPerson(state.event, person, person.key);
          setDone(++finished);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    } catch (refused) {
      setError(errorText(refused));
    }
  };
  return (
    <Sheet title={t('import.title')} onClose={onClose} wide>
      <p className="field-help">{t('import.lead')}</p>
      <FileButton label={t('import.file')} none={t('import.noFile')} accept=".csv,text/csv" onFile={(file) => void choose(file)} />
      {chosen && <Found table={chosen.table} />}
      {chosen && chosen.table.bad.length > 0 && (
        <div className="box box-bad stack-tight" role="alert">
          <p><strong>{t('import.bad', { count: chosen.table.bad.length })}</strong></p>
          <ul className="small import-bad">{chosen.table.bad.map(({ line, problems }) => <li key={line}>{t('import.line', { line })}{t('look:colon')}{problems.map((problem) => problemInWords(t(`import.field.${problem.field as 'nickname'}`), say(problem, language), t('look:colon'))).join(' ')}</li>)}</ul>
        </div>
      )}
      {tooMany && <p className="box box-bad" role="alert">{t('import.tooMany', { room })}</p>}
      {chosen && chosen.people.length > 0 && <Tick checked={consent} onTick={setConsent}>{t('import.consent')}{textsLeave?.on && <> / {t('import.leaves', { host: textsLeave.host })}</>}</Tick>}
      {done !== undefined && <p role="status" className={done === chosen?.people.length ? 'box box-good' : 'box'}>{done === chosen?.people.length ? t('import.done', { count: done }) : t('import.working', { done, count: chosen?.people.length ?? 0 })}</p>}
      {error && <p className="box box-bad" role="alert">{error} {t('import.again')}</p>}
      <div className="sheet-actions"><button type="button" className="button button-main" disabled={!ready} onClick={() => void take(chosen!.people)}>{t('import.submit', { count: chosen?.people.length ?? 0 })}</button><button type="button" className="button" onClick={onClose}>{t('look:close')}</button></div>
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
      <dl className="import-columns small">{(['nickname', 'affiliation', 'introduction'] as const).map((field) => <div key={field}><dt className="soft">{t(`import.field.${field}`)}</dt><dd>{columns[field].length > 0 ? t('import.column', { names: columns[field].join(t('look:comma')) }) : t('import.noColumn')}</dd></div>)}</dl>
    </div>
  );
}
