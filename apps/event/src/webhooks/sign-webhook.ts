import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/**
 * Headers of a signed delivery, as standardwebhooks.com defines them: HMAC-SHA256 over `id.timestamp.body`.
 * @param secret `whsec_` and the key in base64
 * @param seconds time of the attempt, since 1970
 */
export function signWebhook({ secret, id, seconds, body }: { secret: string; id: string; seconds: number; body: string }): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}
