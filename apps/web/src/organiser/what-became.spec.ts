import { expect, it } from '@jest/globals';
import type { ConsoleState } from '@tsunagu/contracts';
import { whatBecame } from './what-became.js';

const state = (proposal: { id: string; status: string } | null, proposals: { id: string; status: string }[] = []) => ({ proposal, proposals }) as unknown as ConsoleState;

it('a draft stays, is formed again, is put aside for another one, or is over', () => {
  expect([
    state({ id: 'a', status: 'draft' }), state({ id: 'a', status: 'forming' }),
    state({ id: 'b', status: 'forming' }, [{ id: 'a', status: 'aside' }]), state({ id: 'b', status: 'draft' }, [{ id: 'a', status: 'aside' }]),
    state(null), state({ id: 'b', status: 'draft' }, [{ id: 'b', status: 'draft' }]),
  ].map((one) => whatBecame('a', one))).toEqual([undefined, 'formedAgain', 'aside', 'aside', 'over', 'over']);
});
