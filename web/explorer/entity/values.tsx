import { useTranslations } from 'use-intl';
import { Disclosure, DisclosurePanel, Button } from 'react-aria-components';
import { ClaimDetails } from '../parts/claim-details.tsx';
import { DateText } from '../parts/date-text.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { ValueText } from '../parts/value-text.tsx';
import { useDisputed } from './disputed.tsx';
import { propertiesOf, type Property } from './properties.ts';
import type { EntityData } from './query.ts';

/** Its own properties, each with the claims that it rests on. */
export function Values({ entity }: { readonly entity: EntityData }) {
  const t = useTranslations('entity');
  const properties = propertiesOf(entity);
  if (properties.length === 0) return null;
  return (
    <section>
      <h2>{t('values')}</h2>
      <dl className="properties">
        {properties.map((property) => (
          <Value key={property.name} type={entity.__typename} property={property} />
        ))}
      </dl>
    </section>
  );
}

function Value({ type, property: { name, value, claims } }: { readonly type: string; readonly property: Property }) {
  const t = useTranslations('entity');
  const model = useModelWords();
  const isDisputed = useDisputed(claims);
  return (
    <div>
      <dt>{model.predicate(name)}</dt>
      <dd>
        <span>
          {typeof value === 'string' ? <ValueText owner={type} property={name} value={value} /> : <DateText date={value} />}
        </span>
        {isDisputed && <span className="disputed">{t('disputed')}</span>}
        {claims.length > 0 && (
          <Disclosure>
            <Button
              slot="trigger"
              className="unfold"
              aria-label={t('evidenceOf', { name: model.predicate(name), count: claims.length })}
            >
              {t('evidenceCount', { count: claims.length })}
            </Button>
            <DisclosurePanel>
              {claims.map((claim) => (
                <ClaimDetails key={claim.key} claim={claim} owner={type} />
              ))}
            </DisclosurePanel>
          </Disclosure>
        )}
      </dd>
    </div>
  );
}
