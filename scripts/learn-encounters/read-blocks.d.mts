export interface Told { role: string; text: string }

export function readBlocks(text: string): { lacks: Told[]; gives: Told[] }[];
export function withoutStars(starred: string): { text: string; starts: number[] };
