/** The bodies that are taken: JSON in UTF-8. What would stall or overflow a parser is refused before it is parsed. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphError } from '../graph/errors.js';
import { lostNumber } from '../lost-number.js';
import { repeatedKey } from '../repeated-key.js';
import { limits } from '../limits.js';

export const bodyLimits = {
  bytes: limits.request.body.value,
  /** Objects and lists inside one another. */
  depth: limits.request.jsonDepth.value,
  /** Items of lists and keys of objects. */
  values: limits.request.jsonValues.value,
};

const badRequest = (message: string) => new GraphError('BAD_REQUEST', message);
const unsupported = (message: string) => new GraphError('UNSUPPORTED_MEDIA_TYPE', message);

/** Takes JSON and nothing else. */
export function addBodyParser(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('remove', 'remove');
  app.removeAllContentTypeParsers();
  app.addHook('onRequest', async (request) => mustBePlain(request));
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    try {
      mustBeBounded(body);
      const text = decoded(body);
      mustReadOneWay(text);
      void parse(request, text, done);
    } catch (error) {
      done(error as Error);
    }
  });
}

/** A small body must not become a large one, and every reader of it must see the same text. */
function mustBePlain({ headers, routeOptions }: FastifyRequest): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw unsupported('The body must not be compressed: send it without content-encoding.');
  const isFile = routeOptions.config.transport === 'text';
  if (!isFile && !isUtf8(charsetOf(headers))) throw unsupported('The body must be in UTF-8.');
}

/** The encoding that the content type names, UTF-8 by default. */
export const charsetOf = (headers: FastifyRequest['headers']): string =>
  /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';

export const isUtf8 = (charset: string): boolean => /^utf-?8$/i.test(charset);

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decoded(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw badRequest('The body is not UTF-8.');
  }
}

/** Refuses JSON that is nested too deeply or has too many values. */
export function mustBeBounded(json: Buffer): void {
  const { depth, values } = measure(json);
  if (depth > bodyLimits.depth) throw badRequest(`The body nests too deeply: at most ${bodyLimits.depth} levels.`);
  if (values > bodyLimits.values)
    throw badRequest(`The body has too many values: at most ${bodyLimits.values.toLocaleString('en')}.`);
}

/** Refuses JSON that gives a key twice, or a number that loses digits. Text that is no JSON is left to the parser. */
export function mustReadOneWay(json: string): void {
  const again = repeatedKey(json);
  if (again !== undefined)
    throw badRequest(`The body gives the key ${JSON.stringify(again.key.slice(0, 100))} twice in one object: give it once.`);
  const lost = lostNumber(json);
  if (lost !== undefined) throw badRequest(`The number ${lost.text.slice(0, 100)} of the body ${lost.reason}.`);
}

const quote = 0x22;
const backslash = 0x5c;
const [comma, openList, closeList, openObject, closeObject] = Buffer.from(',[]{}') as unknown as [
  number,
  number,
  number,
  number,
  number,
];

function measure(json: Buffer): { depth: number; values: number } {
  let [depth, deepest, values, quoted] = [0, 0, 1, false];
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === quote) quoted = !quoted;
    else if (quoted) at += byte === backslash ? 1 : 0;
    else if (byte === openList || byte === openObject) deepest = Math.max(deepest, ++depth);
    else if (byte === closeList || byte === closeObject) depth--;
    else if (byte === comma) values++;
  }
  return { depth: deepest, values: values + deepest };
}
