import { useTranslation } from '../look/translation.js';

/** So many are looked at before a file is corrected. */
const MOST = 50;

/** What is wrong with a file, row by row; said is how many rows, not each of them. */
export function BadLines({ title, lines }: { title: string; lines: readonly { row: number; text: string }[] }) {
  const { t } = useTranslation(['board', 'look']);
  if (lines.length === 0) return null;
  return (
    <div className="box box-bad stack-tight">
      <p role="alert"><strong>{title}</strong></p>
      <ul className="small import-bad">{lines.slice(0, MOST).map(({ row, text }) => <li key={row}>{t('import.row', { row })}{t('look:colon')}{text}</li>)}</ul>
      {lines.length > MOST && <p className="small">{t('import.moreLines', { count: lines.length - MOST })}</p>}
    </div>
  );
}
