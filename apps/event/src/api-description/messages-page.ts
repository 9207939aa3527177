import { asyncApi } from './async-api.js';
import { fieldRows, type Schema } from './field-rows.js';

interface Message { name: string; title: string; summary: string; payload: Schema; examples?: { payload: unknown }[] }
interface Channel { address: string; title: string; description: string; messages: Record<string, unknown> }
interface Server { title: string; description: string }

const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]!);
/** `code` and **bold** of our own texts. */
const prose = (text: string): string => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>').replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');
const paragraphs = (text: string): string => text.split('\n\n').map((part) => `<p>${prose(part)}</p>`).join('\n');
const anchor = (text: string): string => text.replace(/[^a-z0-9]+/gi, '-');

function fields(schema: Schema, about: string): string {
  const rows = fieldRows(schema).map(({ path, type, required, about: meaning }) =>
    `<tr><th scope="row"><code>${escape(path)}</code></th><td>${escape(type)}</td><td>${required ? 'yes' : ''}</td><td>${prose(meaning)}</td></tr>`).join('\n');
  return `<div class="frame" tabindex="0" role="region" aria-label="Fields of ${escape(about)}"><table><thead><tr><th scope="col">field</th><th scope="col">type</th><th scope="col">must be there</th><th scope="col">meaning</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function messageCard(channel: string, id: string, { name, title, summary, payload, examples = [] }: Message): string {
  const shown = examples.map(({ payload: example }) => `<pre tabindex="0">${escape(JSON.stringify(example, null, 2))}</pre>`).join('');
  return `<section class="card" id="${anchor(`${channel}-${id}`)}"><h3><code>${escape(name)}</code> ${prose(title)}</h3><p>${prose(summary)}</p>${shown}
<details><summary>Fields</summary>${fields(payload, id)}</details></section>`;
}

/** The door for other services as a page: everything that somebody needs to write a requester in any language. */
export function messagesPage(): string {
  const { info, servers, channels, components } = asyncApi() as unknown as { info: { title: string; description: string }; servers: Record<string, Server>; channels: Record<string, Channel>; components: { messages: Record<string, Message> } };
  const own = Object.entries(channels).filter(([name]) => name !== 'resultsOfOne');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(info.title)}</title><meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/api/messages.css"></head>
<body><header><p><a href="/api">HTTP</a> · <a href="/api/asyncapi.json">AsyncAPI 3 (JSON)</a></p><h1>${escape(info.title)}</h1></header>
<main><section class="card">${paragraphs(info.description)}</section>
<nav class="card" aria-label="Queues"><ul>${own.map(([name, { title }]) => `<li><a href="#${anchor(name)}"><code>${name}</code></a> ${escape(title)}</li>`).join('')}</ul></nav>
<section class="card"><h2>Where the queues are</h2>${Object.values(servers).map(({ title, description }) => `<h3>${escape(title)}</h3><p>${prose(description)}</p>`).join('\n')}</section>
${own.map(([name, { title, description, messages }]) => `<section id="${anchor(name)}"><h2><code>${name}</code> ${escape(title)}</h2><p>${prose(description)}</p>
${Object.keys(messages).map((id) => messageCard(name, id, components.messages[id])).join('\n')}</section>`).join('\n')}
</main></body></html>
`;
}

/** Its look: the product's paper and ink, light and dark. */
export const MESSAGES_CSS = `:root{color-scheme:light dark;--paper:#f6f4ee;--card:#fff;--sunk:#eeebe2;--ink:#1c2331;--soft:#525b6b;--line:#dfdacd;--indigo:#2a3d86}
@media (prefers-color-scheme:dark){:root{--paper:#12151b;--card:#1b1f28;--sunk:#0d0f14;--ink:#eceef3;--soft:#aeb6c4;--line:#2f3542;--indigo:#aebcff}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.7 "Hiragino Sans","BIZ UDPGothic","Noto Sans JP",system-ui,sans-serif;overflow-wrap:anywhere}
header,main{max-width:64rem;margin:0 auto;padding:16px}h1{font-size:1.8rem;line-height:1.3;margin:0}h2{margin:2rem 0 .5rem}h3{margin:0 0 .5rem;font-size:1.1rem}
a{color:var(--indigo)}code{font-family:ui-monospace,"SF Mono","Roboto Mono",monospace;font-size:.92em}h3 code{color:var(--indigo)}
.card{background:var(--card);border:1px solid var(--line);border-radius:16px;padding:16px 20px;margin:0 0 16px}
pre{background:var(--sunk);border-radius:10px;padding:12px;overflow:auto;font:0.875rem/1.5 ui-monospace,"Roboto Mono",monospace}
summary{cursor:pointer;color:var(--indigo);min-height:44px;display:flex;align-items:center}summary::before{content:"▸";margin-right:8px}details[open]>summary::before{content:"▾"}
.frame{overflow:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:6px 10px;border-top:1px solid var(--line)}thead th{color:var(--soft);border:0}
:focus-visible{outline:3px solid var(--indigo);outline-offset:2px}
`;
