/** Lists the regions of the pilot with evidence, page by page. With a key: adds one, sees the change arrive, and undoes it. */
import { follow, run } from './client.ts';
import type { Edtf } from './graphql.ts';
import { apply, changes, cursorOfChanges, pilotRegions, undo } from './operations.ts';

async function* regions() {
  let after: string | null = null;
  for (;;) {
    const { program }: Awaited<ReturnType<typeof page>> = await page(after);
    if (program === null) return;
    yield* program.regions.edges;
    if (!program.regions.pageInfo.hasNextPage) return;
    after = program.regions.pageInfo.endCursor;
  }
}

const page = (after: string | null) => run(pilotRegions, { first: 4, after });

const since = (date: Edtf | undefined) => (date === undefined ? 'at an unknown time' : `since ${date}`);

async function list(): Promise<void> {
  for await (const { node, validity, claims } of regions()) {
    console.log(`${node.name} (${node.id}) ${since(validity.from?.edtf)}`);
    for (const { document, quote, summary } of claims.flatMap(({ evidence }) => evidence))
      console.log(`  ${document.title ?? document.id}: ${quote ?? summary}`);
  }
}

async function write(): Promise<void> {
  const { graph } = await run(cursorOfChanges, {});
  const { applyChangeset } = await run(apply, {
    input: {
      reason: 'An example: Weihai joins the pilot.',
      entities: [{ id: 'document:example-notice', properties: [{ name: 'title', value: 'An example notice' }] }],
      claims: [
        {
          subject: 'program:cn-used-car-export-pilot',
          predicate: 'COVERS',
          object: 'region:CN-371000',
          evidence: [{ document: 'document:example-notice', record: 'article 2', summary: 'Weihai is admitted.' }],
        },
      ],
    },
  });
  const { changeset } = applyChangeset;
  if (changeset === null) throw new Error('The change was not written.');
  console.log(`${applyChangeset.outcome} by ${changeset.author}`);
  const { undoChangeset } = await run(undo, { input: { changeset: changeset.id, reason: 'It was an example.' } });
  console.log(`${undoChangeset.outcome}: undone`);
  for await (const { changes: change } of follow(changes, { since: graph.changesCursor })) {
    console.log(`${change.cursor} ${change.kind} ${change.type}`);
    if (change.kind === 'CLAIM_RETRACTED') break;
  }
}

await list();
if (process.env['POLICYGRAPH_KEY'] !== undefined) await write();
