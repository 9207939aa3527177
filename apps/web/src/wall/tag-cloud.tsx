import type { RoomView } from '@tsunagu/contracts';
import cloudLayout from 'd3-cloud';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { CANVAS_FONT } from '../look/canvas-font.js';
import { nameOf } from '../look/name-of.js';
import { useTranslation } from '../look/translation.js';
import { useArea, type Area } from './use-area.js';
import { wordSizes } from './word-sizes.js';

type Tag = RoomView['cloud'][number];
/** A tag as it is written on this wall: two may read alike in English. */
interface Word extends Pick<Tag, 'kind' | 'count'> { tag: string; label: string }
interface Placed extends Word { x: number; y: number; size: number }

const MOST_WORDS = 60;
const SETTLE_MS = 600;

/** Places the words anew when they or the room on the wall change; the newest wins. */
function usePlaced(cloud: readonly Word[], area: Area | undefined): Placed[] {
  const [placed, setPlaced] = useState<Placed[]>([]);
  const shown = JSON.stringify(cloud.slice(0, MOST_WORDS));
  useEffect(() => {
    if (!area || area.width === 0) return;
    const tags = JSON.parse(shown) as Word[];
    const sizes = wordSizes(tags, area);
    let layout: { stop: () => void } | undefined;
    const timer = setTimeout(() => {
      layout = cloudLayout<cloudLayout.Word & Word>()
        .size([area.width, area.height]).words(tags.map((tag, place) => ({ ...tag, text: tag.label, size: sizes[place] })))
        .padding(7).rotate(0).font(CANVAS_FONT).fontWeight(700).fontSize((word) => word.size!)
        .on('end', (words) => setPlaced(words.map(({ tag, label, kind, count, x, y, size }) => ({ tag, label, kind, count, x: x!, y: y!, size: size! }))))
        .start();
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      layout?.stop();
    };
  }, [shown, area]);
  return placed;
}

/** Tags that at least two people have; the more people, the larger. Read aloud it is a list with counts. */
export function TagCloud({ cloud, empty, label }: { cloud: readonly Tag[]; empty: string; label: string }) {
  const { t, language } = useTranslation('look');
  const frame = useRef<HTMLDivElement>(null);
  const placed = usePlaced(cloud.map(({ kind, count, ...tag }) => ({ tag: tag.label, label: nameOf(tag, language), kind, count })), useArea(frame));
  return (
    <div ref={frame} className="cloud">
      {cloud.length === 0 && <p className="cloud-empty">{empty}</p>}
      <ul aria-label={label}>
        {placed.map(({ tag, label: word, kind, count, x, y, size }) => (
          <li key={`${kind}-${tag}`} className={`cloud-word cloud-${kind}`} style={{ '--x': `${x}px`, '--y': `${y}px`, fontSize: `${size}px` } as CSSProperties}><bdi>{word}</bdi><span className="unseen"> {t('people', { count })}</span></li>
        ))}
      </ul>
    </div>
  );
}
