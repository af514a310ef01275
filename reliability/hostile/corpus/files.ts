/** URLs that try to reach files, or other routes than they name. */
import { badRequest, notAllowed, notFound, type Hostile } from '../case.js';

const unknown: readonly string[] = [
  '/etc/passwd',
  '//etc/passwd',
  '/../../../../etc/passwd',
  '/playground/../../../../etc/passwd',
  '/playground/../../package.json',
  '/playground/%2e%2e/%2e%2e/package.json',
  '/playground/..%2f..%2fmain.js',
  '/playground/..%5c..%5cmain.js',
  '/playground/..\\..\\main.js',
  '/playground/....//....//main.js',
  '/playground/%252e%252e%252fmain.js',
  '/playground/.%00./main.js',
  '/playground/assets/../../main.js',
  '/playground/',
  '/playground/.env',
  '/.env',
  '/.git/config',
  '/.policygraph/keys.json',
  '/keys.json',
  '/package.json',
  '/dist/main.js',
  '/node_modules/fastify/package.json',
  '/graphql%00',
  '/graphql/',
  '/graphql/../import',
  '/GRAPHQL',
  '/graphql;x=1',
  '/graphql%2fstream',
  '/health/live/../ready',
  '/server-status',
  '/actuator/env',
  '/wp-login.php',
  '/%F0%9F%98%80',
  '/constructor',
  '/__proto__',
  `/${'a/'.repeat(2_000)}`,
  `/${'x'.repeat(7_000)}`,
];
const wrong: readonly string[] = [
  '/%',
  '/%zz',
  '/playground/%',
  '/%c3%28',
  '/playground/%ff%fe',
  '/playground/%c0%ae%c0%ae/main.js',
];

const get = (path: string) => () => ({ method: 'GET', path });

export const files: readonly Hostile[] = [
  ...unknown.map((path) => ({ name: path.slice(0, 60), request: get(path), ...notFound })),
  ...wrong.map((path) => ({ name: path, request: get(path), ...badRequest })),
  ...['DELETE', 'PATCH', 'PROPFIND'].map((method) => ({
    name: `${method} of GraphQL`,
    request: () => ({ method, path: '/graphql' }),
    ...notAllowed,
  })),
  ...['PUT', 'GET'].map((method) => ({
    name: `${method} of imports`,
    request: () => ({ method, path: '/import' }),
    ...notAllowed,
  })),
  { name: 'GET of a stream', request: get('/graphql/stream'), ...notAllowed },
];
