import type { MovePreview, ProposalView } from '@tsunagu/contracts';
import { useEffect, useRef } from 'react';
import { call } from '../live/call.js';
import { useBoard } from './board.js';

/** What moving this person would do, once the service has told it; nothing before, or where the draft has changed since. */
export function useMovePreview({ id: proposalId, version }: ProposalView, participantId: string | undefined): MovePreview | undefined {
  const { eventId, progress } = useBoard();
  useEffect(() => {
    // Only a help: without an answer people move as they always could.
    if (participantId) call('previewMoves', { params: { eventId, proposalId }, body: { participantId, version } }).catch(() => undefined);
  }, [eventId, proposalId, version, participantId]);
  const answers = (preview: MovePreview): boolean => preview.participantId === participantId && preview.proposalId === proposalId && preview.version === version;
  // Kept, since another organiser's preview may come after it.
  const kept = useRef<MovePreview>(undefined);
  if (progress && 'effects' in progress && answers(progress)) kept.current = progress;
  return kept.current && answers(kept.current) ? kept.current : undefined;
}
