import type { ProposalView } from '@tsunagu/contracts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useBoard } from './board.js';
import { moveLocally } from './change-locally.js';

export interface DraftBoard {
  /** the draft to draw: frozen while something is dragged, with a move on its way applied */
  shown: ProposalView;
  move: (participantId: string, toTeamId: string | null) => Promise<boolean>;
  pin: (participantId: string, pinned: boolean) => void;
  lock: (teamId: string, locked: boolean) => void;
  rename: (teamId: string, name: string) => void;
  /** while true, changes by others wait, so that no card jumps under the pointer */
  hold: (holding: boolean) => void;
}

/** A draft that is edited here while others may edit it too. */
export function useDraftBoard(proposal: ProposalView): DraftBoard {
  const { ask } = useBoard();
  const [held, setHeld] = useState<ProposalView>();
  const [moving, setMoving] = useState<{ participantId: string; toTeamId: string | null; from: number }>();
  const { id: proposalId, version } = proposal;

  useEffect(() => { if (moving && version > moving.from) setMoving(undefined); }, [moving, version]);
  const base = held ?? proposal;
  const shown = useMemo(() => (moving ? moveLocally(base, moving.participantId, moving.toTeamId) : base), [base, moving]);

  const move = useCallback(async (participantId: string, toTeamId: string | null) => {
    setMoving({ participantId, toTeamId, from: version });
    const answer = await ask('movePerson', { proposalId }, { participantId, toTeamId, version });
    if (answer === undefined) setMoving(undefined);
    return answer !== undefined;
  }, [ask, proposalId, version]);
  const pin = useCallback((participantId: string, pinned: boolean) => void ask('pinPerson', { proposalId }, { participantId, pinned, version }), [ask, proposalId, version]);
  const lock = useCallback((teamId: string, locked: boolean) => void ask('lockTeam', { proposalId }, { teamId, locked, version }), [ask, proposalId, version]);
  const rename = useCallback((teamId: string, name: string) => void ask('renameTeam', { proposalId }, { teamId, name, version }), [ask, proposalId, version]);
  const hold = useCallback((holding: boolean) => setHeld(holding ? proposal : undefined), [proposal]);
  return { shown, move, pin, lock, rename, hold };
}
