import type { MessageResult, ProblemBody, ResultStatus } from '@tsunagu/contracts';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A request of another service, and its one result until it expires. */
@Entity('match_request')
export class MatchRequestEntity {
  @PrimaryColumn('text') service: string;
  @PrimaryColumn('text') id: string;
  @Column('text') pattern: string;
  @Column('text', { name: 'body_hash' }) bodyHash: string;
  /** the request itself, only as long as it is not answered */
  @Column('jsonb', { nullable: true }) message: unknown;
  /** queue for the result, as it was asked first */
  @Column('text', { name: 'reply_to' }) replyTo: string;
  /** further queues for it, on which it was asked for again */
  @Column('text', { name: 'also_to', array: true }) alsoTo: string[];
  /** while it is not delivered: those of all these queues that have still to get it; null = every one */
  @Column('text', { array: true, nullable: true }) due: string[] | null;
  @Column('int') priority: number;
  @Column('text') status: 'accepted' | ResultStatus;
  @Column('int') round: number;
  @Column('timestamptz', { name: 'accepted_at' }) acceptedAt: Date;
  @Column('jsonb', { nullable: true }) result: MessageResult | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  /** when it had been put on every queue for it */
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt: Date | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}

/** A message that could not be taken, kept for the operator to look at and to have it done again. */
@Entity('dead_letter')
export class DeadLetterEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') service: string;
  @Column('text') queue: string;
  @Column('text', { name: 'job_id' }) jobId: string;
  @Column('text', { name: 'request_id', nullable: true }) requestId: string | null;
  @Column('text') pattern: string;
  @Column('jsonb') problem: ProblemBody;
  @Column('jsonb', { nullable: true }) message: unknown;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { name: 'replayed_at', nullable: true }) replayedAt: Date | null;
}
