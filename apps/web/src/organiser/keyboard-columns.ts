import { KeyboardCode, type KeyboardCoordinateGetter } from '@dnd-kit/core';
import { nextColumn } from './next-column.js';

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
