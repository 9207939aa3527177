// Rooms of people with a facilitator's grades, and how near a list of candidates comes to these.
import { readdirSync, readFileSync } from 'node:fs';

/** Events of a folder (a URL) whose names match, with their grades. */
export function readRooms(folder, names) {
  const read = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  return readdirSync(folder).filter((name) => names.test(name)).sort().map((name) => ({ name, file: read(name), grades: read(name.replace('.json', '.grades.json')) }));
}

const gain = (grades) => grades.reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);

/** nDCG@3, the mean over people; in 0…1. */
export function likeTheFacilitator(lists, grades) {
  return mean(Object.entries(grades).flatMap(([id, of]) => {
    const ideal = gain(Object.values(of).sort((a, b) => b - a).slice(0, 3));
    return ideal > 0 ? [gain((lists.get(id) ?? []).slice(0, 3).map((other) => of[other.id] ?? 0)) / ideal] : [];
  }));
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
