import { useRef, useSyncExternalStore } from 'react';
import { idempotencyKey } from '../live/call.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { registerPerson, type PersonToRegister } from './register-people.js';
import { REHEARSAL_MARK, rehearsalPeople } from './rehearsal-people.js';
import { rehearsalOf } from './rehearsal-run.js';
import { useOnce } from './use-once.js';

/** Until an arrival has come back as a push. */
const TOLD_MS = 1_500;

/** Fills the event with fifty invented people who arrive over two minutes, and cleans up again. */
export function Rehearsal() {
  const { t } = useTranslation('board');
  const { eventId, state, ask } = useBoard();
  const { notifyError } = useNotices();
  const run = rehearsalOf(eventId);
  const arrived = useSyncExternalStore(run.subscribe, run.read);
  const invented = state.people.filter((person) => person.nickname.startsWith(REHEARSAL_MARK));
  const latest = useRef(invented);
  latest.current = invented;

  const letIn = async (person: PersonToRegister, signal: AbortSignal): Promise<void> => {
    const participantId = await registerPerson(state.event, person, idempotencyKey(), { signal });
    await ask('checkIn', {}, { participantIds: [participantId], here: true });
  };
  const [clean, cleaning] = useOnce(async () => {
    await run.stop();
    const removed = new Set<string>();
    const left = () => latest.current.filter(({ id }) => !removed.has(id));
    // Who came in while the button was pressed is told a moment later, and taken out as well.
    for (let people = left(); people.length > 0; people = left()) {
      for (const { id } of people) {
        removed.add(id);
        await ask('removePerson', { participantId: id }, undefined);
      }
      await new Promise((resolve) => { setTimeout(resolve, TOLD_MS); });
    }
  });
  return (
    <section className="card stack-tight" aria-labelledby="rehearsal">
      <h2 id="rehearsal">{t('rehearsal.title')}</h2>
      <p className="field-help">{t('rehearsal.lead', { mark: REHEARSAL_MARK })}</p>
      <p role="status" className={arrived === undefined ? 'unseen' : 'box'}>{arrived !== undefined && t('rehearsal.arriving', { count: arrived + 1 })}</p>
      <div className="row">
        <button type="button" className="button" disabled={arrived !== undefined || state.event.state === 'closed'} onClick={() => void run.start(rehearsalPeople(), letIn).catch(notifyError)}>{t('rehearsal.start')}</button>
        {invented.length > 0 && <button type="button" className="button button-bad" {...cleaning} onClick={clean}>{t('rehearsal.clean', { count: invented.length })}</button>}
      </div>
    </section>
  );
}
