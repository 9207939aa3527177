import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';

/** Lets people into a closed event again. */
export function ReopenButton() {
  const { t } = useTranslation('board');
  const { state: { event }, ask } = useBoard();
  return <button type="button" className="button" onClick={() => void ask('changeEvent', {}, { state: 'open', version: event.version })}>{t('settings.reopen')}</button>;
}
