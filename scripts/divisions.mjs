// What became of China's divisions since 1981, from the table of areacodes (see data/regions/README.md).
import { readFileSync } from 'node:fs';

/** The first list: what it has may be as old as it likes. */
const firstYear = '1981';
const levels = { 省级: 'PROVINCE', 地级: 'PREFECTURE', 县级: 'COUNTY' };

/** A record holds from the year of its first list to that of the first list without it. `successors` are codes that its area went to when it ended. */
function recordOf(line) {
  const [code, , , name, level, , from, until, successors] = line.split(',');
  const final = successors.split(';').filter((successor) => /^\d{6}$/.test(successor));
  return { code, name, level: levels[level], from, until, successors: final };
}

/** Records of one code that follow each other without a gap are one division, whatever it was called. */
function divisionsOf(records) {
  const divisions = [];
  for (const record of records) {
    const before = divisions.at(-1)?.at(-1);
    if (before?.code === record.code && before.until === record.from) divisions.at(-1).push(record);
    else divisions.push([record]);
  }
  return divisions;
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** A division that goes on under another code, with its name and level, is the same; where several have the name, it is none of them. */
function joined(divisions) {
  const isSame = (old, { name, level, from }) => old.name === name && old.level === level && old.until === from;
  const following = new Map();
  const byCode = groupBy(divisions, ([{ code }]) => code);
  for (const division of divisions) {
    const candidates = division.at(-1).successors.flatMap((code) => byCode.get(code) ?? []);
    const next = candidates.filter(([first]) => isSame(division.at(-1), first));
    if (next.length === 1) following.set(division, next[0]);
  }
  const heirs = [...following.values()];
  const [shared, targets] = [new Set(heirs.filter((heir, index) => heirs.indexOf(heir) !== index)), new Set(heirs)];
  const chainFrom = (division) => {
    const next = following.get(division);
    return next === undefined || shared.has(next) ? division : [...division, ...chainFrom(next)];
  };
  return divisions.filter((division) => !targets.has(division) || shared.has(division)).map(chainFrom);
}

/** The spans in which one value held, the newest first; what follows the same value without a gap goes on. */
function spans(records, valueOf) {
  const found = [];
  for (const record of records) {
    const [value, last] = [valueOf(record), found.at(-1)];
    if (last?.value === value && last.until === record.from) last.until = record.until;
    else found.push({ value, from: record.from, until: record.until });
  }
  return found.reverse();
}

const begin = (from) => (from === firstYear ? `[..${firstYear}-12-31]` : from);

/** Columns of a table for what held one after the other. */
function columns(name, found) {
  const list = (part) => found.map(part).join('|');
  return {
    [name]: list(({ value }) => value),
    [`${name}.from`]: list(({ from }) => begin(from)),
    [`${name}.until`]: list(({ until }) => until),
  };
}

/** The divisions of a file, by id; `idOf` gives the id of a code, when it has one. */
export function readDivisions(path, idOf) {
  const [, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const records = lines.map(recordOf).filter(({ code }) => !/^[78]/.test(code));
  records.sort((a, b) => (`${a.code} ${a.from}` < `${b.code} ${b.from}` ? -1 : 1));
  const divisions = joined(divisionsOf(records));
  const lastOf = groupBy(divisions, (chain) => chain.at(-1).code);
  const idsByRecord = new Map(
    divisions.flatMap((chain) => {
      const { code, until } = chain.at(-1);
      const isLast = lastOf.get(code).every((other) => other.at(-1).from <= chain.at(-1).from);
      const former = isLast ? `region:CN-${code}` : `region:CN-${code}-${until}`; // a code that was given a second time
      const id = (until === '' ? idOf(code) : undefined) ?? former;
      return chain.map((record) => [record, id]);
    }),
  );
  const byCode = groupBy(records, ({ code }) => code);
  const inForce = (code, year) =>
    (byCode.get(code) ?? []).find(({ from, until }) => from <= year && (until === '' || until > year));
  const parentOf = ({ code, from, level }) => {
    if (level === 'PROVINCE') return 'region:CN';
    const prefecture = level === 'COUNTY' ? inForce(`${code.slice(0, 4)}00`, from) : undefined;
    return idsByRecord.get(prefecture ?? inForce(`${code.slice(0, 2)}0000`, from));
  };
  const described = divisions.map((chain) => {
    const last = chain.at(-1);
    const names = [...new Set(chain.map(({ name }) => name))].filter((name) => name !== last.name);
    return {
      id: idsByRecord.get(last),
      ...last,
      began: chain[0].from,
      formerNames: names,
      heirs: last.successors.map((code) => idsByRecord.get(inForce(code, last.until))).filter(Boolean),
      columns: {
        ...columns(
          'code:GB/T 2260',
          spans(chain, ({ code }) => code),
        ),
        ...columns('PART_OF', spans(chain, parentOf)),
      },
    };
  });
  return new Map(described.map((division) => [division.id, division]));
}
