import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { graphql } from '../../api/graphql.ts';
import { useView } from '../../api/use-view.ts';
import { EntityField } from '../../parts/entity-field.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { useModelWords } from '../../parts/model-words.ts';
import { useAsOf } from '../../url/use-as-of.ts';
import { OpenButtons } from '../controls/open-buttons.tsx';
import { kindOf } from '../drawing/kinds.ts';
import { Swatch } from '../drawing/swatch.tsx';
import type { ShownEntity } from '../graph/shown.ts';
import type { Walk } from '../use-walk.ts';
import { PanelHeading } from './panel-heading.tsx';

const query = graphql(`
  query Selected($id: ID!, $asOf: AsOf) {
    entity(id: $id, asOf: $asOf) {
      id
      key
      description
    }
  }
`);

interface EntityPanelProps {
  readonly walk: Walk;
  readonly shown: ShownEntity;
}

/** The selected entity: what it is, and where one may go from it. */
export function EntityPanel({ walk, shown }: EntityPanelProps) {
  const t = useTranslations('walk');
  const words = useModelWords();
  const { entity, total, loaded } = shown;
  const { data } = useView(query, { id: entity.id, asOf: useAsOf() });
  return (
    <>
      <p className="kind">
        <Swatch kind={kindOf(entity.__typename)} /> {words.type(entity.__typename)}
      </p>
      <PanelHeading walk={walk}>
        <EntityLink entity={entity} />
      </PanelHeading>
      {data?.entity?.description != null && <p>{data.entity.description}</p>}
      {total !== undefined && (
        <p className="quiet">{t(loaded === undefined ? 'closedCount' : 'openCount', { loaded: loaded ?? 0, total })}</p>
      )}
      <OpenButtons walk={walk} shown={shown} />
      <ConnectWith walk={walk} id={entity.id} />
    </>
  );
}

/** Asks how the selected entity is connected with another. */
function ConnectWith({ walk, id }: { readonly walk: Walk; readonly id: string }) {
  const t = useTranslations('walk');
  const [text, setText] = useState('');
  return (
    <EntityField
      label={t('connectWith')}
      text={text}
      onText={setText}
      onChoose={(other) => walk.go({ ...walk.search, between: `${id},${other.id}` })}
    />
  );
}
