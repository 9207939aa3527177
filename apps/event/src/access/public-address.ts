import { networkInterfaces } from 'node:os';

/** Interfaces of containers and tunnels: no phone in the room is there. */
const VIRTUAL = /^(docker|br-|veth|virbr|tailscale|utun|tun|wg)/;

/** This machine's IPv4 address on the local network, or undefined without one. Private ranges first: that is where phones are. */
export function localAddress(interfaces = networkInterfaces()): string | undefined {
  const found = Object.entries(interfaces).filter(([name]) => !VIRTUAL.test(name)).flatMap(([, addresses]) => addresses ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal).map((one) => one.address);
  return found.find((address) => /^(192\.168|10|172\.(1[6-9]|2\d|3[01]))\./.test(address)) ?? found[0];
}

/** The address that phones open: the setting, or this machine's on the local network. No slash at its end. */
export function publicOrigin(settings: { PUBLIC_URL?: string; TLS_CERT?: string; HOST?: string }, port: number): string {
  if (settings.PUBLIC_URL) return settings.PUBLIC_URL.replace(/\/+$/, '');
  return `${settings.TLS_CERT ? 'https' : 'http'}://${settings.HOST === '127.0.0.1' ? 'localhost' : localAddress() ?? 'localhost'}:${port}`;
}
