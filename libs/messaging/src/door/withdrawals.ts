import { MESSAGE_VERSION, Problem, type MessageEnvelope } from '@tsunagu/contracts';
import { finishRequest, UNKNOWN_PATTERN, type Database, type MatchRequestRow } from '@tsunagu/storage';
import { refusedAnswer, type RequestInHand } from './answers.js';

type Wanted = Pick<RequestInHand, 'service' | 'model' | 'keepMs'> & { id: string; replyTo: string };

/** The request that a withdrawal ends: as it is kept, or nothing but its id where it has not come yet. */
export function requestToWithdraw(row: MatchRequestRow | null, { service, id, replyTo, model, keepMs }: Wanted): RequestInHand {
  const now = new Date();
  const message: MessageEnvelope = row?.message as MessageEnvelope | undefined ?? { version: MESSAGE_VERSION, id, data: null, replyTo: row?.replyTo ?? replyTo, priority: 0 };
  return { service, pattern: row?.pattern ?? UNKNOWN_PATTERN, message, round: row?.round ?? 1, model, acceptedAt: row?.acceptedAt ?? now, takenAt: now, keepMs };
}

/** Ends a request as withdrawn. @returns its row, which has ended otherwise where it had ended before */
export const withdrawRequest = (database: Database, request: RequestInHand): ReturnType<typeof finishRequest> =>
  finishRequest(database.reader, { ...request, id: request.message.id }, refusedAnswer(request, new Problem('match.withdrawn').body, new Date()));
