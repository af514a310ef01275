/** Nothing from outside: a page, its scripts and workers come from here, and it talks to this service alone. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a browser may do with a page; the older header is for those that do not know frame-ancestors. */
export const pageGuards = {
  'content-security-policy': policy,
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** For files whose names change with their content. */
const immutable = 'public, max-age=31536000, immutable';

/** How long a browser keeps a file of a page. */
export const cacheControlOf = (path: string): string => (path.includes('/assets/') ? immutable : 'no-cache');
