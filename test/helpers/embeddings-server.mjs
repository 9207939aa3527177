// A process that speaks the format of /v1/embeddings with vectors that follow from the texts: one place a word it knows.
// argv: port (0: any), words…; prints its address. GET gives the bodies that it got. Like a real one it refuses a whole
// request in which one text is too long for it: 長すぎる. Models by name: broken (words for numbers), zeros, and two that answer
// the first request well, later ones with 500 (failing) or with longer vectors (longer).
import { createServer } from 'node:http';

const [port, ...words] = process.argv.slice(2);
const vectorOf = (text) => words.map((word) => (text.includes(word) ? 1 : 0.01));
const asked = [];
const server = createServer((request, response) => {
  if (request.method === 'GET') return response.end(JSON.stringify(asked));
  const parts = [];
  return request.on('data', (part) => parts.push(part)).on('end', () => {
    const body = JSON.parse(Buffer.concat(parts).toString());
    asked.push({ key: request.headers.authorization, ...body });
    response.setHeader('content-type', 'application/json');
    if (request.url !== '/v1/embeddings') return response.writeHead(404).end('{}');
    if (body.model === 'broken') return response.end('{"data":[{"index":0,"embedding":["x"]}]}');
    const first = asked.filter(({ model }) => model === body.model).length === 1;
    if (body.model === 'failing' && !first) return response.writeHead(500).end('{}');
    if (body.input.some((text) => text.includes('長すぎる'))) return response.writeHead(413).end('{}');
    const answer = { zeros: () => words.map(() => 0), longer: (text) => (first ? vectorOf(text) : [...vectorOf(text), ...vectorOf(text)]) }[body.model] ?? vectorOf;
    // The format promises no order.
    const data = body.input.map((text, index) => ({ object: 'embedding', index, embedding: answer(text) })).reverse();
    return response.end(JSON.stringify({ object: 'list', model: body.model, data }));
  });
});
server.listen(Number(port), '127.0.0.1', () => console.log(JSON.stringify(`http://127.0.0.1:${server.address().port}/v1/embeddings`)));
