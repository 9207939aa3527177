import type { HttpBody, ProposalView } from '@tsunagu/contracts';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { cameLater } from './came-later.js';
import { moveLocally, swapLocally } from './change-locally.js';

export interface DraftBoard {
  /** the draft to draw: frozen while something is dragged, with moves on their way applied */
  shown: ProposalView;
  /** the draft as told, frozen while something is dragged: what stands above the cards must not push them away */
  told: ProposalView;
  /** how many have come since it was made, frozen likewise */
  later: number;
  /** a move of one's own is on its way */
  isMoving: boolean;
  move: (participantId: string, toTeamId: string | null) => Promise<boolean>;
  /** lets two people change places, as one step */
  swap: (participantId: string, withId: string) => Promise<boolean>;
  pin: (participantId: string, pinned: boolean) => void;
  lock: (teamId: string, locked: boolean) => void;
  rename: (teamId: string, name: string) => Promise<boolean>;
  undo: () => void;
  redo: () => void;
  /** what the last change of one's own was, for who does not see the cards */
  said: string;
  say: (words: string) => void;
  /** forms the rest again */
  again: () => void;
  /** while true, changes by others wait, so that no card jumps under the pointer */
  hold: (holding: boolean) => void;
}

type Told = { proposal: ProposalView; later: number };
type EditName = 'movePerson' | 'swapPeople' | 'pinPerson' | 'lockTeam' | 'renameTeam' | 'undo' | 'redo' | 'formAgain';
/** What a move does to the draft. `seen`: the version that holds it; Infinity until it is known. */
interface Move { to: (plan: ProposalView) => ProposalView; seen: number }

/**
 * Edits go out one after the other, each made to what the one before has left: who is quicker than the network is no
 * conflict with themself. Resolves with the new version, or undefined where the service refused.
 */
function useEdits({ id: proposalId, version }: ProposalView) {
  const { ask } = useBoard();
  const latest = useRef(version);
  latest.current = Math.max(latest.current, version);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(<N extends EditName>(name: N, change: Omit<HttpBody<N>, 'version'>): Promise<number | undefined> => {
    const made = line.current.then(async () => {
      const answer = await ask(name, { proposalId } as never, { ...change, version: latest.current } as unknown as HttpBody<N>);
      if (answer) latest.current = Math.max(latest.current, answer.version);
      return answer?.version;
    });
    line.current = made;
    return made;
  }, [ask, proposalId]);
}

/** A draft that is edited here while others may edit it too. */
export function useDraftBoard(proposal: ProposalView): DraftBoard {
  const edit = useEdits(proposal);
  const { state: { people, unplaced } } = useBoard();
  const now: Told = { proposal, later: cameLater(proposal, people, unplaced).length };
  const [held, setHeld] = useState<Told>();
  const [moves, setMoves] = useState<Move[]>([]);
  const { proposal: base, later } = held ?? now;
  const drawn = useRef(base.version);
  drawn.current = base.version;
  const shown = useMemo(() => moves.filter(({ seen }) => seen > base.version).reduce((plan, { to }) => to(plan), base), [base, moves]);

  const isMoving = moves.some(({ seen }) => seen > base.version);

  /** Shows at once what a change will do, until the draft holds it or it was refused. */
  const show = useCallback(async (to: Move['to'], change: Promise<number | undefined>) => {
    const own: Move = { to, seen: Infinity };
    setMoves((old) => [...old.filter(({ seen }) => seen > drawn.current), own]);
    const seen = await change;
    setMoves((old) => old.flatMap((one) => (one !== own ? [one] : seen === undefined ? [] : [{ ...own, seen }])));
    return seen !== undefined;
  }, []);
  const move = useCallback((participantId: string, toTeamId: string | null) => show((plan) => moveLocally(plan, participantId, toTeamId), edit('movePerson', { participantId, toTeamId })), [show, edit]);
  const swap = useCallback((participantId: string, withId: string) => show((plan) => swapLocally(plan, participantId, withId), edit('swapPeople', { participantId, withId })), [show, edit]);
  const pin = useCallback((participantId: string, pinned: boolean) => void edit('pinPerson', { participantId, pinned }), [edit]);
  const lock = useCallback((teamId: string, locked: boolean) => void edit('lockTeam', { teamId, locked }), [edit]);
  const rename = useCallback(async (teamId: string, name: string) => await edit('renameTeam', { teamId, name }) !== undefined, [edit]);
  const { t } = useTranslation('board');
  const [said, say] = useState('');
  // what was said of a move that is taken back is true no longer
  const step = useCallback((which: 'undo' | 'redo') => void edit(which, {}).then((done) => { if (done !== undefined) say(t(which === 'undo' ? 'teams.undone' : 'teams.redone')); }), [edit, t]);
  const undo = useCallback(() => step('undo'), [step]);
  const redo = useCallback(() => step('redo'), [step]);
  const again = useCallback(() => void edit('formAgain', {}), [edit]);
  const newest = useRef(now);
  newest.current = now;
  const hold = useCallback((holding: boolean) => setHeld(holding ? newest.current : undefined), []);
  return { shown, told: base, later, isMoving, move, swap, pin, lock, rename, said, say, undo, redo, again, hold };
}
