import type { HttpName } from '@tsunagu/contracts';

/** What each operation does, in one line. */
export const SUMMARIES: Record<HttpName, string> = {
  readJoinPage: 'What somebody reads before joining an event', join: 'Join an event', comeBack: 'Come back by a personal return link',
  readPhone: 'A participant’s whole state, with the numbers of the last pushes it includes', changeProfile: 'Change nickname, affiliation and what others see',
  writeIntroduction: 'Write the introduction; its tags follow by push', addTag: 'Add a tag by hand', changeTag: 'Remove, restore, hide a tag or change its kind', suggestTags: 'Tags in use that begin like a text',
  addJacket: 'Add a data jacket', changeJacket: 'Change or confirm a data jacket', removeJacket: 'Remove a data jacket', setPresence: 'Pause, resume or leave',
  readPerson: 'Another participant as this one may see them', sayHello: 'Say 会いたい; told only when mutual', takeHelloBack: 'Take 会いたい back', setFree: 'Free to talk now, and where', avoid: 'Keep out of each other’s sight; the other is not told', stopAvoiding: 'See each other again', setContact: 'Contact, and whether to share it in the team',
  changeTeam: 'Set the team’s goal and next date', callFacilitator: 'Call the facilitator to the table', answerAboutTeam: 'How the team turned out, and whether it goes on', endCall: 'A team’s call has been answered', forgetEarlier: 'Be known from an earlier event no longer', letTextLeave: 'Agree that the service outside which the event names reads one’s introduction', keepTextHere: 'Withdraw that; what came back is erased', makeReturnLink: 'Make a personal return QR', downloadMyData: 'Download everything that is kept', eraseMe: 'Erase everything that is kept; answers a proof',
  signIn: 'Sign in as an organiser', useLoginLink: 'Sign in by a one-time link', signOut: 'Sign out', readOrganiser: 'Who is signed in', setPassword: 'Set a password',
  listEvents: 'The organiser’s events', createEvent: 'Create an event from a recipe', readConsole: 'The console’s whole state', changeEvent: 'Change settings; open or close', rotateJoinCode: 'Replace the join code',
  readIntroduction: 'Read an introduction (recorded)', registerPeople: 'Register people for them; who is registered already is told and not doubled', checkIn: 'Check people in or out', reissueReturnLink: 'Make a participant’s return QR anew', mergePeople: 'Make one person of two', removePerson: 'Remove and erase a person',
  formTeams: 'Form teams of the people who are here', movePerson: 'Move a person in the draft', previewMoves: 'Ask what moving a person to each team would do; the answer is pushed, unnumbered', pinPerson: 'Pin a person to a team', lockTeam: 'Lock a team', renameTeam: 'Name a team', formAgain: 'Form the rest again',
  undo: 'Undo', redo: 'Redo', publish: 'Publish the draft to every phone', discard: 'Discard the draft', placePerson: 'Seat a late arrival', freeSeat: 'Open a seat', listAudit: 'Who did what',
  answerSeat: 'Come to the team, or let the seat go to somebody who waits', rankThemes: 'Rank the event’s themes, best first', listFoundedTeams: 'Teams that people have formed themselves', makeFoundedTeam: 'Form a team with open seats', changeFoundedTeam: 'Change one’s own team’s name, seats or wants',
  joinFoundedTeam: 'Join a team that people have formed', leaveFoundedTeam: 'Leave it', sayKnown: 'Say that one knows somebody already', takeKnownBack: 'Take that back',
  chooseProposal: 'Make a proposal that was put aside the draft', movePlaced: 'Move somebody between published teams', mergeTeams: 'Make one published team of two', findRepair: 'Work out moves that published teams need', applyRepair: 'Make these moves', discardRepair: 'Leave them',
  suggestThemes: 'What teams could work on: data jackets and common interests', readReport: 'Published rounds side by side',
  addWords: 'Add to the event’s own words; introductions are read again', removeWord: 'Remove one of the event’s own words', listMembers: 'Who works on the event', addMember: 'Let somebody work on the event', changeMember: 'Change what somebody may do', removeMember: 'Let somebody work on it no longer',
  readWall: 'The projector’s whole state', readEvent: 'An event’s settings',
  listWebhooks: 'Webhooks of an event', addWebhook: 'Have changes sent to an address; answers its secret, this once', changeWebhook: 'Change, stop or resume a webhook', renewWebhookSecret: 'Replace a webhook’s secret; answers it, this once',
  removeWebhook: 'Remove a webhook', pingWebhook: 'Send a test now', listDeliveries: 'Attempts of a webhook, latest first',
  readOperations: 'Queues, other services, webhooks and jobs in numbers', listServiceKeys: 'API keys', makeServiceKey: 'Make an API key; answers it, this once', revokeServiceKey: 'Revoke an API key', listDeadLetters: 'Messages of other services that could not be taken',
  submitRequest: 'Ask for tags, candidates, teams or a repair', listRequests: 'Your requests, latest first', readRequest: 'A request and its result, until it expires', withdrawRequest: 'A request is no longer wanted',
  listOpenEvents: 'Events whose organiser allows your service', readTagsOf: 'Participants by pseudonym, with their tags', readTeamsOf: 'Published teams by pseudonym', readEventsOf: 'What happened in an event, from a number on',
};
