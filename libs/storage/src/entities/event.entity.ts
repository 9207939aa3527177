import type { Consent, EventState, Language, RecipeId, RoomView } from '@tsunagu/contracts';
import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('event')
export class EventEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') title: string;
  @Column('text') theme: string;
  @Column('text', { name: 'held_on' }) heldOn: string;
  @Column('text') place: string;
  @Column('text') recipe: RecipeId;
  @Column('text') state: EventState;
  @Column('text', { name: 'join_code' }) joinCode: string;
  @Column('text', { name: 'wall_secret' }) wallSecret: string;
  @Column('text', { name: 'consent_text' }) consentText: string;
  /** the organiser's own text in the other languages of the phone */
  @Column('jsonb', { name: 'consent_translations' }) consentTranslations: Consent['consentTranslations'];
  @Column('int', { name: 'consent_version' }) consentVersion: number;
  @Column('int', { name: 'retention_days' }) retentionDays: number;
  @Column('int') capacity: number;
  @Column('int', { name: 'team_min' }) teamMin: number;
  @Column('int', { name: 'team_max' }) teamMax: number;
  @Column('text', { array: true }) languages: Language[];
  /** names of outside services that may have this event's data */
  @Column('text', { array: true }) services: string[];
  /** changes are told to addresses outside */
  @Column('boolean') webhooks: boolean;
  /** host of the endpoint outside to which introductions go, where their authors have agreed; null: they stay */
  @Column('text', { name: 'texts_leave_to', nullable: true }) textsLeaveTo: string | null;
  /** the wall tells which affiliations are in the room */
  @Column('boolean', { name: 'wall_affiliations' }) wallAffiliations: boolean;
  @Column('jsonb') rules: Record<string, unknown>;
  /** key of the pseudonyms under which other services know this event's participants */
  @Column('text', { name: 'pseudonym_key' }) pseudonymKey: string;
  /** numbers and tag cloud of the room, as last told */
  @Column('jsonb', { nullable: true }) room: RoomView | null;
  /** when the organiser means to announce the teams */
  @Column('timestamptz', { name: 'teams_at', nullable: true }) teamsAt: Date | null;
  @Column('int') version: number;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  /** the end from which the days until erasure count, once somebody has closed the event */
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('timestamptz', { name: 'erased_at', nullable: true }) erasedAt: Date | null;
}
