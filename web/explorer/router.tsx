import { createRootRoute, createRoute, createRouter, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { changesSearch } from './changes/search.ts';
import { entitySearch } from './entity/search.ts';
import { Loading } from './parts/loaded.tsx';
import { FailedView } from './shell/failed-view.tsx';
import { findSearch } from './find/search.ts';
import { regionsSearch } from './regions/search.ts';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';
import { base } from './url/base.ts';
import { viewSearch } from './url/view-search.ts';
import { walkSearch } from './walk/search.ts';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: viewSearch,
  search: { middlewares: [retainSearchParams(['asOf', 'lang', 'theme', 'slide'])] },
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: findSearch,
  component: lazyRouteComponent(() => import('./find/page.tsx')),
});

const entity = createRoute({
  getParentRoute: () => root,
  path: '/entity/$id',
  validateSearch: entitySearch,
  component: lazyRouteComponent(() => import('./entity/page.tsx')),
});

const document = createRoute({
  getParentRoute: () => root,
  path: '/document/$id',
  component: lazyRouteComponent(() => import('./document/page.tsx')),
});

const walk = createRoute({
  getParentRoute: () => root,
  path: '/walk',
  validateSearch: walkSearch,
  component: lazyRouteComponent(() => import('./walk/page.tsx')),
});

const regions = createRoute({
  getParentRoute: () => root,
  path: '/regions',
  validateSearch: regionsSearch,
  component: lazyRouteComponent(() => import('./regions/page.tsx')),
});

const changes = createRoute({
  getParentRoute: () => root,
  path: '/changes',
  validateSearch: changesSearch,
  component: lazyRouteComponent(() => import('./changes/page.tsx')),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  component: lazyRouteComponent(() => import('./review/page.tsx')),
});

const desk = createRoute({
  getParentRoute: () => root,
  path: '/review/$reading',
  component: lazyRouteComponent(() => import('./review/desk/page.tsx')),
});

export const router = createRouter({
  routeTree: root.addChildren([home, entity, document, walk, regions, changes, review, desk]),
  basepath: base === '' ? '/' : base,
  pathParamsAllowedCharacters: [':'], // as ids are written
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: FailedView,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
