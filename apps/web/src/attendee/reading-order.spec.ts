import { describe, expect, it } from '@jest/globals';
import type { StatementView } from '@tsunagu/contracts';
import { readingOrder } from './reading-order.js';

const statement = (id: string, ...evidence: [number, number][]): StatementView => ({ id, kind: 'skill', label: id, concept: id, role: null, score: 1, evidence, byHand: false, hidden: false });

describe('the order in which tags appear', () => {
  it('follows the words of the text; what was added by hand comes last', () => {
    const order = readingOrder([statement('hand'), statement('late', [40, 44]), statement('twice', [50, 52], [3, 5]), statement('mid', [10, 12])]);
    expect([...order.keys()]).toEqual(['twice', 'mid', 'late', 'hand']);
  });
});
