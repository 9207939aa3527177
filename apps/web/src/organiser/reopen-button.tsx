import type { EventSettings } from '@tsunagu/contracts';
import { useTranslation } from '../look/translation.js';
import { useBoard, type Board } from './board.js';

/** What can be done about an event that is over, as a key of the words. */
export const afterClosing = ({ erased }: EventSettings, may: Board['may']): 'reception.erased' | 'reception.reopenHelp' | 'reception.askReopen' =>
  (erased ? 'reception.erased' : may('organiser') ? 'reception.reopenHelp' : 'reception.askReopen');

/** Lets people into a closed event again, unless it is erased. */
export function ReopenButton() {
  const { t } = useTranslation('board');
  const { state: { event }, may, ask } = useBoard();
  if (event.erased || !may('organiser')) return null;
  return <div className="row"><button type="button" className="button" onClick={() => void ask('changeEvent', {}, { state: 'open', version: event.version })}>{t('settings.reopen')}</button></div>;
}
