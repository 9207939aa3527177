import { EmbeddingsError, type EndpointOptions } from '@tsunagu/matching';

/** A model on a laptop may take so long for its first answer. */
const LIMIT_MS = 20_000;

/** Asks an endpoint of the operator's over HTTP; `key` where it wants one. */
export const postTo = (url: string, key: string | undefined): EndpointOptions['post'] => async (body) => {
  const answer = await fetch(url, {
    method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(LIMIT_MS), redirect: 'error',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
  }).catch((error: Error) => { throw new EmbeddingsError(`the endpoint cannot be reached (${(error.cause as Error | undefined)?.message || error.message})`, { cause: error }); });
  if (!answer.ok) throw new EmbeddingsError(`the endpoint answers ${answer.status}`);
  return answer.json().catch((error: Error) => { throw new EmbeddingsError('the endpoint answers no JSON', { cause: error }); });
};
