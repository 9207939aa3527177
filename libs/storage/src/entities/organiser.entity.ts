import type { MemberRole } from '@tsunagu/contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('organiser')
export class OrganiserEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') login: string;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash: string | null;
  /** may see how the installation runs, and make API keys */
  @Column('boolean') operator: boolean;
  /** the event whose owner made the account; null for who was made by the operator */
  @Column('uuid', { name: 'invited_by', nullable: true }) invitedBy: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

/** A link that signs an organiser in once. Only its hash is stored. */
@Entity('login_link')
export class LoginLinkEntity {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash: string;
  @Column('uuid', { name: 'organiser_id' }) organiserId: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}

@Entity('organiser_session')
export class OrganiserSessionEntity {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash: string;
  @Column('uuid', { name: 'organiser_id' }) organiserId: string;
  @Column('timestamptz', { name: 'seen_at' }) seenAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}

@Entity('event_organiser')
export class EventOrganiserEntity {
  @PrimaryColumn('uuid', { name: 'event_id' }) eventId: string;
  @PrimaryColumn('uuid', { name: 'organiser_id' }) organiserId: string;
  @Column('text') role: MemberRole;
}
