// Stands in for the reading thread where a test must decide what is read: the text is JSON that says it.
// {"tags":[["skill","写真"]],"needs":[["seeking","場所","place"]],"offers":[]} · {"hang":true} · {"pause":20} · {"throw":true} · {"code":"intro.too_many_marks"}
// {"usesWords":true} has a tag for each of the event's words.
// {"hangsIn":"encounter"} and {"hangsIn":"concepts"} hang where nothing but that is read of them.

const statement = (text) => ([kind, concept, role]) => ({ kind, concept, label: concept, phrase: concept, ...(role ? { role } : {}), score: 0.8, evidence: [[text.indexOf(concept), text.indexOf(concept) + concept.length]], rule: 'scripted' });

function profileOf(text, words) {
  const script = JSON.parse(text);
  if (script.throw) throw new TypeError(`cannot read: ${text}`);
  if (script.code) return { ok: false, code: script.code };
  while (script.hang);
  if (script.pause) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, script.pause);
  if (script.usesWords) return { ok: true, profile: { tags: words.map(({ label }) => statement(text)(['interest', label])), needs: [], offers: [], sounds: {} } };
  const { tags = [], needs = [], offers = [] } = script;
  return { ok: true, profile: { tags: tags.map(statement(text)), needs: needs.map(statement(text)), offers: offers.map(statement(text)), sounds: {} } };
}

export default function readTexts({ what, texts, words, began }) {
  return texts.map((text, index) => {
    began.postMessage(index);
    while ((typeof text === 'string' ? text : text.introduction ?? '').includes(`"hangsIn":"${what}"`));
    if (what === 'profile') return profileOf(text, words);
    if (what === 'encounter') return { ok: true, encounter: { scenes: [] } };
    const label = text.split('\n')[0];
    return { ok: true, concepts: [{ concept: label, label, weight: 1 }] };
  });
}
