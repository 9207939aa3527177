import type { Kind, StatementView } from '@tsunagu/contracts';

export interface Piece { text: string; kind: Kind | null; ids: string[] }

/**
 * Cuts an introduction where evidence begins and ends. Each piece names the statements it is evidence of; where several
 * overlap, the first (best) one gives the kind. Spans outside the text, of an older revision say, are ignored.
 */
export function markEvidence(text: string, statements: readonly StatementView[]): Piece[] {
  const spans = statements.flatMap(({ id, kind, evidence }) => evidence.filter(([start, end]) => start >= 0 && start < end && end <= text.length).map(([start, end]) => ({ id, kind, start, end })));
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, place) => {
    const start = cuts[place]!;
    const covering = spans.filter((span) => span.start <= start && span.end >= end);
    return { text: text.slice(start, end), kind: covering[0]?.kind ?? null, ids: [...new Set(covering.map((span) => span.id))] };
  });
}

/** The words a statement comes from, as one line. */
export const quoteEvidence = (text: string, { evidence }: StatementView): string =>
  evidence.filter(([start, end]) => start >= 0 && end <= text.length).map(([start, end]) => text.slice(start, end)).join(' … ');
