import { describe, expect, it } from 'vitest';
import type { TextMetadata } from '../../../src/reading/read-text.js';
import { readInvented } from './invented.js';

type Metadata = Partial<TextMetadata>;

/** The new entities of a text but for its document, each as "id: name (kind of name), … [kind]". */
const entitiesIn = (text: string, metadata?: Metadata): string[] =>
  readInvented(text, metadata).flatMap((proposal) => {
    if (proposal.kind !== 'ENTITY' || ['Document', 'Indicator'].includes(proposal.entity.label)) return [];
    const { id, names, properties = [] } = proposal.entity;
    const kinds = properties.map(({ value }) => ` [${value}]`).join('');
    return [`${id}: ${names.map(({ value, lang, kind }) => `${value} (${lang} ${kind})`).join(', ')}${kinds}`];
  });

const claims = (text: string, predicate: string, metadata?: Metadata) =>
  readInvented(text, metadata).flatMap((proposal) =>
    proposal.kind === 'CLAIM' && proposal.claim.predicate === predicate ? [proposal] : [],
  );

describe('new entities', () => {
  it.each<readonly [string, readonly string[]]>([
    [
      'It met the Guild of Wandmakers Association on Monday.',
      ['organization:guild-of-wandmakers-association: Guild of Wandmakers Association (en PREFERRED) [ASSOCIATION]'],
    ],
    [
      'It met the Wandmakers Trade Association (WTA) on Monday. The WTA was pleased.',
      [
        'organization:wandmakers-trade-association: Wandmakers Trade Association (en PREFERRED), WTA (en ABBREVIATION) [ASSOCIATION]',
      ],
    ],
    [
      'It asked the Institute of Potions (药水研究所) for advice.',
      ['organization:institute-of-potions: Institute of Potions (en PREFERRED), 药水研究所 (zh PREFERRED) [INSTITUTE]'],
    ],
    [
      'An IMS (Institute of Magical Studies) researcher agreed.',
      [
        'organization:institute-of-magical-studies: Institute of Magical Studies (en PREFERRED), IMS (en ABBREVIATION) [INSTITUTE]',
      ],
    ],
    [
      'It asked the Department of Mysteries about it.',
      ['agency:department-of-mysteries: Department of Mysteries (en PREFERRED) [DEPARTMENT]'],
    ],
    [
      'It read the Wand Export Regulations twice.',
      ['policy:wand-export-regulations: Wand Export Regulations (en PREFERRED) [REGULATION]'],
    ],
    [
      '会议讨论了《飞路粉管理办法》。',
      [expect.stringMatching(/^policy:\S+: 飞路粉管理办法 \(zh PREFERRED\) \[REGULATION\]$/) as unknown as string],
    ],
    ['The Ministry of Magic met the Ministry of Owls.', []],
  ])('are in: %s', (text, expected) => {
    expect(entitiesIn(text)).toEqual(expected);
  });

  it('come before every claim on them, and each once', () => {
    const text =
      'Jane Smith, director of the Institute of Potions, met John Brown, head of the Institute of Potions.\n\nSource: Owl Gazette, May 2, 2026\n\nSource: Owl Gazette';
    const known = new Set<string>();
    for (const proposal of readInvented(text, { outlet: 'Wizarding Weekly' })) {
      if (proposal.kind === 'ENTITY') expect(known).not.toContain(proposal.entity.id);
      if (proposal.kind === 'ENTITY') known.add(proposal.entity.id);
      if (proposal.kind !== 'CLAIM') continue;
      for (const id of [proposal.claim.subject, proposal.claim.object]) expect([...known, undefined]).toContain(id);
    }
    expect(known).toContain('organization:institute-of-potions');
  });
});

describe('the document', () => {
  it('has the title, what was given with it, and the source that it names', () => {
    const text = 'Wands are taxed\n\nIt rained.\n\nSource: Daily Prophet, May 2, 2025';
    const [document] = readInvented(text, { url: 'https://example.org/wands', outlet: 'Wizarding Weekly', language: 'en' });
    expect(document).toMatchObject({
      kind: 'ENTITY',
      entity: {
        id: expect.stringMatching(/^document:example-org-wands/),
        properties: [
          { name: 'title', value: 'Wands are taxed' },
          { name: 'publisher', value: 'Wizarding Weekly' },
          { name: 'publishedOn', value: '2026-06-15' },
          { name: 'url', value: 'https://example.org/wands' },
          { name: 'language', value: 'en' },
          { name: 'sha256' },
          { name: 'citedSource', value: 'Daily Prophet' },
          { name: 'citedOn', value: '2025-05-02' },
        ],
      },
    });
  });

  it('mentions each entity once, at the first sentence that names it', () => {
    const text = 'The Ministry of Magic met. Avalon watched the Ministry of Magic.';
    expect(claims(text, 'MENTIONS').map(({ claim, passages }) => [claim.object, passages[0]?.start])).toEqual([
      ['agency:magic', 0],
      ['region:AV', 27],
    ]);
  });

  it.each<readonly [string, readonly string[]]>([
    ['Source: Daily Prophet, May 2, 2023', ['organization:prophet']],
    ['Source: Owl Gazette', ['organization:owl-gazette']],
    ['(Source: Owl)', ['organization:owl']],
    ['来源：预言家日报', ['organization:prophet']],
    ['（来源：预言家日报 2026年5月2日）', ['organization:prophet']],
    ['预言家日报莱昂内斯5月2日电 天气晴朗。', ['organization:prophet']],
    ['ISKAR, May 2 (Daily Prophet) -- It rained.', ['organization:prophet']],
    ['The Daily Prophet reported on May 2 that it rained.', ['organization:prophet']],
    ['According to the Daily Prophet, it rained.', ['organization:prophet']],
    ['In a Daily Prophet article, rain was foretold.', ['organization:prophet']],
    ['The newspaper Wessonian Eye reported that it rained.', ['organization:wessonian-eye']],
    ['Jane Doe told the Daily Prophet that it rained.', []],
    ['Jane Doe denied a report by the Daily Prophet that it rained.', []],
    ['据预言家日报报道，天气晴朗。', ['organization:prophet']],
    ['A street in Iskar. [Photo/OWL]', ['organization:owl']],
    ['According to the Avalon Broom Dealers Association, it rained.', []],
    ['The source: a spring in the hills.', []],
    ['The Daily Prophet was bought by its readers.', []],
    ['Source of the river', []],
    ['来源不明的扫帚很多。', []],
  ])('cites in: %s', (text, expected) => {
    const cited = claims(text, 'PUBLISHED').map(({ claim }) => claim.subject);
    expect(cited).toEqual(expected);
  });

  it('is published by the outlet that was given, which it does not cite as another', () => {
    const found = claims('It rained.\n\nSource: Daily Prophet', 'PUBLISHED', { outlet: 'Daily Prophet' });
    expect(found.map(({ claim }) => [claim.subject, claim.qualifiers?.[0]?.value])).toEqual([
      ['organization:prophet', 'PUBLISHER'],
    ]);
  });
});
