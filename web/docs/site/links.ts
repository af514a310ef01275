/** Where a link of a Markdown file leads to on the site. */
import { posix } from 'node:path';
import { linkTo } from './page.ts';
import { kindOf, pageOf } from './repository.ts';

/** Examples name the address that the service has by default: on the site they are links to the service that serves it. */
const ownService = /^http:\/\/127\.0\.0\.1:4000\/(.*)$/;

interface Link {
  readonly href: string;
  /** The file or folder of the repository, if it leads to one. */
  readonly target?: string;
}

export function resolveLink(href: string, file: string): Link {
  const from = pageOf(file);
  const own = ownService.exec(href)?.[1];
  if (own !== undefined) return { href: `${linkTo(from, '')}../${own}` };
  if (/^([a-z]+:|#)/.test(href)) return { href };
  const [path = '', anchor = ''] = href.split('#');
  const target = posix.join(posix.dirname(file), decodeURI(path)).replace(/\/$/, '');
  if (kindOf(target) === undefined) throw new Error(`${file} links to ${href}, which does not exist.`);
  if (/\.(svg|png|xlsx|gz|zip)$/.test(target)) return { href: linkTo(from, '') + target.replace(/^docs\//, ''), target };
  return { href: linkTo(from, pageOf(target), anchor), target };
}
