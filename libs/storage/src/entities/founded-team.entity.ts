import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A team that people form themselves before the organiser forms the rest around it. */
@Entity('founded_team')
export class FoundedTeamEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') name: string;
  /** most people it wants to be */
  @Column('int') seats: number;
  /** what it still looks for, in its members' words */
  @Column('text', { array: true }) wants: string[];
  @Column('int') version: number;
  /** it has stood in a published round: its people are free for others in the next one */
  @Column('boolean', { default: false }) ended: boolean;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

/** The primary key keeps a person in at most one self-formed team. */
@Entity('founded_team_member')
export class FoundedTeamMemberEntity {
  @PrimaryColumn('uuid', { name: 'participant_id' }) participantId: string;
  @Column('uuid', { name: 'founded_team_id' }) foundedTeamId: string;
  @CreateDateColumn({ name: 'joined_at', type: 'timestamptz' }) joinedAt: Date;
}
