/** How the queues are reached, in words: AsyncAPI has no bindings for them. */
export const ABOUT_MESSAGES = [
  'Another service asks Tsunagu for tags, candidates, teams or a repair, and is told what happens in the events that allow it. Messages are plain JSON; the queues are BullMQ queues, on Redis or on PostgreSQL, whichever the installation runs.',
  '**Before you start** the operator names your service in `SERVICES` and gives you its credentials; an organiser names it in an event’s settings. What needs no event (`people` in the request) needs no organiser.',
  '**Ask:** add a job to the queue `requests`: name = the pattern, data = the request. Choose an `id` of your own; the same id is answered once, however often it is sent, so after a doubt send it again. With a BullMQ client: `queue.add("match.tags", {"version": 1, "id": "my-1", "data": {…}}, {"jobId": "my-1"})`.',
  '**Be answered:** run a worker on the queue `results`. Every accepted request gets exactly one stored result, delivered at least once: `done` with `result`, or `rejected`, `expired` or `withdrawn` with `problem`. Drop what you have handled already, by `id` and `round`.',
  '**Be told:** run a worker with a concurrency of one on the queue `events`. In order of `seq` within an event, at least once: keep the highest `seq` of each event and drop what is not above it. Send `events.replay` to have events again. `participant.erased` means: erase what you keep about this pseudonym.',
  '**Limits:** a text has at most 1,000 characters and 4,000 UTF-16 units; `tags` takes 100 texts, the others 1,000 people. A service that leaves its results unread is refused (`match.unread_results`) until it fetches them. A result can be read for a day, also by HTTP: `GET /api/v1/service/requests/{id}` (see /api).',
  '**People of an event** appear under a pseudonym that differs from event to event, with their public tags; never with a name or their own words.',
].join('\n\n');

export const SERVERS = {
  redis: {
    host: 'redis.example:6379', protocol: 'redis', title: 'BullMQ on Redis',
    description: 'Key prefix `<namespace>-door-<service>` (namespace: `QUEUE_NAMESPACE`, `tsunagu` by default), as the BullMQ option `prefix`. A Redis ACL user of your own may touch `<prefix>:*` alone. BullMQ clients: Node.js `bullmq`, Python `bullmq`, PHP, Elixir, Rust, .NET. Requests with a priority repeat it as the job option `priority`. With a plain Redis client: the scripts in the hash `<prefix>:scripts`, see docs/connect-your-service.md.',
  },
  postgres: {
    host: 'postgres.example:5432', protocol: 'postgresql', title: 'BullMQ on PostgreSQL',
    description: 'Schema `<namespace>_door_<service>` with hyphens as underscores, as the option `schema` of BullMQ’s PostgreSQL backend. A role of your own may use this schema alone. Without a BullMQ client plain SQL does: see docs/connect-your-service.md.',
  },
};
