import type { JobOrder, StreamKind } from '@tsunagu/contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

const bigint = { to: (value: number) => value, from: (value: string | number) => Number(value) };

/** A stream of the log. Its row hands out the stream's numbers, so a number is never visible before a lower one. */
@Entity('stream')
export class StreamEntity {
  @PrimaryColumn('text') id: string;
  @Column('text') kind: StreamKind;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('bigint', { name: 'last_seq', transformer: bigint }) lastSeq: number;
}

@Entity('log')
export class LogEntity {
  @PrimaryColumn('text') stream: string;
  @PrimaryColumn('bigint', { transformer: bigint }) seq: number;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') type: string;
  @Column('jsonb') payload: Record<string, unknown>;
  /** participants whose data the payload holds: erasing one empties these rows */
  @Column('uuid', { array: true }) about: string[];
  @Column('jsonb', { nullable: true }) job: JobOrder | null;
  @Column('timestamptz', { name: 'job_done_at', nullable: true }) jobDoneAt: Date | null;
  @Column('text', { name: 'job_error', nullable: true }) jobError: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) at: Date;
}

/** How far a consumer has read a stream. */
@Entity('position')
export class PositionEntity {
  @PrimaryColumn('text') consumer: string;
  @PrimaryColumn('text') stream: string;
  @Column('bigint', { transformer: bigint }) seq: number;
}

/** Who did what to whom, when and why; never holds profile text. */
@Entity('audit')
export class AuditEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id', nullable: true }) eventId: string | null;
  @Column('text') actor: string;
  @Column('text') action: string;
  @Column('text') subject: string;
  @Column('jsonb') detail: Record<string, unknown>;
  @CreateDateColumn({ type: 'timestamptz' }) at: Date;
}

/** The answer already given to a request with an Idempotency-Key. `status` is null while it is being worked on. */
@Entity('answered_request')
export class AnsweredRequestEntity {
  @PrimaryColumn('text') key: string;
  @Column('text', { name: 'body_hash' }) bodyHash: string;
  @Column('int', { nullable: true }) status: number | null;
  @Column('jsonb', { nullable: true }) answer: unknown;
  @Column('uuid', { name: 'participant_id', nullable: true }) participantId: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) at: Date;
}
