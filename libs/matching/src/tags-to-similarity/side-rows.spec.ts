import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assembleSideRows } from '../../../../scripts/assemble-side-rows.mjs';
import type { PersonSides } from '../people.js';
import { SideRows } from './side-rows.js';

const anyNumber = fc.float({ min: -1, max: 1, noNaN: true });
const anySides = (width: number, aboutWidth: number): fc.Arbitrary<PersonSides> => {
  const vector = (length: number) => fc.array(anyNumber, { minLength: length, maxLength: length }).map((numbers) => Float32Array.from(numbers));
  return fc.record({ lacks: vector(width), gives: vector(width), about: vector(aboutWidth) });
};
const anyRoom = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
  .chain(([width, aboutWidth]) => fc.array(anySides(width, aboutWidth), { minLength: 1, maxLength: 12 }));

const product = (a: Float32Array, b: Float32Array): number => a.reduce((sum, number, at) => sum + number * b[at], 0);

function rowsOf(people: readonly PersonSides[]): SideRows {
  const rows = new SideRows();
  people.forEach((one, row) => rows.set(row, one));
  return rows;
}

describe('SideRows', () => {
  it('is half of what one lacks and the other gives, both ways, and what both are about, whatever the widths', () => {
    fc.assert(fc.property(anyRoom, (people) => {
      const rows = rowsOf(people);
      rows.meet(0, 0, people.length);
      people.forEach((other, row) => {
        const met = (product(people[0].lacks, other.gives) + product(people[0].gives, other.lacks)) / 2;
        expect(rows.found(row)).toBeCloseTo(met + product(people[0].about, other.about), 4);
      });
    }));
  });

  it('is one number to the last digit, whoever of the two meets the other, alone or in a walk', () => {
    fc.assert(fc.property(anyRoom, (people) => {
      const rows = rowsOf(people);
      rows.meet(0, 0, people.length);
      const walked = people.map((_, row) => rows.found(row));
      walked.forEach((found, row) => {
        rows.meet(0, row, 1);
        expect(rows.found(row)).toBe(found);
        rows.meet(row, 0, 1);
        expect(rows.found(0)).toBe(found);
      });
    }));
  });

  it('holds what it was given while it grows, and what it was given last', () => {
    const sidesOf = (number: number): PersonSides => ({ lacks: new Float32Array(256).fill(number), gives: new Float32Array(256).fill(number), about: new Float32Array(384).fill(number) });
    const rows = new SideRows();
    for (let row = 0; row < 200; row += 1) rows.set(row, sidesOf(row % 7));
    for (let row = 499; row >= 200; row -= 1) rows.set(row, sidesOf(row % 7));
    rows.set(1, sidesOf(0.5));
    rows.meet(1, 0, 500);
    for (const row of [0, 1, 6, 18, 19, 499]) expect(rows.found(row)).toBe(0.5 * (row === 1 ? 0.5 : row % 7) * (256 + 384));
  });

  it('is made of the text beside it', async () => {
    expect(await readFile(new URL('./side-rows.wasm.ts', import.meta.url), 'utf8')).toBe(await assembleSideRows());
  });
});
