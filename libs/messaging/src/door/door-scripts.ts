import type { QueueStore } from '../transport/queue-store.js';

type RedisStore = Extract<QueueStore, { kind: 'redis' }>;

/**
 * Lua for services whose language has a Redis client and no BullMQ, named as the SQL functions are: they work on BullMQ's own
 * keys, run with the rights of the caller, and lie in the hash `<prefix>:scripts` of the service's door.
 *
 *     EVAL <tsunagu_request> 0 match.tags '{"id":"my-1","data":{…}}'  → the request's id
 *     EVAL <tsunagu_next_result> 0 [queue] [seconds]                  → [job, result], or nil; comes again after `seconds` (30)
 *     EVAL <tsunagu_next_event> 0 [seconds]                           → [job, event], or nil while one is in hand
 *     EVAL <tsunagu_done> 0 queue job                                 → 1: that message will not come again
 *     EVAL <tsunagu_withdraw> 0 id · EVAL <tsunagu_replay> 0 event since
 */
export const doorScripts = (prefix: string): Record<string, string> => Object.fromEntries(
  Object.entries(SCRIPTS).map(([name, body]) => [name, `local prefix = '${prefix}:'\n${body}`]));

/** Puts the scripts where the service finds them. */
export async function putDoorScripts(redis: { hset(key: string, values: Record<string, string>): Promise<unknown> }, { prefix }: RedisStore): Promise<void> {
  await redis.hset(`${prefix}:scripts`, doorScripts(prefix));
}

/** A job as BullMQ stores it; read as text, since cjson would turn an empty list into an object. */
const ADD = `
local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end
local function add(queue, name, text, priority)
  local q = prefix .. queue .. ':'
  local id = redis.call('INCR', q .. 'id')
  redis.call('HSET', q .. id, 'name', name, 'data', text, 'opts', '{"removeOnComplete":true,"removeOnFail":true,"attempts":1}', 'timestamp', string.format('%.0f', now()), 'delay', 0, 'priority', priority)
  if priority > 0 then
    redis.call('ZADD', q .. 'prioritized', priority * 0x100000000 + redis.call('INCR', q .. 'pc') % 0x100000000, id)
  else
    redis.call('LPUSH', q .. 'wait', id)
  end
  redis.call('ZADD', q .. 'marker', 0, '0')
end
`;
const CONTROL = `${ADD}
local function control(name, data)
  local id = name:gsub('%.', '-') .. '-' .. redis.call('INCR', prefix .. 'control:asked') .. '-' .. string.format('%.0f', now())
  add('control', name, cjson.encode({ version = 1, id = id, data = data }), 0)
  return id
end
`;
const TAKE = `
local function take(queue, seconds, one)
  local q = prefix .. queue .. ':'
  local function hold(id)
    local text = redis.call('HGET', q .. id, 'data')
    if not text then redis.call('LREM', q .. 'active', 1, id) return nil end
    redis.call('SET', q .. id .. ':lock', 'tsunagu', 'PX', math.floor(seconds * 1000))
    return { id, text }
  end
  local active = redis.call('LRANGE', q .. 'active', 0, -1)
  for at = #active, 1, -1 do
    if redis.call('EXISTS', q .. active[at] .. ':lock') == 0 then
      local held = hold(active[at])
      if held then return held end
    elseif one then return nil end
  end
  while true do
    local id = redis.call('RPOPLPUSH', q .. 'wait', q .. 'active')
    if not id then return nil end
    local held = hold(id)
    if held then return held end
  end
end
`;

const SCRIPTS = {
  tsunagu_request: `${ADD}
local message = cjson.decode(ARGV[2])
if type(message) ~= 'table' or type(message.id) ~= 'string' then return redis.error_reply('the message needs an id of yours, a string') end
add('requests', ARGV[1], message.version and ARGV[2] or '{"version":1,' .. ARGV[2]:gsub('^%s*{', '', 1), tonumber(message.priority) or 0)
return message.id`,
  tsunagu_withdraw: `${CONTROL}
return control('match.withdraw', { id = ARGV[1] })`,
  tsunagu_replay: `${CONTROL}
return control('events.replay', { eventId = ARGV[1], since = tonumber(ARGV[2]) })`,
  tsunagu_next_result: `${TAKE}
return take(ARGV[1] or 'results', tonumber(ARGV[2]) or 30, false)`,
  tsunagu_next_event: `${TAKE}
return take('events', tonumber(ARGV[1]) or 30, true)`,
  tsunagu_done: `
local q = prefix .. ARGV[1] .. ':'
redis.call('DEL', q .. ARGV[2] .. ':lock')
redis.call('LREM', q .. 'active', 1, ARGV[2])
return redis.call('DEL', q .. ARGV[2])`,
} as const;
