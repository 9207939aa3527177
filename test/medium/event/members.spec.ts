import { jest } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import type { HttpAnswers } from '@tsunagu/contracts';
import { ensureOrganiser, setMember } from '@tsunagu/storage';
import { makeLoginPath } from '../../../apps/cli/src/create-organiser.js';
import { LiveGateway } from '../../../apps/event/src/proposals-out/live.gateway.js';
import { TailLogService } from '../../../apps/event/src/proposals-out/tail-log.service.js';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';
import { followConsole } from '../../helpers/live-client.js';
import { waitFor } from '../../helpers/wait-for.js';

let app: EventApp;
let owner: Caller;
let event: HttpAnswers['createEvent'];
beforeAll(async () => {
  app = await startTestEventApp();
  owner = await app.organiser('aya');
  event = await makeEvent(owner);
});
afterAll(() => app.close());

const members = async () => (await owner.call('listMembers', { eventId: event.id })).body.members;
/** Somebody let in by the owner, signed in with the link that the owner hands over. */
async function letIn(login: string, role: 'organiser' | 'facilitator' | 'viewer'): Promise<Caller> {
  const { body } = await owner.call('addMember', { eventId: event.id }, { login, role });
  const caller = app.visitor();
  expect((await caller.call('useLoginLink', {}, { token: body.loginUrl!.split('#')[1] })).status).toBe(200);
  return caller;
}

