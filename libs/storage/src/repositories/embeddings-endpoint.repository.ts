import type { Transaction } from '../database.js';

/** An endpoint outside that turns introductions into vectors, as the operator has named it. */
export interface EmbeddingsEndpoint { host: string; model: string }
export interface EndpointState extends EmbeddingsEndpoint { downSince: Date | null; problem: string | null }

const FIRST_PAUSE_S = 2;
const LONGEST_PAUSE_S = 60;

export async function findEndpoint(tx: Transaction): Promise<EndpointState | null> {
  const [row] = await tx.query('SELECT host, model, down_since AS "downSince", problem FROM embeddings_endpoint');
  return row ?? null;
}

/**
 * Notes which endpoint the operator has named, or that there is none now. Vectors by another endpoint or model are forgotten
 * once there is a new one; without any they stay, and count for nothing.
 */
export async function setEndpoint(tx: Transaction, endpoint: EmbeddingsEndpoint | null): Promise<void> {
  await tx.query('LOCK TABLE embeddings_endpoint IN SHARE ROW EXCLUSIVE MODE');
  const before = await findEndpoint(tx);
  if (before?.host === endpoint?.host && before?.model === endpoint?.model) return;
  await tx.query('DELETE FROM embeddings_endpoint');
  await tx.query('UPDATE participant SET matching_revision = matching_revision + 1 WHERE id IN (SELECT participant_id FROM introduction_vector)');
  if (!endpoint) return;
  await tx.query('INSERT INTO embeddings_endpoint (host, model) VALUES ($1, $2)', [endpoint.host, endpoint.model]);
  await tx.query('DELETE FROM introduction_vector WHERE host <> $1 OR model <> $2', [endpoint.host, endpoint.model]);
}

/** One process at a time asks the endpoint, and nobody while it is left alone after a failure. A killed process's lease runs out. */
export async function leaseEndpoint(tx: Transaction, { host, model }: EmbeddingsEndpoint, seconds: number): Promise<boolean> {
  const [, leased] = await tx.query(
    `UPDATE embeddings_endpoint SET leased_until = now() + make_interval(secs => $3)
     WHERE host = $1 AND model = $2 AND coalesce(leased_until, '-infinity') < now() AND coalesce(next_try_at, '-infinity') < now()`, [host, model, seconds]);
  return leased > 0;
}

/** Holds the lease on, while the process that has it goes on asking. */
export async function renewEndpointLease(tx: Transaction, { host, model }: EmbeddingsEndpoint, seconds: number): Promise<void> {
  await tx.query('UPDATE embeddings_endpoint SET leased_until = now() + make_interval(secs => $3) WHERE host = $1 AND model = $2', [host, model, seconds]);
}

/** Gives the lease back, with what the endpoint said wrong, if anything. @returns whether it went down or came back just now */
export async function releaseEndpoint(tx: Transaction, { host, model }: EmbeddingsEndpoint, problem: string | null = null): Promise<boolean> {
  const [row] = await tx.query('SELECT down_since IS NOT NULL AS down FROM embeddings_endpoint WHERE host = $1 AND model = $2 FOR UPDATE', [host, model]);
  if (!row) return false;
  await tx.query(
    `UPDATE embeddings_endpoint SET leased_until = NULL, problem = $3, failures = CASE WHEN $3::text IS NULL THEN 0 ELSE failures + 1 END,
       down_since = CASE WHEN $3::text IS NULL THEN NULL ELSE coalesce(down_since, now()) END,
       next_try_at = CASE WHEN $3::text IS NULL THEN NULL ELSE now() + make_interval(secs => least($4::float8, $5 * 2 ^ least(failures, 20))) END
     WHERE host = $1 AND model = $2`, [host, model, problem, LONGEST_PAUSE_S, FIRST_PAUSE_S]);
  return row.down !== (problem !== null);
}
