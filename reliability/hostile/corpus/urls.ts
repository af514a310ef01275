/** Requests by GET, and other methods. */
import { badRequest, each, json, nested, times, tooDeep, tooExpensive, type Hostile } from '../case.js';

const get = (search: string) => () => ({ method: 'GET', search });
export const urls: readonly Hostile[] = [
  { name: 'GET without a query', request: get(''), ...badRequest },
  { name: 'a mutation by GET', request: get('?query=mutation%7B__typename%7D'), status: 405, code: 'BAD_REQUEST' },
  { name: 'GET of two queries', request: get('?query=%7B__typename%7D&query=%7B__typename%7D'), ...badRequest },
  { name: 'GET with variables that are no JSON', request: get('?query=%7B__typename%7D&variables=%7B'), ...badRequest },
  {
    name: 'GET of 101 aliases',
    request: get(`?query=${encodeURIComponent(`{${each(101, (n) => `a${n}:__typename`)}}`)}`),
    ...tooExpensive,
  },
  { name: 'GET of an address of 100 kB', request: get(`?query=${times(100_000, 'x')}`), status: 414, code: 'URI_TOO_LONG' },
  { name: 'PUT', request: () => ({ method: 'PUT', headers: json, body: '{}' }), status: 405, code: 'BAD_REQUEST' },
  {
    name: 'GET of variables nested 3,000 deep',
    request: get(`?query=%7B__typename%7D&variables=${nested(3_000, '[', ']', '')}`),
    ...tooDeep,
  },
];
