import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createdEntities, createdId } from '../../src/import/mapping/created.js';
import { readDecisions } from '../../src/import/mapping/decisions.js';

const folder = mkdtempSync(join(tmpdir(), 'policygraph-decisions-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'map.decisions.csv');

function read(decision: string) {
  writeFileSync(path, `name,type,decision\n国家信息中心,Agency,${decision}\n`);
  return readDecisions(path);
}

describe('decisions', () => {
  it.each(['', 'skip', 'create', 'create agency:cn-sic', 'create  agency:cn-sic', 'agency:cn-sic'])(
    'take %j',
    async (decision) => {
      const [decided] = (await read(decision)).values();
      expect(decided).toMatchObject({ name: '国家信息中心', type: 'Agency', decision });
    },
  );

  it.each(['new', 'create region:CN', 'create two ids', 'created', 'Skip', 'region:CN', 'agency'])(
    'refuse %j',
    async (decision) => {
      await expect(read(decision)).rejects.toThrow(
        `map.decisions.csv:2:3 must be an id of the type Agency such as agency:cn-mofcom, "create" or "create" and such an id for a new entity, "skip" to leave the name out, or empty ("${decision}")`,
      );
    },
  );

  it('make one entity of all names that are created under one id', () => {
    const decided = [
      { name: '国家信息中心', decision: 'create agency:cn-sic' },
      { name: 'State Information Center', decision: 'create agency:cn-sic' },
      { name: 'SIC', decision: 'create agency:cn-sic' },
      { name: 'SIC', decision: 'create agency:cn-sic' },
      { name: 'MOFCOM', decision: 'agency:cn-mofcom' },
      { name: 'Nobody', decision: 'skip' },
      { name: 'Bureau of Tests', decision: 'create' },
    ].map((each) => ({ ...each, type: 'Agency' as const }));
    expect(createdEntities(decided, path).map(({ item }) => item)).toEqual([
      {
        id: 'agency:cn-sic',
        names: [
          { value: '国家信息中心', lang: 'zh', kind: 'PREFERRED' },
          { value: 'State Information Center', lang: 'en', kind: 'PREFERRED' },
          { value: 'SIC', lang: 'en', kind: 'ALIAS' },
        ],
      },
      { id: 'agency:bureau-of-tests', names: [{ value: 'Bureau of Tests', lang: 'en', kind: 'PREFERRED' }] },
    ]);
    expect(createdId({ name: '国家信息中心', type: 'Agency', decision: 'create' })).toMatch(/^agency:n[0-9a-f]{10}$/);
  });
});
