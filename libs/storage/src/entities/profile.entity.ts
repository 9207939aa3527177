import type { Kind, Role, Sharing } from '@tsunagu/contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('introduction')
export class IntroductionEntity {
  @PrimaryColumn('uuid', { name: 'participant_id' }) participantId: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('int') revision: number;
  @Column('text') text: string;
  @Column('boolean') shown: boolean;
}

@Entity('statement')
export class StatementEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('uuid', { name: 'participant_id' }) participantId: string;
  /** revision of the introduction it was read from; 0 for hand-made ones */
  @Column('int') revision: number;
  @Column('text') kind: Kind;
  @Column('text') label: string;
  /** how English pages call it; null where they show the label */
  @Column('text', { nullable: true }) en: string | null;
  /** how it sounds, in hiragana as far as its words are known; null where its letters tell, or nobody has read it */
  @Column('text', { nullable: true }) sound: string | null;
  @Column('text') concept: string;
  @Column('text', { nullable: true }) role: Role | null;
  @Column('double precision') score: number;
  @Column('jsonb') evidence: [number, number][];
  @Column('text') rule: string;
  /** what the reading found (`kind|concept|role`), unchanged by hand edits: the next reading recognises it by this */
  @Column('text', { name: 'found_as', nullable: true }) foundAs: string | null;
  @Column('boolean', { name: 'by_hand' }) byHand: boolean;
  @Column('boolean') hidden: boolean;
  @Column('boolean') removed: boolean;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

export interface WeightedConcept { concept: string; label: string; weight: number }

@Entity('data_jacket')
export class DataJacketEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('uuid', { name: 'participant_id' }) participantId: string;
  @Column('text') title: string;
  @Column('text') description: string;
  @Column('text') sharing: Sharing;
  /** found in the introduction, not yet confirmed by its holder */
  @Column('boolean') proposed: boolean;
  /** what it is about; null until it has been read */
  @Column('jsonb', { nullable: true }) concepts: WeightedConcept[] | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
