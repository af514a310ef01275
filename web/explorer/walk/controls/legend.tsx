import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useModelWords } from '../../parts/model-words.ts';
import { kinds } from '../drawing/kinds.ts';
import { dashes } from '../drawing/picture.ts';
import { Swatch } from '../drawing/swatch.tsx';
import type { Shown } from '../graph/shown.ts';
import { hiddenRelations, relationTypes } from '../relation-types.ts';
import { shownTypes } from '../search.ts';
import type { Walk } from '../use-walk.ts';

/** What shapes, colours and lines mean. The types are those that are shown: a reader chooses them. */
export function Legend({ walk, shown }: { readonly walk: Walk; readonly shown: Shown }) {
  return (
    <div className="legend">
      <Types walk={walk} shown={shown} />
      <Relations walk={walk} shown={shown} />
      <Lines />
    </div>
  );
}

function Types({ walk, shown }: { readonly walk: Walk; readonly shown: Shown }) {
  const t = useTranslations('walk');
  const words = useModelWords();
  const counts = countsOf([...shown.entities.values()].map(({ entity }) => entity.__typename));
  const choose = (types: readonly string[]) => walk.go({ ...walk.search, types: types.join(',') });
  return (
    <CheckboxGroup className="types" value={[...shownTypes(walk.search)]} onChange={choose}>
      <Label>{t('types')}</Label>
      {kinds.map((kind) => (
        <Checkbox key={kind.type} value={kind.type}>
          <span className="box" aria-hidden="true" />
          <Swatch kind={kind} />
          {words.types(kind.typename)} <span className="quiet">{counts.get(kind.typename) ?? ''}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

/** The types of the shown relations, and those that are hidden. */
function Relations({ walk, shown }: { readonly walk: Walk; readonly shown: Shown }) {
  const t = useTranslations('walk');
  const words = useModelWords();
  const counts = countsOf([...shown.relations.values()].map(({ type }) => type));
  const hidden = hiddenRelations(walk.search);
  const listed = relationTypes.filter((type) => counts.has(type) || hidden.includes(type));
  const choose = (chosen: readonly string[]) => {
    const { without: _without, page: _page, ...search } = walk.search;
    const without = listed.filter((type) => !chosen.includes(type)).join(',');
    walk.go(without === '' ? search : { ...search, without });
  };
  return (
    <CheckboxGroup className="types" value={listed.filter((type) => !hidden.includes(type))} onChange={choose}>
      <Label>{t('relationTypes')}</Label>
      {listed.map((type) => (
        <Checkbox key={type} value={type}>
          <span className="box" aria-hidden="true" />
          {words.relation(type)} <span className="quiet">{counts.get(type) ?? ''}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const certainties = ['CERTAIN', 'PRESUMED', 'POSSIBLE'] as const;

function Lines() {
  const t = useTranslations('walk');
  return (
    <ul className="lines" aria-label={t('lines')}>
      {certainties.map((certainty) => (
        <li key={certainty}>
          <svg viewBox="0 0 32 8" width="32" height="8" aria-hidden="true">
            <line x1="0" y1="4" x2="32" y2="4" strokeDasharray={`${dashes[certainty].dash} ${dashes[certainty].gap}`} />
          </svg>
          {t(`line.${certainty}`)}
        </li>
      ))}
      <li>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <rect x="5" y="5" width="6" height="6" />
          <rect className="ring" x="1.5" y="1.5" width="13" height="13" rx="2" />
        </svg>
        {t('ring')}
      </li>
    </ul>
  );
}
