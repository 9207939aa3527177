import { useMemo, useState } from 'react';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { PersonSelect } from './person-select.js';

/** People of one team, or of none, whom somebody can change places with. */
interface SwapGroup { label: string; ids: readonly string[] }

/** Asks with whom somebody changes places, by team. */
export function SwapSheet({ participantId, groups, onSwap, onClose }: { participantId: string; groups: readonly SwapGroup[]; onSwap: (withId: string) => void; onClose: () => void }) {
  const { t } = useTranslation(['board', 'look']);
  const { person } = useBoard();
  const [chosen, setChosen] = useState('');
  const known = useMemo(() => groups.map(({ label, ids }) => ({ label, people: ids.map(person).filter((one) => one !== undefined) })), [groups, person]);
  return (
    <Sheet title={t('teams.swapOf', { name: person(participantId)?.nickname ?? '' })} onClose={onClose}>
      <p>{t('teams.swapHelp')}</p>
      <PersonSelect label={t('teams.swapWith')} groups={known} chosen={chosen} onChoose={setChosen} />
      <div className="sheet-actions"><button type="button" className="button button-main" disabled={!chosen} onClick={() => onSwap(chosen)}>{t('teams.swapDo')}</button><button type="button" className="button" onClick={onClose}>{t('look:cancel')}</button></div>
    </Sheet>
  );
}
