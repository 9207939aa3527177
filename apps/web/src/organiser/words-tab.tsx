import { readTable, type BadTable } from '@tsunagu/contracts';
import { useState } from 'react';
import { TextField } from '../look/field.js';
import { say } from '../look/language.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useTextProblem } from '../look/use-text-problem.js';
import { BadLines } from './bad-lines.js';
import { useBoard } from './board.js';
import { FileButton, TABLE_FILES } from './file-button.js';
import { ProposedWords } from './proposed-words-panel.js';
import { splitSpellings, tableToWords, type LineFault, type NewWord, type ReadWords } from './table-to-words.js';
import { useOnce } from './use-once.js';
import { KindChoice, WordLine } from './word-line.js';

/** Words of one request stay under the limit of its size. */
const AT_ONCE = 100;
/** A semicolon stands between spellings. */
const BETWEEN_COLUMNS = [',', '\t'] as const;

/** The event's own vocabulary: what waits for approval, what is in use, and how to add to it. */
export function WordsTab() {
  const { t } = useTranslation('room');
  const { state: { words }, may, ask } = useBoard();
  const { notify } = useNotices();
  const add = async (added: (NewWord & { refused?: boolean })[]): Promise<boolean> => {
    for (let from = 0; from < added.length; from += AT_ONCE) {
      if (await ask('addWords', {}, { words: added.slice(from, from + AT_ONCE) }) === undefined) return false;
    }
    notify({ text: added.every(({ refused }) => refused) ? t('words.refused') : t('words.added', { count: new Set(added.map(({ label }) => label)).size }) });
    return true;
  };
  return (
    <div className="two-columns">
      <div className="stack">
        <ProposedWords onApprove={(word) => void add([word])} onRefuse={(label) => void add([{ label, spellings: [], kind: null, refused: true }])} />
        <section className="card stack-tight" aria-labelledby="words-used">
          <h2 id="words-used">{t('words.used')}</h2>
          <p className="field-help">{t(words.length > 0 ? 'words.usedHelp' : 'words.none')}</p>
          <ul className="stack-tight">{words.map((word) => <WordLine key={word.id} word={word} />)}</ul>
        </section>
      </div>
      {may('organiser') && <div className="stack"><AddWord onAdd={(word) => add([word])} /><AddFile onAdd={add} /></div>}
    </div>
  );
}

function AddWord({ onAdd }: { onAdd: (word: NewWord) => Promise<boolean> }) {
  const { t } = useTranslation(['room', 'look']);
  const [label, setLabel] = useState('');
  const [spellings, setSpellings] = useState('');
  const [kind, setKind] = useState<NewWord['kind']>(null);
  const [add, adding] = useOnce(async () => {
    if (!label.trim() || !await onAdd({ label: label.trim(), spellings: splitSpellings(spellings), kind })) return;
    // the next one may be there by now
    setLabel((now) => (now === label ? '' : now));
    setSpellings((now) => (now === spellings ? '' : now));
  });
  return (
    <form className="card stack" onSubmit={(event) => { event.preventDefault(); add(); }} aria-labelledby="words-add" noValidate>
      <h2 id="words-add">{t('words.add')}</h2>
      <TextField label={t('words.label')} value={label} onText={setLabel} autoComplete="off" />
      <TextField label={t('words.spellings')} help={t('words.spellingsHelp')} optional value={spellings} onText={setSpellings} autoComplete="off" />
      <KindChoice kind={kind} onChoose={setKind} />
      <div className="row"><button type="submit" className="button button-main" disabled={!label.trim()} {...adding}>{t('words.addDo')}</button></div>
      <p className="field-help">{t('words.readAgain')}</p>
    </form>
  );
}

function AddFile({ onAdd }: { onAdd: (words: NewWord[]) => Promise<boolean> }) {
  const { t, language } = useTranslation(['room', 'board', 'look']);
  const [bad, setBad] = useState<ReadWords['bad']>([]);
  const [badFile, setBadFile] = useState<BadTable>();
  const textProblem = useTextProblem();
  const choose = async (file: File | undefined): Promise<void> => {
    setBad([]);
    setBadFile(undefined);
    if (!file) return;
    const table = readTable(new Uint8Array(await file.arrayBuffer()), BETWEEN_COLUMNS);
    if ('bad' in table) return setBadFile(table.bad);
    const read = tableToWords(table.rows);
    setBad(read.bad);
    if (read.bad.length === 0 && read.words.length > 0) await onAdd(read.words);
  };
  const reasonOf = (fault: LineFault): string => {
    if (fault.why === 'text') return t('words.fileText', { given: fault.given, problem: textProblem(fault.problem) ?? '' });
    if (fault.why === 'kind') return t('words.fileKind', { given: fault.given });
    return fault.why === 'empty' ? t('words.fileEmpty') : t('words.fileSpellings', { limit: fault.limit });
  };
  return (
    <section className="card stack-tight" aria-labelledby="words-file">
      <h2 id="words-file">{t('words.file')}</h2>
      <p className="field-help">{t('words.fileHelp')}</p>
      <FileButton label={t('words.fileChoose')} none="" accept={TABLE_FILES} onFile={(file) => void choose(file)} />
      {badFile && <p className="box box-bad" role="alert">{t('board:import.line', { line: badFile.line })}{t('look:colon')}{say(badFile, language)}</p>}
      <BadLines title={t('words.fileBad', { count: bad.length })} lines={bad.map(({ row, fault }) => ({ row, text: reasonOf(fault) }))} />
    </section>
  );
}
