"""Asks Tsunagu for tags and candidates over Redis, and prints each result as a line of JSON.

    pip install -r requirements.txt
    TSUNAGU_URL=redis://… TSUNAGU_PREFIX=… python ask.py
"""
import asyncio
import json
import os
import sys
import uuid
from datetime import datetime, timedelta, timezone

from bullmq import Queue, Worker

PLACE = {"connection": os.environ["TSUNAGU_URL"], "prefix": os.environ["TSUNAGU_PREFIX"]}
PEOPLE = [
    {"id": "hanako", "intro": "写真を撮るのが得意です。動画を編集できる人を探しています。"},
    {"id": "taro", "intro": "動画編集の仕事をしています。写真が撮れる人を探しています。"},
    {"id": "jiro", "intro": "防災に興味があります。料理が得意です。"},
]
REPLY_TO = "results.python"  # a queue of our own: other programs of this service keep theirs


async def main() -> None:
    requests = Queue("requests", PLACE)
    waiting: dict[str, asyncio.Future] = {}

    async def take(job, _token):
        result = job.data
        # At least once: a result may come twice. Who no longer waits for this id has had it.
        future = waiting.pop(result["id"], None)
        if future:
            future.set_result(result)

    results = Worker(REPLY_TO, take, PLACE)

    async def ask(pattern: str, data: dict) -> dict:
        request_id = str(uuid.uuid4())  # send the same id again after a crash: it is answered once
        waiting[request_id] = asyncio.get_running_loop().create_future()
        deadline = datetime.now(timezone.utc) + timedelta(seconds=60)
        await requests.add(pattern, {"version": 1, "id": request_id, "replyTo": REPLY_TO, "deadline": deadline.isoformat(), "data": data}, {"removeOnFail": True})
        return await asyncio.wait_for(waiting[request_id], 70)

    for pattern, data in [
        ("match.tags", {"texts": [{"id": person["id"], "text": person["intro"]} for person in PEOPLE]}),
        ("match.candidates", {"people": PEOPLE, "top": 2}),
        ("match.candidates", {"people": "everybody"}),  # refused, with the field that is wrong
    ]:
        print(json.dumps(await ask(pattern, data), ensure_ascii=False))
        sys.stdout.flush()
    await results.close()
    await requests.close()


asyncio.run(main())
