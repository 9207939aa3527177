// Invented phones that join, follow their stream and write introductions, over the real HTTP and sockets.
import { randomBytes } from 'node:crypto';
import { io } from 'socket.io-client';

const SKILLS = ['写真撮影', '経理', 'Python', '手話', '大工', '動画編集', 'データ分析', '保育', '通訳', '溶接', 'Webデザイン', '農業', '司会', '裁縫', '家電修理'];
const INTERESTS = ['防災', '子育て', '登山', '地域通貨', '空き家活用', '囲碁', '食品ロス', 'フードバンク', '観光', '多文化共生', '認知症カフェ', '環境問題'];
const ROLES = ['デザイナー', 'エンジニア', '料理のできる方', '運転手', 'ライター', '会場を貸してくれる方', '英語を話せる方', '会計を手伝ってくれる方'];

/** The n-th invented introduction: ordinary sentences, some 90 characters. */
export const introductionOf = (n) => {
  const of = (list, step) => list[(n * step) % list.length];
  return `はじめまして、${n % 9 + 1}丁目に住んでいます。仕事では${of(SKILLS, 1)}を${n % 20 + 1}年やっていて、${of(SKILLS, 7)}もできます。`
    + `最近は${of(INTERESTS, 5)}に興味があり、${of(INTERESTS, 3)}について学びたいです。${of(ROLES, 1)}を探しています。`;
};

export async function call(origin, method, path, body, cookie, headers = {}) {
  const answer = await fetch(origin + path, {
    method, body: body && JSON.stringify(body), headers: { 'x-tsunagu': '1', ...(body ? { 'content-type': 'application/json' } : {}), ...(cookie ? { cookie } : {}), ...headers },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 200)}`);
  return { json: text ? JSON.parse(text) : null, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] };
}

export class Phone {
  waiting = new Map();
  revision = 0;

  static async join(origin, code, n, introduction) {
    const phone = new Phone();
    const { json, cookie } = await call(origin, 'POST', `/api/v1/join/${code}/participants`, { nickname: `人${n}`, consentVersion: 1, introduction }, undefined, { 'idempotency-key': randomBytes(16).toString('hex') });
    return Object.assign(phone, { origin, cookie, n, id: json.participantId, eventId: json.eventId, revision: introduction ? 1 : 0 });
  }

  async follow() {
    const { json } = await call(this.origin, 'GET', `/api/v1/events/${this.eventId}/me`, undefined, this.cookie);
    this.socket = io(this.origin, { transports: ['websocket'], extraHeaders: { cookie: this.cookie }, reconnection: false });
    this.socket.on('live', ({ type, payload }) => {
      if (type === 'statements.changed') this.waiting.get(payload.revision)?.();
    });
    await new Promise((resolve, reject) => { this.socket.on('connect', resolve); this.socket.on('connect_error', reject); });
    const welcome = await this.socket.emitWithAck('follow', { as: 'participant', eventId: this.eventId, since: json.positions });
    if (!welcome.ok) throw new Error(`not followed: ${JSON.stringify(welcome)}`);
  }

  /** @returns milliseconds from sending an introduction until its tags were pushed to this phone */
  write(text) {
    // a person writes one introduction after the other
    return (this.last = (this.last ?? Promise.resolve()).then(() => this.writeNow(text)));
  }

  async writeNow(text) {
    const revision = this.revision + 1;
    const tags = new Promise((resolve) => this.waiting.set(revision, resolve));
    const began = performance.now();
    await call(this.origin, 'PUT', `/api/v1/events/${this.eventId}/me/introduction`, { text, basedOn: this.revision }, this.cookie);
    this.revision = revision;
    await tags;
    this.waiting.delete(revision);
    return performance.now() - began;
  }

  close() {
    this.socket?.disconnect();
  }
}

export const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
