/** Questions to which the built-in graph has answers, and the views that give them. A question is shown where the graph has all of its entities. */
import { linkOptions } from '@tanstack/react-router';

const pilot = 'program:cn-used-car-export-pilot';
const exported = 'indicator:cn-used-cars-exported';
const guideline = 'policy:cn-2019-used-car-export-guideline';
const renewalPlan = 'policy:cn-2024-equipment-renewal-plan';
const undated = 'document:china-oks-secondhand-car-exports';
const [dealer, xian] = ['person:luo-lei', 'region:CN-610100'];

export const questionRows = [
  {
    name: 'pilotRegions',
    ids: [pilot, 'region:CN-SD'],
    link: linkOptions({ to: '/regions', search: { of: pilot, at: 'region:CN-SD' } }),
  },
  {
    name: 'carsExported',
    ids: [exported],
    link: linkOptions({ to: '/entity/$id', params: { id: exported }, search: { tab: 'figures' } }),
  },
  { name: 'guidelineIssuers', ids: [guideline], link: linkOptions({ to: '/entity/$id', params: { id: guideline } }) },
  {
    name: 'renewalTargets',
    ids: [renewalPlan],
    link: linkOptions({ to: '/entity/$id', params: { id: renewalPlan }, search: { tab: 'figures' } }),
  },
  { name: 'connection', ids: [dealer, xian], link: linkOptions({ to: '/walk', search: { between: `${dealer},${xian}` } }) },
  { name: 'qingdao', ids: ['region:CN-370200'], link: linkOptions({ to: '/regions', search: { at: 'region:CN-370200' } }) },
  {
    name: 'aseanIn1990',
    ids: ['region:ASEAN'],
    link: linkOptions({ to: '/entity/$id', params: { id: 'region:ASEAN' }, search: { asOf: '1990-01-01' } }),
  },
  {
    name: 'pilotChanges',
    ids: [pilot],
    link: linkOptions({ to: '/changes', search: { about: pilot, from: '2018-12-31', to: '2024-12-31' } }),
  },
  {
    name: 'aseanChanges',
    ids: ['region:ASEAN'],
    link: linkOptions({ to: '/changes', search: { about: 'region:ASEAN', from: '1990-01-01', to: '2000-01-01' } }),
  },
  { name: 'undatedArticle', ids: [undated], link: linkOptions({ to: '/document/$id', params: { id: undated } }) },
] as const;
