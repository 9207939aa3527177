import { useDraggable } from '@dnd-kit/core';
import { memo, type PointerEventHandler } from 'react';
import { Icon } from '../look/icons.js';
import { TagList } from '../look/kind-tag.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';

const MOST_TAGS = 3;

function PersonName({ participantId }: { participantId: string }) {
  const { person } = useBoard();
  const known = person(participantId);
  return <p className="person-face-name"><bdi>{known?.nickname ?? '…'}</bdi>{known?.affiliation && <span className="small soft"> <bdi>{known.affiliation}</bdi></span>}</p>;
}

function PersonTags({ participantId }: { participantId: string }) {
  const { person } = useBoard();
  return <TagList tags={person(participantId)?.tags ?? []} most={MOST_TAGS} />;
}

/** Name, affiliation and first tags of somebody on the board. */
export function PersonFace({ participantId }: { participantId: string }) {
  return <div className="person-face"><PersonName participantId={participantId} /><PersonTags participantId={participantId} /></div>;
}

interface CardParts {
  participantId: string;
  pinned: boolean;
  /** why there is no seat */
  note: string;
  seated: boolean;
  /** sits in a locked team */
  fixed: boolean;
  onPin: (participantId: string, pinned: boolean) => void;
  onMenu: (participantId: string, button: HTMLElement) => void;
}

/** A card that can be dragged by its grip or its face, pinned, and moved by menu. */
export const PersonCard = memo(function PersonCard({ participantId, pinned, note, seated, fixed, onPin, onMenu }: CardParts) {
  const { t } = useTranslation('board');
  const { person } = useBoard();
  const name = person(participantId)?.nickname ?? '';
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({ id: participantId, disabled: fixed });
  const lift = listeners?.onPointerDown as PointerEventHandler | undefined;
  return (
    <article ref={setNodeRef} className={`person-card person-card-draft${isDragging ? ' person-card-away' : ''}${pinned ? ' person-card-pinned' : ''}`}>
      <button ref={setActivatorNodeRef} type="button" className="button button-plain button-round grip" {...listeners} {...attributes} disabled={fixed} aria-label={t('teams.grip', { name })}><Icon of="grip" size={20} /></button>
      <div className="person-card-body" onPointerDown={lift}><PersonName participantId={participantId} /></div>
      <div className="person-card-actions">
        {seated && <button type="button" className="button button-plain button-round" aria-pressed={pinned} aria-label={t('teams.pin', { name })} disabled={fixed} onClick={() => onPin(participantId, !pinned)}><Icon of="pin" size={20} /></button>}
        <button type="button" className="button button-plain move-button" aria-haspopup="menu" aria-label={`${t('teams.move')}（${name}）`} disabled={fixed} onClick={(event) => onMenu(participantId, event.currentTarget)}>{t('teams.move')}</button>
      </div>
      <div className="person-card-body person-card-tags" onPointerDown={lift}><PersonTags participantId={participantId} /></div>
      {note && <p className="small soft person-card-note">{note}</p>}
    </article>
  );
});
