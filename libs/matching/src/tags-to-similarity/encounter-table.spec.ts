import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonSides } from '../people.js';
import { EncounterTable } from './encounter-table.js';

const side = (angle: number, length = 1): Float32Array => Float32Array.of(length * Math.cos(angle), length * Math.sin(angle), 0);
const NOTHING = Float32Array.of(0, 0, 0);
const sides = (lacks: number, gives: number): PersonSides => ({ lacks: side(lacks), gives: side(gives), about: NOTHING });
/** Half of it what they lack and give, half of it what they are about. */
const halves = (lacks: number, gives: number, about: number): PersonSides => ({ lacks: side(lacks, Math.SQRT1_2), gives: side(gives, Math.SQRT1_2), about: side(about, Math.SQRT1_2) });

function tableOf(people: readonly PersonSides[]): EncounterTable {
  const table = new EncounterTable();
  people.forEach((one, place) => table.add(place, `p${place}`, one));
  table.refresh();
  return table;
}

const anyAngle = fc.double({ min: 0, max: 6.2, noNaN: true });
const anySides = fc.tuple(anyAngle, anyAngle, anyAngle).map((angles) => halves(...angles));

describe('EncounterTable', () => {
  it('is how far one lacks what the other gives, both ways, where few are there', () => {
    const table = tableOf([sides(0, 1), sides(1, 0), sides(0, 2)]);
    expect(table.closeness(0, 1)).toBeCloseTo(1);
    expect(table.closeness(0, 2)).toBeCloseTo((Math.cos(2) + Math.cos(1)) / 2);
    expect(table.closeness(0, 7)).toBeUndefined();
  });

  it('is, besides, how far both write about the same', () => {
    const table = tableOf([halves(0, 1, 2), halves(1, 0, 2), halves(1, 0, 2 + Math.PI / 2)]);
    expect(table.closeness(0, 1)).toBeCloseTo(1);
    expect(table.closeness(0, 2)).toBeCloseTo(0.5);
  });

  it('leaves out what the whole room has in common, and keeps what two have besides', () => {
    // All lack and give along the first axis; the last two meet along the second one as well.
    const meeting: PersonSides[] = [{ lacks: Float32Array.of(0.8, 0.6, 0), gives: Float32Array.of(1, 0, 0), about: NOTHING }, { lacks: Float32Array.of(1, 0, 0), gives: Float32Array.of(0.8, 0.6, 0), about: NOTHING }];
    const alone = tableOf([sides(0, 0), sides(0, 0), ...meeting]);
    const crowded = tableOf([...Array.from({ length: 20 }, () => sides(0, 0)), ...meeting]);
    expect(alone.closeness(0, 1)).toBe(1);
    expect(crowded.closeness(0, 1)).toBeLessThan(0.15);
    expect(crowded.closeness(20, 21)).toBeGreaterThan(2 * crowded.closeness(0, 1)!);
  });

  it('leaves out what the whole room writes about', () => {
    const alike = (count: number) => tableOf(Array.from({ length: count }, (_, at) => halves(at, at + Math.PI / 2, 1))).closeness(0, 1)!;
    expect(alike(3)).toBeCloseTo(0.5);
    expect(alike(20)).toBeLessThan(0.1);
    expect(alike(20)).toBeGreaterThan(0.02);
  });

  it('is in 0…1, the same for both, and the same whoever came first and whoever was there between', () => {
    fc.assert(fc.property(fc.array(anySides, { minLength: 2, maxLength: 45 }), fc.array(fc.nat(44), { maxLength: 10 }), (people, gone) => {
      const table = new EncounterTable();
      people.forEach((one, place) => table.add(place, `p${place}`, one));
      table.refresh();
      for (const place of gone) {
        if (!people[place]) continue;
        table.remove(place);
        table.refresh();
        table.add(place, `p${place}`, people[place]);
      }
      table.refresh();
      const anew = tableOf(people);
      for (let place = 1; place < people.length; place += 1) {
        const closeness = table.closeness(place, 0)!;
        expect(closeness).toBe(table.closeness(0, place));
        expect(closeness).toBe(anew.closeness(place, 0));
        expect(closeness).toBeGreaterThanOrEqual(0);
        expect(closeness).toBeLessThanOrEqual(1);
      }
    }));
  });

  it('tells of one with all others what it tells of each, and nothing of who is not there', () => {
    const table = tableOf([sides(0, 1), sides(1, 0), sides(0, 2), halves(1, 0, 2)]);
    table.remove(1);
    table.refresh();
    expect([...table.closenessWithAll(0, 6)].slice(1)).toEqual([0, table.closeness(0, 2), table.closeness(0, 3), 0, 0]);
    expect([...table.closenessWithAll(1, 4)]).toEqual([0, 0, 0, 0]);
  });

  it('in a full room who was not drawn moves nobody else', () => {
    const people = Array.from({ length: 200 }, (_, at) => sides(at / 7, at / 11));
    const table = tableOf(people);
    const before = table.closeness(0, 1);
    const still = people.map((_, at) => at).filter((at) => at > 1 && !table.movesRoom(`p${at}`));
    expect(still.length).toBeGreaterThan(160);
    for (const place of still) table.remove(place);
    table.refresh();
    expect(table.closeness(0, 1)).toBe(before);
    const drawn = people.findIndex((_, at) => at > 1 && table.movesRoom(`p${at}`));
    table.remove(drawn);
    table.refresh();
    expect(table.closeness(0, 1)).not.toBe(before);
  });
});
