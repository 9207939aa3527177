import type { BrokenView, ConflictView, DraftTeam, Going, PhoneSentence, ProposalStatus, Rating, ReasonView, RepairMove, RepairView, Sentence, ThemeView, Unplaced, UnplacedCode, WishView } from '@tsunagu/contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Whom something that is told to a team is about, so that it can be told no more; not kept of what an older version worked out. */
export interface About { people?: string[] }
export type ToldReason = ReasonView & About;
export interface DraftPlan { teams: (Omit<DraftTeam, 'reasons'> & { reasons: ToldReason[] })[]; unplaced: Unplaced[] }

/** A draft of teams. Every edit is `UPDATE … WHERE version`, so no change of another organiser is lost. */
@Entity('proposal')
export class ProposalEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('int') number: number;
  @Column('text') status: ProposalStatus;
  @Column('int') version: number;
  @Column('int', { name: 'size_min' }) sizeMin: number;
  @Column('int', { name: 'size_max' }) sizeMax: number;
  @Column('int') seed: number;
  @Column('double precision') seconds: number;
  @Column('jsonb') rules: Record<string, unknown>;
  @Column('jsonb') plan: DraftPlan;
  @Column('double precision', { nullable: true }) objective: number | null;
  @Column('double precision', { nullable: true }) baseline: number | null;
  @Column('double precision', { name: 'baseline_best', nullable: true }) baselineBest: number | null;
  @Column('double precision', { name: 'last_delta', nullable: true }) lastDelta: number | null;
  @Column('jsonb') conflicts: ConflictView[];
  @Column('text') label: string;
  @Column('jsonb') wishes: WishView[];
  @Column('jsonb') broken: BrokenView[];
  /** which of the rounds that were planned together this is */
  @Column('int') round: number;
  @Column('int') rounds: number;
  /** shared by the proposals of rounds that were planned together */
  @Column('uuid') series: string;
  @Column('int', { nullable: true }) repeats: number | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt: Date | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

/** Where a person sits in a draft: team or none, pinned or not. */
export interface DraftSeat { participantId: string; teamId: string | null; pinned: boolean }

/** What an organiser has put on a team of a draft: its name, or that it is locked. */
export interface DraftMark { teamId: string; name?: string; locked?: boolean }

/** What one step of a draft puts: people in seats, or a mark on a team. */
export type DraftPart = DraftSeat | DraftMark;

/** One hand-made change of a draft, kept so that it can be undone and redone by compensating changes. */
@Entity('draft_step')
export class DraftStepEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'proposal_id' }) proposalId: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  /** whose step it is: everybody takes back their own */
  @Column('uuid', { name: 'organiser_id' }) organiserId: string;
  @Column('int') number: number;
  @Column('jsonb') before: DraftPart[];
  @Column('jsonb') after: DraftPart[];
  @Column('boolean') undone: boolean;
}

@Entity('team')
export class TeamEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('uuid', { name: 'proposal_id', nullable: true }) proposalId: string | null;
  @Column('int') number: number;
  @Column('text') name: string;
  @Column('text', { name: 'table_label' }) tableLabel: string;
  @Column('boolean') active: boolean;
  @Column('text') goal: string;
  @Column('text', { name: 'next_date' }) nextDate: string;
  @Column('jsonb') reasons: ToldReason[];
  /** how often who sits here, or what they say, has changed */
  @Column('int', { default: 0 }) changes: number;
  /** up to which of the changes the reasons go */
  @Column('int', { default: 0 }) explained: number;
  @Column('jsonb', { nullable: true }) question: (PhoneSentence & About) | null;
  @Column('jsonb', { nullable: true }) theme: ThemeView | null;
  /** below 0 where a hand has seated more people than the team's largest size */
  @Column('int', { name: 'open_seats' }) openSeats: number;
  @Column('int') version: number;
  @Column('timestamptz', { name: 'called_at', nullable: true }) calledAt: Date | null;
  /** who of the team called, while the call is open */
  @Column('uuid', { name: 'called_by', nullable: true }) calledBy: string | null;
}

/** A person's place in a published team. The partial unique index keeps a person in at most one active team. */
@Entity('seat')
export class SeatEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'team_id' }) teamId: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('uuid', { name: 'participant_id' }) participantId: string;
  @Column('boolean') active: boolean;
  @Column('boolean') accepted: boolean;
  @Column('boolean', { name: 'placed_later' }) placedLater: boolean;
  /** left before the round ended: freed, declined or moved */
  @Column('boolean') freed: boolean;
  /** its person said no to it */
  @Column('boolean') declined: boolean;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

/** What a member says about their team: how it turned out, and later whether it goes on. */
@Entity('team_answer')
export class TeamAnswerEntity {
  @PrimaryColumn('uuid', { name: 'team_id' }) teamId: string;
  @PrimaryColumn('uuid', { name: 'participant_id' }) participantId: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text', { nullable: true }) rating: Rating | null;
  @Column('text', { nullable: true }) going: Going | null;
}

/** Somebody without a team after publication, and why. */
@Entity('unplaced')
export class UnplacedEntity {
  @PrimaryColumn('uuid', { name: 'participant_id' }) participantId: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') code: UnplacedCode;
  @Column('jsonb') cause: Sentence;
}

/** Moves that were worked out for the published teams; one an event. `seats` is what they start from. */
@Entity('repair')
export class RepairEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') status: RepairView['status'];
  @Column('double precision') price: number;
  @Column('jsonb') moves: RepairMove[];
  @Column('jsonb') unplaced: RepairView['unplaced'];
  @Column('jsonb', { nullable: true }) reshuffle: RepairView['reshuffle'];
  @Column('double precision', { nullable: true }) objective: number | null;
  @Column('jsonb') seats: { participantId: string; teamId: string }[];
  @Column('jsonb') broken: RepairView['broken'];
}
