import type { HttpName } from '@tsunagu/contracts';
import { useLasting } from '../live/use-lasting.js';
import { useOnline } from '../live/use-online.js';
import { usePhone } from './phone.js';

/** Does a change of this name still wait to be sent? Short waits on a line that is up are not spoken of. */
export function useUnsent(name: HttpName): boolean {
  const waits = usePhone().waiting.has(name);
  const online = useOnline();
  const lasting = useLasting(waits);
  return waits && (!online || lasting);
}
