/** Authorities with the place that is written before them, or that the text has named before: 省公安厅 is 湖南省公安厅. */
import type { Lexicon } from '../lexicon.js';
import { inOrder, type Found } from '../mention.js';

const level = /^(?:自治区|[省市县区州盟旗])/u;
/** An authority of any place: the text must say of which. */
const ofSomePlace = /^(?:自治区|[省市县区州盟旗])(?:(?:人民)?政府|委)/u;
const local = /(?:厅|局|委|办公室|委员会|海关|法院|检察院)$/u;
const province =
  /^(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海)$/u;

/** The new names of a text, with their places. `named` are the names of the graph, in order. */
export function withPlaces(text: string, found: readonly Found[], named: readonly Found[], lexicon: Lexicon): Found[] {
  const regions = named.filter(({ label, text: own }) => label === 'Region' && /\p{Script=Han}/u.test(own));
  const places = new Places(regions, lexicon);
  return inOrder(found).flatMap((each) => {
    if (!/^\p{Script=Han}/u.test(each.text) || !['Agency', 'Organization'].includes(each.label)) return [each];
    const place = places.before(each);
    if (place !== undefined)
      return [places.isOfState(each, place) ? owned(each, place.text) : places.extended(text, each, place)];
    const [own] = level.exec(each.text) ?? [];
    const last = own === undefined ? undefined : places.lastOfLevel(own, each.start);
    if (last !== undefined) return [owned(each, last)];
    return ofSomePlace.test(each.text) ? [] : [each];
  });
}

const owned = (each: Found, place: string): Found => ({ ...each, newName: `${place}${each.text}` });

/** The places of a text, asked for from its beginning to its end. */
class Places {
  private readonly byEnd: ReadonlyMap<number, Found>;
  private readonly last = new Map<string, string>();
  private next = 0;

  constructor(
    private readonly regions: readonly Found[],
    private readonly lexicon: Lexicon,
  ) {
    this.byEnd = new Map(regions.map((region) => [region.end, region]));
  }

  /** The region that ends where the name begins, or whose 省 or 市 the name begins with. */
  before({ start, end, text, label }: Found): Found | undefined {
    const shared = [1, 2, 3].map((length) => this.byEnd.get(start + length)).find((place) => place !== undefined);
    if (shared !== undefined && shared.start < start && shared.end < end) return level.test(text) ? shared : undefined;
    const place = this.byEnd.get(start);
    if (place === undefined) return undefined;
    if (this.isCountry(place)) return place.entity !== this.lexicon.country && label === 'Agency' ? place : undefined;
    const isLocal = label === 'Agency' && local.test(text) && !text.startsWith('国家');
    return level.test(text) || isLocal ? place : undefined;
  }

  /** 日本外交部 is a country and its body, 日本央行 one name. */
  isOfState(each: Found, place: Found): boolean {
    return this.isCountry(place) && !/(?:央行|中央银行)$/u.test(each.text);
  }

  /** With the region, and with the one that is written before that: 浙江省杭州市商务局. */
  extended(text: string, each: Found, place: Found): Found {
    const start = this.byEnd.get(place.start)?.start ?? place.start;
    const own = text.slice(start, each.end);
    return { ...each, start, text: own, newName: own };
  }

  /** The last province named before 省公安厅, the last city before 市商务局, by the order of the text. */
  lastOfLevel(own: string, start: number): string | undefined {
    for (let region = this.regions[this.next]; region !== undefined && region.end <= start; region = this.regions[++this.next]) {
      const [ending = province.test(region.text) ? '省' : ''] = /(?:自治区|[省市县区州盟旗])$/u.exec(region.text) ?? [];
      if (ending !== '') this.last.set(ending, region.text.endsWith(ending) ? region.text.slice(0, -ending.length) : region.text);
    }
    return this.last.get(own);
  }

  private isCountry({ entity = '' }: Found): boolean {
    return this.lexicon.entity(entity)?.kinds.includes('COUNTRY') === true;
  }
}
