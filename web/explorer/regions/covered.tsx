import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CoverageEvidence } from './coverage-evidence.tsx';
import { CoverageReason } from './coverage-reason.tsx';
import type { Place } from './place.ts';
import { Status } from './status-mark.tsx';

/** Whether the chosen policy or program covers a place, why, and who says so. */
export function Covered({ place, of }: { readonly place: Place; readonly of: string }) {
  const t = useTranslations('regions');
  const { coverage } = place;
  if (coverage == null) return <p className="state">{t('unknownSubject', { id: of })}</p>;
  return (
    <div className="covered">
      <p>
        <Status status={coverage.status} />
      </p>
      <div className="reason">
        <CoverageReason coverage={coverage} place={place.id} />
      </div>
      {coverage.status !== 'NO_EVIDENCE' && <Evidence place={place.id} of={of} />}
    </div>
  );
}

function Evidence({ place, of }: { readonly place: string; readonly of: string }) {
  const t = useTranslations('regions');
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={3} className="disclosing">
        <Button slot="trigger" className="unfold">
          {t('evidence')}
        </Button>
      </Heading>
      <DisclosurePanel>{isOpen && <CoverageEvidence place={place} of={of} />}</DisclosurePanel>
    </Disclosure>
  );
}
