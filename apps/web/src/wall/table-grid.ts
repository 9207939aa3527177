import type { Area } from './use-area.js';

const GAP = 14;
/** A card is this much wider than high at most, so that a few teams do not become long strips. */
const WIDEST = 3.2;
/** Letters of the table's number against the height of its card, and against its width. */
const OF_HEIGHT = 0.3;
const OF_WIDTH = 0.13;
const LARGEST = 76;

/**
 * The columns in which this many cards fill an area with the largest letters, all of them in sight: from the back of the
 * room a card that is cut off is a team that does not know where to go.
 */
export function tableGrid(cards: number, { width, height }: Area): { columns: number; height: number; letter: number } {
  let best = { columns: 1, height: 0, letter: 0 };
  for (let columns = 1; columns <= cards; columns++) {
    const rows = Math.ceil(cards / columns);
    const cardWidth = (width - GAP * (columns - 1)) / columns;
    const cardHeight = Math.min((height - GAP * (rows - 1)) / rows, cardWidth);
    const letter = Math.min(LARGEST, cardHeight * OF_HEIGHT, cardWidth * OF_WIDTH);
    if (cardWidth <= cardHeight * WIDEST && letter > best.letter) best = { columns, height: Math.floor(cardHeight), letter: Math.floor(letter) };
  }
  // Nothing fits the shape in a very flat area: then as many columns as cards.
  return best.letter > 0 ? best : { columns: cards, height: Math.floor(height), letter: Math.floor(Math.min(LARGEST, height * OF_HEIGHT, (width / cards) * OF_WIDTH)) };
}
