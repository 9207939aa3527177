// What the queue alone would allow: the same number of commits and hops by bare BullMQ handlers on the same PostgreSQL, nothing else.
//   one submission of the product: commit (introduction) → job → commit (tags) → job → commit (candidates)
import pg from 'pg';
import { createPostgresBackend, Queue, Worker } from 'bullmq';

/** @returns items a second */
export async function bareThroughput(databaseUrl, items) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 });
  await pool.query('CREATE SCHEMA IF NOT EXISTS bench_bare; CREATE TABLE IF NOT EXISTS bench_bare.row (n int, stage int)');
  const connection = { connectionString: databaseUrl, schema: 'bench_queue', migrate: true, max: 4 };
  const options = { connection, defaultJobOptions: { removeOnComplete: true } };
  const [first, second] = [new Queue('first', options, createPostgresBackend), new Queue('second', options, createPostgresBackend)];
  await Promise.all([first.waitUntilReady(), second.waitUntilReady()]);
  const commit = async (n, stage) => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO bench_bare.row VALUES ($1, $2)', [n, stage]);
    await client.query('COMMIT');
    client.release();
  };
  let done = 0;
  let finish;
  const finished = new Promise((resolve) => { finish = resolve; });
  const workers = [
    new Worker('first', async ({ data }) => { await commit(data.n, 1); await second.add('second', data); }, { connection, concurrency: 8 }, createPostgresBackend),
    new Worker('second', async ({ data }) => { await commit(data.n, 2); if (++done === items) finish(); }, { connection, concurrency: 8 }, createPostgresBackend),
  ];
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  const began = performance.now();
  let next = 0;
  const submit = async () => {
    for (let n = next++; n < items; n = next++) {
      await commit(n, 0);
      await first.add('first', { n });
    }
  };
  await Promise.all(Array.from({ length: 16 }, submit));
  await finished;
  const seconds = (performance.now() - began) / 1000;
  await Promise.all([...workers, first, second].map((one) => one.close()));
  await pool.query('DROP SCHEMA bench_bare CASCADE; DROP SCHEMA IF EXISTS bench_queue CASCADE');
  await pool.end();
  return items / seconds;
}
