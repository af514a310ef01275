/** Entities of the measured graph that have many of everything. */
import type { Hubs } from './requests.js';

type Ask = (query: string) => Promise<any>;

export async function hubsOf(ask: Ask): Promise<Hubs> {
  const idsOf = async (list: string, orderBy: string): Promise<string[]> => {
    const data = await ask(`{ ${list}(first: 2, orderBy: ${orderBy}) { edges { node { id } } } }`);
    return data[list].edges.map(({ node }: { node: { id: string } }) => node.id);
  };
  const [region = ''] = await idsOf('regions', 'LOCATED_COUNT_DESC');
  const [one = '', other = one] = await idsOf('agencies', 'POLICIES_COUNT_DESC');
  const [indicator = 'indicator:unknown'] = await idsOf('indicators', 'DOCUMENTS_COUNT_DESC');
  const [document = ''] = await idsOf('documents', 'MENTIONS_COUNT_DESC');
  const [program = 'program:unknown'] = await idsOf('programs', 'REGIONS_COUNT_DESC');
  return { region, agencies: [one, other], indicator, document, program };
}
