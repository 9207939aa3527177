/** Numbers of the `count` highest positive values, in any order: a heap of that size, so that thousands need no sort. */
export function pickHighest(values: Float64Array, count: number): number[] {
  const heap: number[] = [];
  const sink = (): void => {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= heap.length) return;
      const child = left + 1 < heap.length && values[heap[left + 1]] < values[heap[left]] ? left + 1 : left;
      if (values[heap[child]] >= values[heap[at]]) return;
      [heap[at], heap[child]] = [heap[child], heap[at]];
      at = child;
    }
  };
  const rise = (): void => {
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (values[heap[parent]] <= values[heap[at]]) return;
      [heap[at], heap[parent]] = [heap[parent], heap[at]];
      at = parent;
    }
  };
  for (let number = 0; number < values.length; number += 1) {
    if (values[number] <= 0) continue;
    if (heap.length < count) {
      heap.push(number);
      rise();
    } else if (count > 0 && values[number] > values[heap[0]]) {
      heap[0] = number;
      sink();
    }
  }
  return heap;
}
