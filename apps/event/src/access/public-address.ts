import { networkInterfaces } from 'node:os';

/** This machine's IPv4 address on the local network, or undefined without one. Private ranges first: that is where phones are. */
export function localAddress(): string | undefined {
  const found = Object.values(networkInterfaces()).flat().filter((one) => one && one.family === 'IPv4' && !one.internal).map((one) => one!.address);
  return found.find((address) => /^(192\.168|10|172\.(1[6-9]|2\d|3[01]))\./.test(address)) ?? found[0];
}

/** The address that phones open: the setting, or this machine's on the local network. No slash at its end. */
export function publicOrigin(settings: { PUBLIC_URL?: string; TLS_CERT?: string }, port: number): string {
  if (settings.PUBLIC_URL) return settings.PUBLIC_URL.replace(/\/+$/, '');
  return `${settings.TLS_CERT ? 'https' : 'http'}://${localAddress() ?? 'localhost'}:${port}`;
}
