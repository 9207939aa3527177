export function oneAtATime<Result>(work: () => Promise<Result>, options?: { folder?: string; staleMs?: number; tellAfterMs?: number; say?: (line: string) => void }): Promise<Result>;
