import type { OutsideType, WebhookOutcome } from '@tsunagu/contracts';
import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type WebhookStop = 'organiser' | 'gone' | 'failing';

/** An address outside that is told an event's changes, in order. Its position in the log is the consumer `webhook:<id>`. */
@Entity('webhook')
export class WebhookEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') url: string;
  /** key of the signatures: needed in clear to sign, shown once to whoever made it */
  @Column('text') secret: string;
  @Column('text', { array: true }) types: OutsideType[];
  /** null while it runs */
  @Column('text', { name: 'stopped_because', nullable: true }) stoppedBecause: WebhookStop | null;
  /** attempts in a row that failed */
  @Column('int') failures: number;
  @Column('timestamptz', { name: 'next_try_at', nullable: true }) nextTryAt: Date | null;
  /** a process delivers until then, or did; a killed one's lease runs out */
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil: Date | null;
  @Column('text', { name: 'last_outcome', nullable: true }) lastOutcome: WebhookOutcome | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column('int') version: number;
}

/** One attempt. Never holds what was sent. */
@Entity('webhook_delivery')
export class WebhookDeliveryEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'webhook_id' }) webhookId: string;
  @Column('bigint', { nullable: true, transformer: { to: (value: number | null) => value, from: (value: string | null) => (value === null ? null : Number(value)) } }) seq: number | null;
  @Column('text') type: string;
  @Column('int') attempt: number;
  @Column('int', { nullable: true }) status: number | null;
  @Column('text') outcome: WebhookOutcome;
  @Column('int', { name: 'took_ms' }) tookMs: number;
  @CreateDateColumn({ type: 'timestamptz' }) at: Date;
}
