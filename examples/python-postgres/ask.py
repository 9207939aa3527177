"""Asks Tsunagu for tags and candidates over PostgreSQL, and prints each result as a line of JSON.

    pip install -r requirements.txt
    TSUNAGU_URL=postgres://… python ask.py
"""
import json
import os
import uuid

import psycopg
from psycopg.types.json import Jsonb

PEOPLE = [
    {"id": "hanako", "intro": "写真を撮るのが得意です。動画を編集できる人を探しています。"},
    {"id": "taro", "intro": "動画編集の仕事をしています。写真が撮れる人を探しています。"},
    {"id": "jiro", "intro": "防災に興味があります。料理が得意です。"},
]
REPLY_TO = "results.python"  # a queue of our own: other programs of this service keep theirs

with psycopg.connect(os.environ["TSUNAGU_URL"], autocommit=True) as connection:

    def ask(pattern: str, data: dict) -> dict:
        request_id = str(uuid.uuid4())  # send the same id again after a crash: it is answered once
        connection.execute("SELECT tsunagu_request(%s, %s)", (pattern, Jsonb({"id": request_id, "replyTo": REPLY_TO, "data": data})))
        for _ in range(12):
            # In a transaction the result is yours when you commit; if you fail before, it comes again.
            with connection.transaction():
                (result,) = connection.execute("SELECT tsunagu_next_result(5, %s)", (REPLY_TO,)).fetchone()
                if result and result["id"] == request_id:
                    return result
        raise TimeoutError(request_id)

    for pattern, data in [
        ("match.tags", {"texts": [{"id": person["id"], "text": person["intro"]} for person in PEOPLE]}),
        ("match.candidates", {"people": PEOPLE, "top": 2}),
        ("match.candidates", {"people": "everybody"}),  # refused, with the field that is wrong
    ]:
        print(json.dumps(ask(pattern, data), ensure_ascii=False), flush=True)
