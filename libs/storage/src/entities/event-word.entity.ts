import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A word that the organiser added to the lexicon for one event, or refused to. */
@Entity('event_word')
export class EventWordEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') label: string;
  @Column('text', { array: true }) spellings: string[];
  @Column('text', { nullable: true }) kind: 'skill' | 'interest' | null;
  @Column('boolean') refused: boolean;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
