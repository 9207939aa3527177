"""Asks Tsunagu for tags and candidates over Redis with a plain Redis client, and prints each result as a line of JSON.

    apt-get install python3-redis        (or: pip install redis)
    TSUNAGU_URL=redis://… TSUNAGU_PREFIX=… python3 ask.py
"""
import json
import os
import time
import uuid

import redis

PEOPLE = [
    {"id": "hanako", "intro": "写真を撮るのが得意です。動画を編集できる人を探しています。"},
    {"id": "taro", "intro": "動画編集の仕事をしています。写真が撮れる人を探しています。"},
    {"id": "jiro", "intro": "防災に興味があります。料理が得意です。"},
]
REPLY_TO = "results.plain"  # a queue of our own: other programs of this service keep theirs

door = redis.Redis.from_url(os.environ["TSUNAGU_URL"], decode_responses=True)
scripts = door.hgetall(os.environ["TSUNAGU_PREFIX"] + ":scripts")


def call(name, *arguments):
    return door.eval(scripts[name], 0, *arguments)


def ask(pattern, data):
    request_id = str(uuid.uuid4())  # send the same id again after a crash: it is answered once
    call("tsunagu_request", pattern, json.dumps({"id": request_id, "replyTo": REPLY_TO, "data": data}))
    give_up = time.monotonic() + 60
    while time.monotonic() < give_up:
        taken = call("tsunagu_next_result", REPLY_TO)
        if not taken:
            time.sleep(0.05)
            continue
        job, result = taken[0], json.loads(taken[1])
        # Store what it brings first; a result that is not done within 30 seconds comes again.
        call("tsunagu_done", REPLY_TO, job)
        if result["id"] == request_id:
            return result
    raise TimeoutError(request_id)


for pattern, data in [
    ("match.tags", {"texts": [{"id": person["id"], "text": person["intro"]} for person in PEOPLE]}),
    ("match.candidates", {"people": PEOPLE, "top": 2}),
    ("match.candidates", {"people": "everybody"}),  # refused, with the field that is wrong
]:
    print(json.dumps(ask(pattern, data), ensure_ascii=False), flush=True)
