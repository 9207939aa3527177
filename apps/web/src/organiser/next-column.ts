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
