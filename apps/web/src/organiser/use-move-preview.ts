import type { MovePreview, ProposalView } from '@tsunagu/contracts';
import { useEffect, useRef } from 'react';
import { call } from '../live/call.js';
import { useBoard } from './board.js';

/** A preview is pushed once and kept nowhere: what a bad network has swallowed is asked for again. */
const ASK_AGAIN_MS = 3_000;
const MOST_ASKED = 4;

/** What moving this person would do, once the service has told it; nothing before, or where the draft has changed since. */
export function useMovePreview({ id: proposalId, version }: ProposalView, participantId: string | undefined): MovePreview | undefined {
  const { eventId, progress } = useBoard();
  const answers = (preview: MovePreview): boolean => preview.participantId === participantId && preview.proposalId === proposalId && preview.version === version;
  // Kept, since another organiser's preview may come after it.
  const kept = useRef<MovePreview>(undefined);
  if (progress && 'effects' in progress && answers(progress)) kept.current = progress;
  const preview = kept.current && answers(kept.current) ? kept.current : undefined;
  const isMissing = participantId !== undefined && !preview;
  useEffect(() => {
    if (!isMissing) return;
    let asked = 0;
    const ask = (): void => {
      if (++asked >= MOST_ASKED) clearInterval(again);
      // Only a help: without an answer people move as they always could.
      call('previewMoves', { params: { eventId, proposalId }, body: { participantId, version } }).catch(() => undefined);
    };
    const again = setInterval(ask, ASK_AGAIN_MS);
    ask();
    return () => clearInterval(again);
  }, [eventId, proposalId, version, participantId, isMissing]);
  return preview;
}
