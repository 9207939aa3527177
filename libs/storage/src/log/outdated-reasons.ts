import type { EntityManager } from 'typeorm';
import { streamId } from '@tsunagu/contracts';
import type { Entry } from './log.js';

/** Has it worked out anew why published teams belong together, where what they are told of that is not of who sits there now. Called wherever the console is told of its teams, so that no step can forget it. */
export async function orderReasons(manager: EntityManager, eventId: string): Promise<Entry[]> {
  const [outdated] = await manager.query('SELECT 1 FROM team WHERE event_id = $1 AND active AND changes <> explained LIMIT 1', [eventId]);
  return outdated ? [{ stream: streamId('console', eventId), type: 'reasons.asked', about: [], job: { name: 'explain-teams', data: { eventId } }, payload: () => ({}) }] : [];
}
