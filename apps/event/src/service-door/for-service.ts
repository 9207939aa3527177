import { Problem } from '@tsunagu/contracts';

const SERVICE_PATHS = '/api/v1/service/';

/** A refusal as its caller can use it: another service has no page that it could reload. */
export const forService = (problem: Problem, { originalUrl }: { originalUrl: string }): Problem =>
  (problem.code === 'request.malformed' && originalUrl.startsWith(SERVICE_PATHS) ? new Problem('match.malformed', { cause: problem }) : problem);
