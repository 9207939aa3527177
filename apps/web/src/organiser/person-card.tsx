import type { PersonView } from '@tsunagu/contracts';
import { useDraggable } from '@dnd-kit/core';
import { memo, type PointerEventHandler } from 'react';
import { BoardIcon } from './board-icon.js';
import { TagList } from '../look/kind-tag.js';
import { useTranslation } from '../look/translation.js';

const MOST_TAGS = 3;

const PersonName = memo(function PersonName({ name }: { name: string | undefined }) {
  return <p className="person-face-name"><bdi>{name ?? '…'}</bdi></p>;
});

const PersonAbout = memo(function PersonAbout({ affiliation, tags }: { affiliation: string | null | undefined; tags: PersonView['tags'] | undefined }) {
  return <>{affiliation && <p className="small soft person-face-from"><bdi>{affiliation}</bdi></p>}<TagList tags={tags ?? []} most={MOST_TAGS} /></>;
});

/** Name, affiliation and first tags of somebody on the board. */
export function PersonFace({ person }: { person: PersonView | undefined }) {
  return <div className="person-face"><PersonName name={person?.nickname} /><PersonAbout affiliation={person?.affiliation} tags={person?.tags} /></div>;
}

interface ActionParts {
  participantId: string;
  name: string;
  pinned: boolean;
  seated: boolean;
  /** sits in a locked team, or is on a board that is only looked at */
  fixed: boolean;
  onPin: (participantId: string, pinned: boolean) => void;
  onMenu: (participantId: string, button: HTMLElement) => void;
}

const CardActions = memo(function CardActions({ participantId, name, pinned, seated, fixed, onPin, onMenu }: ActionParts) {
  const { t } = useTranslation(['board', 'look']);
  return (
    <div className="person-card-actions">
      {seated && <button type="button" className="button button-plain button-round" aria-pressed={pinned} aria-label={t('teams.pin', { name })} disabled={fixed} onClick={() => onPin(participantId, !pinned)}><BoardIcon of="pin" size={20} /></button>}
      <button type="button" className="button button-plain move-button" data-move={participantId} aria-haspopup="menu" aria-label={t('look:named', { what: t('teams.move'), name })} disabled={fixed} onClick={(event) => onMenu(participantId, event.currentTarget)}>{t('teams.move')}</button>
    </div>
  );
});

/** A card that can be dragged by its grip or its face, pinned, and moved by menu. `note` says why there is no seat. */
export const PersonCard = memo(function PersonCard({ person, note, ...parts }: Omit<ActionParts, 'name'> & { person: PersonView | undefined; note: string }) {
  const { t } = useTranslation('board');
  const { participantId, pinned, fixed } = parts;
  const name = person?.nickname ?? '';
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({ id: participantId, disabled: fixed, attributes: { roleDescription: t('teams.gripRole') } });
  const lift = listeners?.onPointerDown as PointerEventHandler | undefined;
  return (
    <article ref={setNodeRef} className={`person-card person-card-draft${isDragging ? ' person-card-away' : ''}${pinned ? ' person-card-pinned' : ''}`}>
      <button ref={setActivatorNodeRef} type="button" className="button button-plain button-round grip" data-grip={participantId} {...listeners} {...attributes} disabled={fixed} aria-label={t('teams.grip', { name })}><BoardIcon of="grip" size={20} /></button>
      <div className="person-card-body" onPointerDown={lift}><PersonName name={person?.nickname} /></div>
      <CardActions {...parts} name={name} />
      <div className="person-card-body person-card-tags" onPointerDown={lift}><PersonAbout affiliation={person?.affiliation} tags={person?.tags} /></div>
      {note && <p className="small soft person-card-note">{note}</p>}
    </article>
  );
});
