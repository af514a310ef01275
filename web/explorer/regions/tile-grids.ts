/** Where the parts of a country are drawn, as tiles of one size: roughly where they lie to each other. A tile has no border, and says nothing of one. */

export interface Tile {
  /** From the left and from the top; 1 is the first. */
  readonly column: number;
  readonly row: number;
  /** What fits a small tile. */
  readonly short: { readonly en: string; readonly zh: string };
}

export interface TileGrid {
  readonly columns: number;
  /** By the id of the region. */
  readonly tiles: Readonly<Record<string, Tile>>;
}

/** Row by row: the code of ISO 3166 and the usual character of each, or a gap. */
const china = `
  .     .     .     .     .     .     .     HL黑
  .     .     .     .     NM蒙  BJ京  LN辽  JL吉
  XJ新  GS甘  NX宁  SX晋  HE冀  TJ津  .     .
  XZ藏  QH青  SN陕  HA豫  SD鲁  .     .     .
  .     SC川  CQ渝  HB鄂  AH皖  JS苏  SH沪  .
  .     YN云  GZ贵  HN湘  JX赣  ZJ浙  .     .
  .     .     GX桂  GD粤  FJ闽  .     TW台  .
  .     .     HI琼  MO澳  HK港  .     .     .
`;

/** The graph has these beside the country: ISO 3166 gives them codes of their own. */
const beside = new Set(['HK', 'MO', 'TW']);

const drawn = (text: string, idOf: (code: string) => string): TileGrid => {
  const rows = text
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/));
  const tiles = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      if (cell === '.') return [];
      const [en, zh] = [cell.slice(0, 2), cell.slice(2)];
      return [[idOf(en), { column: column + 1, row: row + 1, short: { en, zh } }] as const];
    }),
  );
  return { columns: Math.max(...rows.map(({ length }) => length)), tiles: Object.fromEntries(tiles) };
};

/** By the id of the region whose parts are drawn. */
export const tileGrids: Readonly<Record<string, TileGrid>> = {
  'region:CN': drawn(china, (code) => (beside.has(code) ? `region:${code}` : `region:CN-${code}`)),
};
