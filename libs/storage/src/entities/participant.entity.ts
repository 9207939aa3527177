import type { Language, ReadingState, Sector, ShowsInput, TeamWish } from '@tsunagu/contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('participant')
export class ParticipantEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') nickname: string;
  @Column('text', { nullable: true }) affiliation: string | null;
  @Column('text', { nullable: true }) sector: Sector | null;
  @Column('text', { name: 'team_wish' }) teamWish: TeamWish;
  @Column('text') language: Language;
  @Column('boolean') paused: boolean;
  /** checked in; it stays while somebody is gone, so that they are here again when they come back */
  @Column('boolean') here: boolean;
  @Column('boolean') gone: boolean;
  @Column('jsonb') shows: ShowsInput;
  @Column('text') reading: ReadingState;
  @Column('text', { name: 'contact_text' }) contactText: string;
  /** the team whose people may see the contact: it is shared while the person sits in it, and in no other */
  @Column('uuid', { name: 'contact_shared_in', nullable: true }) contactSharedIn: string | null;
  @Column('timestamptz', { name: 'free_until', nullable: true }) freeUntil: Date | null;
  @Column('text', { name: 'free_place' }) freePlace: string;
  /** ids of the event's themes, best first */
  @Column('text', { array: true, default: '{}' }) choices: string[];
  /** grows with every change that matters to matching: a warm index compares it */
  @Column('int', { name: 'matching_revision' }) matchingRevision: number;
  /** hash of the Idempotency-Key and body of joining: the same request never makes a second person, until the person is signed out */
  @Column('text', { name: 'join_key', nullable: true }) joinKey: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

/** A browser in which a participant has joined or come back. Only the token's hash is stored. */
@Entity('participant_token')
export class ParticipantTokenEntity {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash: string;
  @Column('uuid', { name: 'participant_id' }) participantId: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
}

/** The secret of a personal return QR. Reissuing replaces it. */
@Entity('return_link')
export class ReturnLinkEntity {
  @PrimaryColumn('text', { name: 'secret_hash' }) secretHash: string;
  @Column('uuid', { name: 'participant_id' }) participantId: string;
}

/** What a participant agreed to, word for word, and when. */
@Entity('consent')
export class ConsentEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('uuid', { name: 'participant_id', nullable: true }) participantId: string | null;
  @Column('int', { name: 'text_version' }) textVersion: number;
  @Column('text') text: string;
  @Column('text') language: Language;
  /** host to which the introduction may go, by this text; null: to none */
  @Column('text', { name: 'leaves_to', nullable: true }) leavesTo: string | null;
  /** when that was taken back, the rest of the text being agreed to still */
  @Column('timestamptz', { name: 'leaving_withdrawn_at', nullable: true }) leavingWithdrawnAt: Date | null;
  @CreateDateColumn({ name: 'given_at', type: 'timestamptz' }) givenAt: Date;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
}
