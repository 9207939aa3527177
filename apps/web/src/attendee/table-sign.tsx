import { useTranslation } from '../look/translation.js';

/** Where the team meets; a bare number is a table's. */
export function TableSign({ table }: { table: string }) {
  const { t } = useTranslation('phone');
  return table ? <p className="team-table">{t(/^\d+$/.test(table) ? 'team.tableNumber' : 'team.table', { table })}</p> : null;
}
