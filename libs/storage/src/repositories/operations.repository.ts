import type { OperationsView } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';

type ServiceNumbers = Pick<OperationsView['services'][number], 'undelivered' | 'lagSeconds' | 'eventsBehind' | 'letters'>;

/** What the tables know of each outside service's requests and events. */
export async function countServices(tx: Transaction, services: string[]): Promise<Map<string, ServiceNumbers>> {
  const rows: { service: string; undelivered: number; letters: number; behind: number; p50: number | null; p95: number | null }[] = await tx.query(
    `SELECT s.service,
       (SELECT count(*)::int FROM match_request r WHERE r.service = s.service AND r.finished_at IS NOT NULL AND r.delivered_at IS NULL) AS undelivered,
       (SELECT count(*)::int FROM dead_letter d WHERE d.service = s.service AND d.replayed_at IS NULL) AS letters,
       (SELECT coalesce(sum(st.last_seq - coalesce(p.seq, 0)), 0)::int FROM stream st JOIN event e ON e.id = st.event_id
          LEFT JOIN position p ON p.consumer = 'door:' || s.service AND p.stream = st.id WHERE st.kind = 'outside' AND s.service = ANY(e.services)) AS behind,
       lag.p50, lag.p95
     FROM unnest($1::text[]) AS s(service)
     LEFT JOIN LATERAL (
       SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS p50, percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds) AS p95
       FROM (SELECT extract(epoch FROM r.finished_at - r.accepted_at)::float8 AS seconds FROM match_request r WHERE r.service = s.service AND r.finished_at > now() - interval '1 hour') recent) lag ON true`, [services]);
  return new Map(rows.map(({ service, undelivered, letters, behind, p50, p95 }) =>
    [service, { undelivered, letters, eventsBehind: behind, lagSeconds: p50 === null || p95 === null ? null : { p50, p95 } }]));
}

/** How webhooks are doing, over all events. */
export async function countAllWebhooks(tx: Transaction): Promise<OperationsView['webhooks']> {
  const [row] = await tx.query(
    `SELECT count(*) FILTER (WHERE stopped_because IS NULL)::int AS running, count(*) FILTER (WHERE stopped_because IS NULL AND failures > 0)::int AS failing,
       count(*) FILTER (WHERE stopped_because IN ('gone', 'failing'))::int AS stopped,
       coalesce(sum((SELECT count(*) FROM log l WHERE l.stream = 'outside:' || w.event_id AND l.type = ANY(w.types)
         AND l.seq > coalesce((SELECT p.seq FROM position p WHERE p.consumer = 'webhook:' || w.id AND p.stream = l.stream), 0))), 0)::int AS waiting,
       (SELECT count(*)::int FROM webhook_delivery WHERE outcome <> 'delivered' AND at > now() - interval '1 hour') AS "failedLastHour"
     FROM webhook w`);
  return row;
}

/** Jobs that the log orders and nobody has done yet, or that were given up. */
export async function countJobs(tx: Transaction): Promise<OperationsView['jobs']> {
  const [row] = await tx.query(
    `SELECT (SELECT count(*)::int FROM log WHERE job_error IS NOT NULL AND job_done_at IS NULL) AS dead, count(*)::int AS waiting,
       coalesce(extract(epoch FROM now() - min(at)), 0)::float8 AS "oldestSeconds"
     FROM log WHERE job IS NOT NULL AND job_done_at IS NULL AND job_error IS NULL`);
  return row;
}
