import { DndContext, DragOverlay, KeyboardSensor, PointerSensor, pointerWithin, rectIntersection, useSensor, useSensors, type Announcements, type CollisionDetection, type DragEndEvent, type UniqueIdentifier } from '@dnd-kit/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { placesToSwap, teamOf } from './change-locally.js';
import { DraftColumn, OUTSIDE, OutsideColumn } from './draft-column.js';
import { effectInWords } from './effect-in-words.js';
import { columnByArrow } from './keyboard-columns.js';
import { effectOn } from './move-effect.js';
import { MoveMenu } from './move-menu.js';
import { PersonFace } from './person-card.js';
import { SwapSheet } from './swap-sheet.js';
import type { DraftBoard } from './use-draft-board.js';
import { useMovePreview } from './use-move-preview.js';

const underPointer: CollisionDetection = (parts) => {
  const under = pointerWithin(parts);
  // the place for people without a seat lies over the columns
  const outside = under.find(({ id }) => id === OUTSIDE);
  return outside ? [outside] : under.length > 0 ? under : rectIntersection(parts);
};

/** The teams as columns. A card moves by pointer, by keyboard, or by its menu: three ways to the same change, each announced. */
export function DraftColumns({ board, readOnly }: { board: DraftBoard; readOnly: boolean }) {
  const { t } = useTranslation('board');
  const { person } = useBoard();
  const { shown, move, swap, said, say, hold } = board;
  const [dragged, setDragged] = useState<string>();
  const [menu, setMenu] = useState<{ participantId: string; button: HTMLElement }>();
  const [swapping, setSwapping] = useState<string>();
  const preview = useMovePreview(shown, dragged ?? menu?.participantId);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }), useSensor(KeyboardSensor, { coordinateGetter: columnByArrow }));

  // Read when something is said, so that a changed person does not redraw the whole board.
  const known = useRef(person);
  known.current = person;
  const nameOf = useCallback((id: UniqueIdentifier) => known.current(String(id))?.nickname ?? '', []);
  const columnName = useCallback((id: UniqueIdentifier | undefined) => {
    const team = shown.teams.find((one) => one.id === id);
    return team ? t('teams.team', { number: team.number }) : t('teams.unplaced');
  }, [shown, t]);
  const moveTo = useCallback(async (participantId: string, toTeamId: string | null) => {
    if ((teamOf(shown, participantId)?.id ?? null) === toTeamId) return;
    if (await move(participantId, toTeamId)) say(t('teams.moved', { name: nameOf(participantId), to: columnName(toTeamId ?? OUTSIDE) }));
  }, [shown, move, say, nameOf, columnName, t]);

  const swapWith = useCallback(async (participantId: string, withId: string) => {
    if (await swap(participantId, withId)) say(t('teams.swapped', { name: nameOf(participantId), other: nameOf(withId) }));
  }, [swap, say, nameOf, t]);

  // Read when something is said: announcements that changed in mid-drag would miss what happens meanwhile.
  const foreseen = useRef(preview);
  foreseen.current = preview;

  // A card that is lifted is at once over its own column: saying so would cut off how to carry it.
  const justLifted = useRef(false);
  const announcements = useMemo<Announcements>(() => ({
    onDragStart: ({ active }) => {
      justLifted.current = true;
      return t('teams.dragStart', { name: nameOf(active.id) });
    },
    onDragOver: ({ active, over }) => {
      const first = justLifted.current;
      justLifted.current = false;
      if (first && over?.id === (teamOf(shown, String(active.id))?.id ?? OUTSIDE)) return undefined;
      if (!over) return t('teams.dragOverNothing');
      const effect = effectOn(shown, foreseen.current, over.id === OUTSIDE ? null : String(over.id));
      return [t('teams.dragOver', { to: columnName(over.id) }), effect && effectInWords(effect, t)].filter(Boolean).join(' ');
    },
    onDragEnd: ({ active, over }) => (over ? t('teams.dragEnd', { name: nameOf(active.id), to: columnName(over.id) }) : t('teams.dragCancel', { name: nameOf(active.id) })),
    onDragCancel: ({ active }) => t('teams.dragCancel', { name: nameOf(active.id) }),
  }), [shown, t, nameOf, columnName]);

  // A moved card is drawn anew in its column: the focus goes with it, to where it was on the card.
  const focusNext = useRef<string>(undefined);
  useEffect(() => {
    if (focusNext.current) document.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = undefined;
  }, [shown]);

  const end = ({ active, over, activatorEvent }: DragEndEvent): void => {
    setDragged(undefined);
    hold(false);
    if (activatorEvent instanceof KeyboardEvent) focusNext.current = `[data-grip="${active.id}"]`;
    if (over) void moveTo(String(active.id), over.id === OUTSIDE ? null : String(over.id));
  };
  const focusMenuOf = (participantId: string): void => { focusNext.current = `[data-move="${participantId}"]`; };
  const openMenu = useCallback((participantId: string, button: HTMLElement) => setMenu({ participantId, button }), []);
  const anchor = useRef<HTMLElement | null>(null);
  anchor.current = menu?.button ?? null;
  return (
    <DndContext
      sensors={sensors} collisionDetection={underPointer} accessibility={{ announcements, screenReaderInstructions: { draggable: t('teams.dragHelp') } }}
      onDragStart={({ active }) => { setDragged(String(active.id)); hold(true); }}
      onDragCancel={() => { setDragged(undefined); hold(false); }} onDragEnd={end}
    >
      <div className="columns">
        {shown.teams.map((team) => <DraftColumn key={team.id} team={team} effect={dragged && !team.locked && teamOf(shown, dragged) !== team ? effectOn(shown, preview, team.id) : undefined} readOnly={readOnly} onPin={board.pin} onMenu={openMenu} onLock={board.lock} onRename={board.rename} />)}
        <OutsideColumn unplaced={shown.unplaced} everybody={board.later === 0} effect={dragged && teamOf(shown, dragged) ? effectOn(shown, preview, null) : undefined} readOnly={readOnly} onPin={board.pin} onMenu={openMenu} />
      </div>
      <p role="status" className="unseen">{said}</p>
      <DragOverlay dropAnimation={null}>{dragged && <div className="person-card person-card-lifted"><PersonFace person={person(dragged)} /></div>}</DragOverlay>
      {menu && <MoveMenu proposal={shown} preview={preview} participantId={menu.participantId} anchor={anchor} onMove={(to) => { setMenu(undefined); focusMenuOf(menu.participantId); void moveTo(menu.participantId, to); }} onSwap={() => { setMenu(undefined); setSwapping(menu.participantId); }} onClose={() => setMenu(undefined)} />}
      {swapping && (
        <SwapSheet
          participantId={swapping} groups={placesToSwap(shown, swapping).map(({ team, ids }) => ({ label: columnName(team?.id), ids }))}
          onSwap={(withId) => { setSwapping(undefined); focusMenuOf(swapping); void swapWith(swapping, withId); }} onClose={() => setSwapping(undefined)}
        />
      )}
    </DndContext>
  );
}
