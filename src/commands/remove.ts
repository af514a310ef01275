import { randomUUID } from 'node:crypto';
import { applyChangeset } from '../changesets/apply.js';
import type { Entry } from '../changesets/report.js';
import { storedEntities } from '../changesets/stored.js';
import { readerOf } from '../graph/port.js';
import { openGraph } from '../open-graph.js';
import { removalOf } from '../reading/kept/removal.js';
import { SettingsError, type Settings } from '../settings/settings.js';
import { emptyGraph, graphIsThere } from './graph-there.js';
import { counted, type Report } from './report.js';

/** Takes a document out of the graph: lists what is retracted, and what keeps other evidence. Throws a SettingsError or a GraphError. */
export async function remove(settings: Settings, document: string, { dryRun }: { readonly dryRun: boolean }): Promise<Report> {
  if (!graphIsThere(settings)) throw new SettingsError(emptyGraph);
  const graph = await openGraph(settings);
  try {
    const entity = (await storedEntities(readerOf(graph), [document])).get(document);
    if (entity?.label !== 'Document') throw new SettingsError(`There is no document "${document}" in the graph.`);
    const { lists, landing } = removalOf(graph, document);
    const said = { author: 'policygraph remove', reason: `Removes ${document}.`, origin: 'policygraph remove' };
    const request = { id: `changeset:${randomUUID()}`, ...said, ...(await lists()) };
    const { outcome, changeset, entries } = await applyChangeset(graph, request, { dryRun, landing });
    const landed = outcome === 'LANDED' ? [`Landed as ${changeset}`] : [];
    return { lines: [...report(document, entries, dryRun), ...landed], ok: true };
  } finally {
    await graph.close();
  }
}

function report(document: string, entries: readonly Entry[], dryRun: boolean): string[] {
  const ended = entries.filter(({ kind }) => kind === 'CLAIM_RETRACTED');
  const [kept, gone] = [ended.filter(({ by }) => by !== undefined), ended.filter(({ by }) => by === undefined)];
  const line = ({ id, from, type, to }: Entry) => `  ${id} ${[from, type, to].filter((part) => part !== undefined).join(' ')}`;
  return [
    `${counted(gone.length, 'claim')} that ${document} alone supports ${dryRun ? 'would be retracted' : 'retracted'}:`,
    ...gone.map(line),
    `${counted(kept.length, 'claim')} ${dryRun ? 'would keep' : 'kept'} other evidence:`,
    ...kept.map(line),
  ];
}
