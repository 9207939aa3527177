import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { openTcpProxy, type TcpProxy } from '../helpers/tcp-proxy.js';

describe('the line that tests disturb', () => {
  let echo: Server;
  let proxy: TcpProxy;
  let socket: Socket;
  const dial = async (): Promise<Socket> => {
    const dialled = connect(proxy.port, '127.0.0.1');
    dialled.on('error', () => undefined); // 'close' follows
    await once(dialled, 'connect');
    return dialled;
  };
  const say = async (words: string): Promise<string> => {
    socket.write(words);
    return String((await once(socket, 'data'))[0]);
  };

  beforeEach(async () => {
    echo = createServer((near) => { near.on('error', () => undefined); near.pipe(near); }).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    proxy = await openTcpProxy({ port: (echo.address() as AddressInfo).port });
    socket = await dial();
  });
  afterEach(async () => {
    socket.destroy();
    await proxy.close();
    echo.close();
  });

  it('passes both ways', async () => {
    expect(await say('つなぐ')).toBe('つなぐ');
  });

  it('a cut breaks what is open and takes new connections', async () => {
    await say('a');
    proxy.cut();
    await once(socket, 'close');
    socket = await dial();
    expect(await say('b')).toBe('b');
  });

  it('refuses new connections until it is healed', async () => {
    proxy.refuse();
    const refused = await dial();
    await once(refused, 'close');
    proxy.heal();
    socket = await dial();
    expect(await say('c')).toBe('c');
  });

  it('a stalled line stays open, lets nothing through, and delivers everything once healed', async () => {
    await say('a');
    proxy.stall();
    let heard = '';
    socket.on('data', (text) => { heard += text; });
    socket.write('held');
    const other = await dial();
    await new Promise<void>((done) => { other.write('x', () => done()); });
    expect(heard).toBe('');
    expect(socket.destroyed).toBe(false);
    proxy.heal();
    await once(socket, 'data');
    expect(heard).toBe('held');
    other.destroy();
  });

  it('keeps user and database of an address', () => {
    expect(proxy.url('postgres://me:secret@db.example:5432/things')).toBe(`postgres://me:secret@127.0.0.1:${proxy.port}/things`);
  });
});
