import { useLocale, useTranslations } from 'use-intl';
import { useEntityName } from '../parts/entity-link.tsx';
import { TakeAlong } from '../parts/take-along.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { useAsOf } from '../url/use-as-of.ts';
import { Actions } from './actions.tsx';
import { entityPage, type EntityData } from './query.ts';

interface HeaderProps {
  readonly entity: EntityData;
  /** The id of an entity that was merged into it, if that led here. */
  readonly merged: string | undefined;
}

/** What it is: its type, names, description and identifiers. */
export function EntityHeader({ entity, merged }: HeaderProps) {
  const t = useTranslations('entity');
  const model = useModelWords();
  const nameOf = useEntityName();
  const asOf = useAsOf();
  return (
    <header className="entity-header">
      {merged !== undefined && <p className="note">{t.rich('merged', { id: () => <code>{merged}</code> })}</p>}
      <div className="entity-title">
        <p className="entity-type">{model.type(entity.__typename)}</p>
        <h1>{nameOf(entity)}</h1>
        <TakeAlong query={entityPage} variables={{ id: entity.id, asOf }} about={[entity.id]} />
      </div>
      <Names entity={entity} />
      {entity.description !== null && <p>{entity.description}</p>}
      <Identifiers entity={entity} />
      <Actions entity={entity} />
    </header>
  );
}

function Names({ entity }: { readonly entity: EntityData }) {
  const t = useTranslations('entity');
  const model = useTranslations('model');
  const shown = useEntityName()(entity);
  const languages = new Intl.DisplayNames(useLocale(), { type: 'language' });
  const others = entity.names.filter(({ value }) => value !== shown);
  if (others.length === 0) return null;
  return (
    <ul className="names" aria-label={t('names')}>
      {others.map(({ value, lang, kind }) => (
        <li key={`${lang} ${value}`}>
          <span lang={lang}>{value}</span>{' '}
          <small className="quiet">
            {kind === 'PREFERRED'
              ? languages.of(lang)
              : t('nameKind', { language: languages.of(lang) ?? lang, kind: model(`name.${kind}`) })}
          </small>
        </li>
      ))}
    </ul>
  );
}

function Identifiers({ entity: { id, identifiers } }: { readonly entity: EntityData }) {
  const t = useTranslations('entity');
  const name = useTranslations('shell')('name');
  return (
    <dl className="identifiers" aria-label={t('identifiers')}>
      <div>
        <dt>{name}</dt>
        <dd>
          <code>{id}</code>
        </dd>
      </div>
      {identifiers.map(({ scheme, value }) => (
        <div key={`${scheme} ${value}`}>
          <dt>{scheme}</dt>
          <dd>
            <code>{value}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}
