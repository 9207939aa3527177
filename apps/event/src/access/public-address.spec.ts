import { describe, expect, it } from '@jest/globals';
import type { networkInterfaces } from 'node:os';
import { localAddress, publicOrigin } from './public-address.js';

const at = (address: string, internal = false) => [{ address, internal, family: 'IPv4' }];
const found = (interfaces: Record<string, unknown[]>): string | undefined => localAddress(interfaces as ReturnType<typeof networkInterfaces>);

describe('the address that phones in the room open', () => {
  it('is this machine’s on the local network: neither its own loop nor a container’s nor a tunnel’s', () => {
    expect(found({ lo: at('127.0.0.1', true), docker0: at('172.17.0.1'), wg0: at('10.8.0.2'), wlan0: at('192.168.1.7') })).toBe('192.168.1.7');
    expect(found({ eth0: at('203.0.113.5'), wlan0: at('10.0.0.4') })).toBe('10.0.0.4');
    expect(found({ eth0: at('203.0.113.5') })).toBe('203.0.113.5');
    expect(found({ lo: at('127.0.0.1', true) })).toBeUndefined();
  });

  it('comes by https with a certificate, and is what PUBLIC_URL says behind a proxy', () => {
    expect(publicOrigin({}, 3000)).toBe(`http://${localAddress() ?? 'localhost'}:3000`);
    expect(publicOrigin({ TLS_CERT: 'cert.pem', HOST: '127.0.0.1' }, 3000)).toBe('https://localhost:3000');
    expect(publicOrigin({ PUBLIC_URL: 'https://tsunagu.example/' }, 3000)).toBe('https://tsunagu.example');
  });
});