describe('feature 101: several events, roles', () => {
  it('a viewer reads the board and changes nothing', async () => {
    const viewer = await letIn('vera', 'viewer');
    expect((await viewer.call('readConsole', { eventId: event.id })).body.role).toBe('viewer');
    const person = await join(app, event.joinCode);
    const refused = await viewer.call('checkIn', { eventId: event.id }, { participantIds: [person.id], here: true });
    expect([refused.status, refused.problem.code]).toEqual([403, 'access.role']);
    expect((await viewer.call('readIntroduction', { eventId: event.id, participantId: person.id })).status).toBe(403);
  });

  it('a facilitator works with people and teams, not with the event', async () => {
    const facilitator = await letIn('fumi', 'facilitator');
    const person = await join(app, event.joinCode);
    expect((await facilitator.call('checkIn', { eventId: event.id }, { participantIds: [person.id], here: true })).status).toBe(200);
    expect((await facilitator.call('changeEvent', { eventId: event.id }, { title: '別の名前', version: event.version })).status).toBe(403);
    expect((await facilitator.call('addMember', { eventId: event.id }, { login: 'gen', role: 'viewer' })).status).toBe(403);
  });

  it('somebody with an account of their own gets no link to it', async () => {
    await app.organiser('ken');
    expect((await owner.call('addMember', { eventId: event.id }, { login: 'ken', role: 'organiser' })).body.loginUrl).toBeNull();
    expect((await members()).find(({ login }) => login === 'ken')).toMatchObject({ role: 'organiser', waits: false });
  });

  it('large and small letters make no second account, and a name that is too long is told so', async () => {
    await letIn('sato', 'viewer');
    expect((await owner.call('addMember', { eventId: event.id }, { login: 'SATO', role: 'facilitator' })).body.loginUrl).toBeNull();
    expect((await members()).filter(({ login }) => login.toLowerCase() === 'sato')).toMatchObject([{ login: 'sato', role: 'facilitator' }]);
    const refused = await owner.call('addMember', { eventId: event.id }, { login: 'a'.repeat(100), role: 'viewer' });
    expect(JSON.stringify(refused.problem)).toContain('2〜61文字');
  });

  it('the next event is based on one that its maker may change: with its settings and words, without what names people, and its members where they are wanted', async () => {
    const lead = await letIn('leo', 'organiser');
    const viewer = await letIn('vic', 'viewer');
    const rules = { rules: [{ type: 'apart', people: ['a', 'b'] }, { type: 'spread', attribute: 'affiliation', max: 2 }], themes: [{ id: 't', title: '防災' }] };
    const { version } = (await owner.call('readEvent', { eventId: event.id })).body;
    expect((await owner.call('changeEvent', { eventId: event.id }, { rules, wallAffiliations: true, services: ['library'], version } as never)).status).toBe(200);
    await owner.call('addWords', { eventId: event.id }, { words: [{ label: '湘南未来会議', spellings: ['湘未'], kind: 'interest' }] });
    const next = (who: Caller, withMembers: boolean) => who.call('createEvent', {}, { recipe: event.recipe, title: '次の会', heldOn: '2027-04-01', basedOn: { eventId: event.id, members: withMembers } });
    const { body } = await next(lead, true);
    expect(body).toMatchObject({ title: '次の会', wallAffiliations: true, services: ['library'], rules: { rules: [rules.rules[1]], themes: rules.themes } });
    const console_ = (await lead.call('readConsole', { eventId: body.id })).body;
    expect([console_.role, console_.state.people, console_.state.words]).toMatchObject(['owner', [], [{ label: '湘南未来会議', spellings: ['湘未'], kind: 'interest' }]]);
    const roles = Object.fromEntries((await lead.call('listMembers', { eventId: body.id })).body.members.map(({ login, role }) => [login, role]));
    expect(roles).toMatchObject({ leo: 'owner', aya: 'owner', vic: 'viewer' });
    expect((await lead.call('listAudit', { eventId: body.id })).body.lines.filter(({ action }) => action === 'member.added')).toHaveLength(Object.keys(roles).length - 1);
    expect((await viewer.call('listEvents', {})).body.events.find(({ id }) => id === body.id)).toMatchObject({ role: 'viewer' });
    expect((await lead.call('listMembers', { eventId: (await next(lead, false)).body.id })).body.members.map(({ login }) => login)).toEqual(['leo']);
    expect((await next(viewer, true)).problem.code).toBe('access.role');
    expect((await next(await app.organiser('stranger'), true)).problem.code).toBe('request.not_found');
  });

  describe('a link to an account goes to nobody but whose event has made it', () => {
    const add = async (login: string, who = owner, eventId = event.id) => (await who.call('addMember', { eventId }, { login, role: 'viewer' })).body.loginUrl;
    const opens = async (url: string | null) => (await app.visitor().call('useLoginLink', {}, { token: url!.split('#')[1] })).problem.code;

    it('none to one that waits for its own link, however often it is let in', async () => {
      await app.database.transaction((tx) => makeLoginPath(tx, 'boss', { operator: true }));
      await ensureOrganiser(app.database.reader, 'hana');
      for (const login of ['boss', 'hana', 'boss', 'hana']) expect(await add(login)).toBeNull();
      expect((await members()).find(({ login }) => login === 'boss')).toMatchObject({ role: 'viewer', waits: true });
    });

    it('another one while nobody has signed in, until the account works on another event or is the operator’s', async () => {
      const other = await app.organiser('other');
      const theirs = await makeEvent(other);
      expect([await add('ichi'), await add('ichi')]).toEqual([expect.any(String), expect.any(String)]);
      expect(await add('ichi', other, theirs.id)).toBeNull();
      expect(await add('ichi')).toBeNull();
      const url = await add('jun');
      await app.database.transaction((tx) => makeLoginPath(tx, 'jun', { operator: false }));
      expect(await add('jun')).toBeNull();
      expect(await opens(url)).toBe('access.link_used');
    });

    it('the ones that its owner has end as soon as it works on another event: let in there, copied there, or by making one itself', async () => {
      const other = await app.organiser('other2');
      const theirs = await makeEvent(other);
      const [letIn, copied, spare] = [await add('yon'), await add('go'), await add('roku')];
      await add('yon', other, theirs.id);
      expect(await opens(letIn)).toBe('access.link_used');
      const maker = app.visitor();
      await maker.call('useLoginLink', {}, { token: (await add('roku'))!.split('#')[1] });
      await makeEvent(maker);
      expect(await opens(spare)).toBe('access.link_used');
      await owner.call('createEvent', {}, { recipe: event.recipe, title: '次の会', heldOn: '2027-04-01', basedOn: { eventId: event.id, members: true } });
      expect(await opens(copied)).toBe('access.link_used');
    });

    it('none that is made while another event lets the account in', async () => {
      const theirs = await makeEvent(await app.organiser('other3'));
      await add('nana');
      const { organiserId } = (await members()).find(({ login }) => login === 'nana')!;
      let made: Promise<string | null>;
      await app.database.transaction(async (tx) => {
        await setMember(tx, theirs.id, organiserId, 'viewer');
        made = add('nana');
        await waitFor('the owner to wait', async () => (await app.database.reader.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).length > 0);
      });
      expect(await made!).toBeNull();
    });
  });

  it('who signs out, or is signed out by a new password, no longer follows, at every event of theirs; who stays signed in does', async () => {
    const second = await makeEvent(owner);
    const here = await letIn('kai', 'organiser');
    await owner.call('addMember', { eventId: second.id }, { login: 'kai', role: 'viewer' });
    const [there, third] = [await app.organiser('kai'), await app.organiser('kai')];
    const stays = [await followConsole(here, event.id), await followConsole(owner, event.id)];
    const left = await followConsole(there, second.id);
    const ended = await followConsole(third, event.id);
    await there.call('signOut', {});
    await waitFor('who signed out to be cut off', () => !left.isUp);
    expect([ended.isUp, ...stays.map(({ isUp }) => isUp)]).toEqual([true, true, true]);
    await here.call('setPassword', {}, { password: 'とても長い合言葉です' });
    await waitFor('who is signed out to be cut off', () => !ended.isUp);
    expect(stays.map(({ isUp }) => isUp)).toEqual([true, true]);
    for (const client of stays) client.cut();
  });

  it('whose session ends while they are caught up is cut off as well', async () => {
    const late = await letIn('rin', 'viewer');
    const sameBrowser = app.visitor();
    for (const [name, value] of late.cookies) sameBrowser.cookies.set(name, value);
    const tail = app.app.get(TailLogService);
    const catchUp = tail.catchUp.bind(tail);
    jest.spyOn(tail, 'catchUp').mockImplementationOnce(async (...asked) => {
      await sameBrowser.call('signOut', {});
      return catchUp(...asked);
    });
    await expect(followConsole(late, event.id)).rejects.toThrow('disconnected');
  });

  it('who is given another role, or let out, no longer follows what the old one saw', async () => {
    const demoted = await letIn('dai', 'organiser');
    const out = await letIn('eri', 'organiser');
    const stays = await followConsole(owner, event.id);
    const [first, second] = [await followConsole(demoted, event.id), await followConsole(out, event.id)];
    const idOf = async (name: string): Promise<string> => (await members()).find(({ login }) => login === name)!.organiserId;
    await owner.call('changeMember', { eventId: event.id, organiserId: await idOf('dai') }, { role: 'viewer' });
    await waitFor('the demoted to be cut off', () => !first.isUp);
    expect([second.isUp, stays.isUp]).toEqual([true, true]);
    await owner.call('removeMember', { eventId: event.id, organiserId: await idOf('eri') });
    await waitFor('who is let out to be cut off', () => !second.isUp);
    expect(stays.isUp).toBe(true);
    const again = await followConsole(demoted, event.id);
    expect(Object.keys(again.snapshot.positions)).not.toContain(`reports:${event.id}`);
    await expect(second.connect()).rejects.toThrow('request.not_found');
    for (const client of [stays, again, second]) client.cut();
  });

  it('who is let out no longer follows the console, whatever else the same line follows beside it', async () => {
    const guest = await letIn('fuji', 'organiser');
    const client = await followConsole(guest, event.id);
    const line = (client as unknown as { socket: Socket }).socket;
    expect(await line.timeout(20_000).emitWithAck('follow', { as: 'wall', secret: event.wallSecret, since: {} })).toMatchObject({ behind: true });
    const { organiserId } = (await members()).find(({ login }) => login === 'fuji')!;
    await owner.call('removeMember', { eventId: event.id, organiserId });
    await waitFor('who is let out to be cut off', () => !client.isUp);
  });

  it('who follows once more in another role is cut off: the line is in what the old one saw', async () => {
    const guest = await letIn('goro', 'organiser');
    const client = await followConsole(guest, event.id);
    const line = (client as unknown as { socket: Socket }).socket;
    const gateway = app.app.get(LiveGateway);
    // this process has not heard of the change yet
    const pushed = jest.spyOn(gateway, 'pushed').mockReturnValue(undefined);
    const { organiserId } = (await members()).find(({ login }) => login === 'goro')!;
    await owner.call('changeMember', { eventId: event.id, organiserId }, { role: 'viewer' });
    line.emit('follow', { as: 'console', eventId: event.id, since: client.snapshot.positions });
    await waitFor('the line to be cut', () => !client.isUp);
    pushed.mockRestore();
  });

  it('who is let out finds the event no longer; the last owner stays', async () => {
    const guest = await letIn('gen', 'organiser');
    const id = (await members()).find(({ login }) => login === 'gen')!.organiserId;
    await owner.call('removeMember', { eventId: event.id, organiserId: id });
    expect((await guest.call('readConsole', { eventId: event.id })).status).toBe(404);
    const [self] = await members();
    expect((await owner.call('changeMember', { eventId: event.id, organiserId: self.organiserId }, { role: 'viewer' })).problem.code).toBe('member.last_owner');
    expect((await members())[0].role).toBe('owner');
  });
});
