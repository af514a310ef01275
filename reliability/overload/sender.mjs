/**
 * Generates load from a process of its own: requests leave at a fixed rate whatever becomes of those before, or, without a rate, one after another on each
 * connection. A request is bytes that are written as they are, so that the sender takes little of the machine from the service.
 */
import { connect } from 'node:net';

/** Milliseconds between two looks at the clock. */
const tick = 2;

/** The service has accepted a connection when it answers this: requests are timed on connections that are open. */
const greeting = 'GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n';

class Connection {
  constructor({ port, onAnswer, onFree }) {
    Object.assign(this, { port, onAnswer, onFree, buffer: '', sentAt: undefined });
    this.open();
  }

  open() {
    this.socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
    this.socket.setEncoding('latin1');
    this.socket.on('connect', () => this.socket.write(greeting));
    this.socket.on('data', (text) => this.take(text));
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => this.closed());
  }

  send(request) {
    this.sentAt = performance.now();
    this.socket.write(request);
  }

  take(text) {
    this.buffer += text;
    const head = this.buffer.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.buffer)?.[1]);
    if (this.buffer.length < head + 4 + length) return;
    if (this.sentAt !== undefined) this.answered(this.buffer.slice(9, 12));
    this.isLast = /^connection: close/im.test(this.buffer.slice(0, head));
    this.buffer = '';
    if (!this.isLast) this.onFree(this);
  }

  answered(status) {
    this.onAnswer(status, performance.now() - this.sentAt);
    this.sentAt = undefined;
  }

  closed() {
    if (this.sentAt !== undefined) this.answered('lost');
    this.buffer = '';
    if (!this.ended) setTimeout(() => this.open(), 10);
  }

  end() {
    this.ended = true;
    this.socket.destroy();
  }
}

/** `requests` are sent in turn; `rate` is requests a second. Answers the milliseconds of each status, and how many found no free connection. */
async function send({ port, requests, connections: count, rate, seconds }) {
  const times = {};
  const free = [];
  let [next, unsent, sent] = [0, 0, 0];
  let began = performance.now();
  const isOver = () => performance.now() - began > seconds * 1000;
  const send = (connection) => connection.send(requests[next++ % requests.length]);
  const onAnswer = (status, time) => (times[status] ??= []).push(time);
  const onFree = (connection) => (rate > 0 || !isOpen ? free.push(connection) : isOver() || send(connection));
  let isOpen = false;
  const connections = Array.from({ length: count }, () => new Connection({ port, onAnswer, onFree }));
  while (free.length < count) await new Promise((resolve) => setTimeout(resolve, tick));
  [isOpen, began] = [true, performance.now()];
  if (rate === 0) free.splice(0).forEach(send);
  while (!isOver()) {
    await new Promise((resolve) => setTimeout(resolve, tick));
    for (const due = (rate * (performance.now() - began)) / 1000; sent < due; sent++) {
      const connection = free.shift();
      if (connection === undefined) unsent++;
      else send(connection);
    }
  }
  const elapsed = performance.now() - began;
  const unanswered = connections.filter(({ sentAt }) => sentAt !== undefined).length;
  for (const connection of connections) connection.end();
  return { times, unsent, unanswered, elapsed };
}

process.on('message', async (job) => process.send(await send(job)));
process.on('disconnect', () => process.exit(0));
