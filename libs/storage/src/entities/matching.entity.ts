import type { ReasonView, TagView } from '@tsunagu/contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** How a candidate looks on another person's list, as of the last ranking. */
export interface CandidateCard { nickname: string; affiliation: string | null; tags: TagView[]; jackets: string[]; isNew: boolean }

@Entity('candidate')
export class CandidateEntity {
  @PrimaryColumn('uuid', { name: 'participant_id' }) participantId: string;
  @PrimaryColumn('uuid', { name: 'other_id' }) otherId: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('int') rank: number;
  @Column('double precision') score: number;
  @Column('jsonb') card: CandidateCard;
  @Column('jsonb') reasons: ReasonView[];
}

/** Somebody whom a person does not want to meet. Only that person knows. */
@Entity('avoided')
export class AvoidedEntity {
  @PrimaryColumn('uuid', { name: 'by_id' }) byId: string;
  @PrimaryColumn('uuid', { name: 'who_id' }) whoId: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
}

/** Somebody asks the organisers for help about somebody. Settled once one of them has seen to it. */
@Entity('person_report')
export class PersonReportEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('uuid', { name: 'by_id' }) byId: string;
  @Column('uuid', { name: 'about_id' }) aboutId: string;
  @CreateDateColumn({ type: 'timestamptz' }) at: Date;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
}

@Entity('hello')
export class HelloEntity {
  @PrimaryColumn('uuid', { name: 'from_id' }) fromId: string;
  @PrimaryColumn('uuid', { name: 'to_id' }) toId: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
