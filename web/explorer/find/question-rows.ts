/** Questions to which the built-in graph has answers, and the views that give them. A question is shown where the graph has all of its entities. */
import { linkOptions } from '@tanstack/react-router';

const pilot = 'program:cn-used-car-export-pilot';

export const questionRows = [
  { name: 'pilotRegions', ids: [pilot, 'region:CN-SD'], link: linkOptions({ to: '/entity/$id', params: { id: pilot } }) },
  {
    name: 'carsExported',
    ids: ['indicator:cn-used-cars-exported'],
    link: linkOptions({ to: '/entity/$id', params: { id: 'indicator:cn-used-cars-exported' } }),
  },
  {
    name: 'guidelineIssuers',
    ids: ['policy:cn-2019-used-car-export-guideline'],
    link: linkOptions({ to: '/entity/$id', params: { id: 'policy:cn-2019-used-car-export-guideline' } }),
  },
  {
    name: 'renewalTargets',
    ids: ['policy:cn-2024-equipment-renewal-plan'],
    link: linkOptions({ to: '/entity/$id', params: { id: 'policy:cn-2024-equipment-renewal-plan' } }),
  },
  {
    name: 'undatedArticle',
    ids: ['document:china-oks-secondhand-car-exports'],
    link: linkOptions({ to: '/document/$id', params: { id: 'document:china-oks-secondhand-car-exports' } }),
  },
  {
    name: 'aseanIn1990',
    ids: ['region:ASEAN'],
    link: linkOptions({ to: '/entity/$id', params: { id: 'region:ASEAN' }, search: { asOf: '1990-01-01' } }),
  },
] as const;
