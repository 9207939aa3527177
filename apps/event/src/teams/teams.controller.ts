import { Controller, Param } from '@nestjs/common';
import type { HttpAnswers } from '@tsunagu/contracts';
import { AsOrganiser, For, Me, type OrganiserCaller, type ParticipantCaller } from '../access/caller.js';
import { Id, Input, Route, type Body } from '../http/route.js';
import { OwnTeamService } from './own-team.service.js';
import { ProposalsService } from './proposals.service.js';
import { PublicationService } from './publication.service.js';
import { RepairsService } from './repairs.service.js';
import { ThemesService } from './themes.service.js';

type Versioned = Promise<{ version: number }>;

@For('organiser')
@Controller('api/v1')
export class TeamsController {
  constructor(private readonly proposals: ProposalsService, private readonly publication: PublicationService, private readonly ownTeam: OwnTeamService, private readonly repairs: RepairsService, private readonly themes: ThemesService) {}

  @Route('formTeams') formTeams(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Input('formTeams') input: Body<'formTeams'>): Promise<{ proposalId: string }> {
    return this.proposals.form(organiser, eventId, input);
  }

  @Route('movePerson') movePerson(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('proposalId', Id) proposalId: string, @Input('movePerson') { participantId, toTeamId, version }: Body<'movePerson'>): Versioned {
    return this.proposals.move(organiser, { eventId, proposalId, version }, participantId, toTeamId);
  }

  @Route('swapPeople') swapPeople(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('proposalId', Id) proposalId: string, @Input('swapPeople') { participantId, withId, version }: Body<'swapPeople'>): Versioned {
    return this.proposals.swap(organiser, { eventId, proposalId, version }, participantId, withId);
  }

  @Route('previewMoves') previewMoves(@Param('eventId') eventId: string, @Param('proposalId', Id) proposalId: string, @Input('previewMoves') { participantId, version }: Body<'previewMoves'>): Promise<null> {
    return this.proposals.preview({ eventId, proposalId, version }, participantId);
  }

  @Route('pinPerson') pinPerson(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('proposalId', Id) proposalId: string, @Input('pinPerson') { participantId, pinned, version }: Body<'pinPerson'>): Versioned {
    return this.proposals.pin(organiser, { eventId, proposalId, version }, participantId, pinned);
  }

  @Route('lockTeam') lockTeam(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('proposalId', Id) proposalId: string, @Input('lockTeam') { teamId, locked, version }: Body<'lockTeam'>): Versioned {
    return this.proposals.lock(organiser, { eventId, proposalId, version }, teamId, locked);
  }

  @Route('renameTeam') renameTeam(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('proposalId', Id) proposalId: string, @Input('renameTeam') { teamId, name, version }: Body<'renameTeam'>): Versioned {
    return this.proposals.rename(organiser, { eventId, proposalId, version }, teamId, name);
  }

  @Route('formAgain') formAgain(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('proposalId', Id) proposalId: string, @Input('formAgain') { version }: Body<'formAgain'>): Versioned {
    return this.proposals.formAgain(organiser, { eventId, proposalId, version });
  }

  @Route('undo') undo(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('proposalId', Id) proposalId: string, @Input('undo') { version }: Body<'undo'>): Versioned {
    return this.proposals.step(organiser, { eventId, proposalId, version }, 'undo');
  }

  @Route('redo') redo(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('proposalId', Id) proposalId: string, @Input('redo') { version }: Body<'redo'>): Versioned {
    return this.proposals.step(organiser, { eventId, proposalId, version }, 'redo');
  }

  @Route('chooseProposal') chooseProposal(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('proposalId', Id) proposalId: string, @Input('chooseProposal') { version }: Body<'chooseProposal'>): Versioned {
    return this.proposals.choose(organiser, { eventId, proposalId, version });
  }

  @Route('publish') publish(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('proposalId', Id) proposalId: string, @Input('publish') { version, ...how }: Body<'publish'>): Promise<null> {
    return this.publication.publish(organiser, { eventId, proposalId, version }, how);
  }

  @Route('discard') discard(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('proposalId', Id) proposalId: string): Promise<null> {
    return this.proposals.discard(organiser, eventId, proposalId);
  }

  @Route('placePerson') placePerson(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Input('placePerson') { teamId, ...input }: Body<'placePerson'>): Promise<null> {
    return this.publication.place(organiser, eventId, { ...input, teamId: teamId ?? null });
  }

  @Route('freeSeat') freeSeat(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('participantId', Id) id: string, @Input('freeSeat') input: Body<'freeSeat'>): Promise<null> {
    return this.publication.freeSeat(organiser, eventId, { participantId: id, teamId: input?.teamId, why: input?.why ?? '' });
  }

  @Route('movePlaced') movePlaced(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Input('movePlaced') input: Body<'movePlaced'>): Promise<null> {
    return this.publication.move(organiser, eventId, input);
  }

  @Route('swapPlaced') swapPlaced(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Input('swapPlaced') input: Body<'swapPlaced'>): Promise<null> {
    return this.publication.swap(organiser, eventId, input);
  }

  @Route('mergeTeams') mergeTeams(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Input('mergeTeams') input: Body<'mergeTeams'>): Promise<null> {
    return this.publication.merge(organiser, eventId, input);
  }

  @Route('findRepair') findRepair(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Input('findRepair') { price }: Body<'findRepair'>): Promise<{ repairId: string }> {
    return this.repairs.find(organiser, eventId, price);
  }

  @Route('applyRepair') applyRepair(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('repairId', Id) repairId: string, @Input('applyRepair') input: Body<'applyRepair'>): Promise<null> {
    return this.repairs.apply(organiser, eventId, repairId, input);
  }

  @Route('discardRepair') discardRepair(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('repairId', Id) repairId: string): Promise<null> {
    return this.repairs.discard(organiser, eventId, repairId);
  }

  @Route('suggestThemes') suggestThemes(@Param('eventId') eventId: string): Promise<HttpAnswers['suggestThemes']> {
    return this.themes.suggest(eventId);
  }

  @Route('readReport') readReport(@Param('eventId') eventId: string): Promise<HttpAnswers['readReport']> {
    return this.publication.report(eventId);
  }

  @For('participant') @Route('changeTeam') changeTeam(@Me() me: ParticipantCaller, @Input('changeTeam') patch: Body<'changeTeam'>): Promise<null> {
    return this.ownTeam.change(me, patch);
  }

  @For('participant') @Route('callFacilitator') callFacilitator(@Me() me: ParticipantCaller, @Input('callFacilitator') input: Body<'callFacilitator'>): Promise<null> {
    return this.ownTeam.call(me, input);
  }

  @For('participant') @Route('answerAboutTeam') answerAboutTeam(@Me() me: ParticipantCaller, @Input('answerAboutTeam') answer: Body<'answerAboutTeam'>): Promise<null> {
    return this.ownTeam.answer(me, answer);
  }

  @Route('endCall') endCall(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('teamId', Id) teamId: string): Promise<null> {
    return this.ownTeam.endCall(organiser, eventId, teamId);
  }
}
