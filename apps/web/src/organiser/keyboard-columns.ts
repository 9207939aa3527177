import { KeyboardCode, type KeyboardCoordinateGetter } from '@dnd-kit/core';

interface Box { id: string; left: number; top: number; width: number; height: number }

/** The column after (or before) the one that holds the point, in reading order; undefined at the ends. */
export function nextColumn(columns: readonly Box[], point: { x: number; y: number }, step: 1 | -1): Box | undefined {
  const ordered = [...columns].sort((a, b) => a.top - b.top || a.left - b.left);
  const distance = (box: Box): number => Math.hypot(box.left + box.width / 2 - point.x, box.top + box.height / 2 - point.y);
  const holds = (box: Box): boolean => point.x >= box.left && point.x <= box.left + box.width && point.y >= box.top && point.y <= box.top + box.height;
  const here = ordered.findIndex(holds);
  const from = here >= 0 ? here : ordered.indexOf([...ordered].sort((a, b) => distance(a) - distance(b))[0]!);
  return ordered[from + step];
}

const STEPS: Partial<Record<string, 1 | -1>> = { [KeyboardCode.Right]: 1, [KeyboardCode.Down]: 1, [KeyboardCode.Left]: -1, [KeyboardCode.Up]: -1 };

/** Arrow keys carry a grabbed card from column to column. */
export const columnByArrow: KeyboardCoordinateGetter = (event, { currentCoordinates, context: { droppableRects, collisionRect } }) => {
  const step = STEPS[event.code];
  if (!step || !collisionRect) return undefined;
  event.preventDefault();
  const columns = [...droppableRects].map(([id, rect]) => ({ id: String(id), left: rect.left, top: rect.top, width: rect.width, height: rect.height }));
  const center = { x: collisionRect.left + collisionRect.width / 2, y: collisionRect.top + collisionRect.height / 2 };
  const target = nextColumn(columns, center, step);
  if (!target) return undefined;
  return {
    x: currentCoordinates.x + target.left + target.width / 2 - center.x,
    y: currentCoordinates.y + target.top + Math.min(target.height / 2, 60) - center.y,
  };
};
