import { describe, expect, it } from '@jest/globals';
import { AllowedPlaces, isPublicAddress } from './reachable-addresses.js';

describe('addresses that a webhook may reach', () => {
  it.each(['93.184.216.34', '8.8.8.8', '172.15.0.1', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.10', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1',
    '::1', '::', 'fe80::1', 'fd00::1', 'fc00::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'localhost', '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('the operator allows hosts by name, by address and by network', () => {
    const allowed = new AllowedPlaces('hooks.city.example,10.20.0.0/16,127.0.0.1,fd00::/8');
    expect(allowed.allows('Hooks.City.example', '10.99.0.1')).toBe(true);
    expect(allowed.allows('other.example', '10.20.3.4')).toBe(true);
    expect(allowed.allows('other.example', '::ffff:127.0.0.1')).toBe(true);
    expect(allowed.allows('other.example', 'fd00::7')).toBe(true);
    expect(allowed.allows('other.example', '10.21.0.1')).toBe(false);
    expect(new AllowedPlaces('').allows('localhost', '127.0.0.1')).toBe(false);
  });
});
