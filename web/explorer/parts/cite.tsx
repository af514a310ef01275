import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { bibtexOf } from '../cite/bibtex.ts';
import { cslOf } from '../cite/csl.ts';
import type { CitedEvidence } from '../cite/source.ts';
import { citationText } from '../cite/text.ts';
import { useDateWords } from './date-text.tsx';
import './dialog.css';
import './cite.css';

export { citedEvidence } from '../cite/source.ts';

interface CiteProps {
  readonly evidence: CitedEvidence;
}

/** Opens the citation of a source, at the passage that says a fact. */
export function Cite({ evidence }: CiteProps) {
  const t = useTranslations('cite');
  return (
    <DialogTrigger>
      <Button className="link" aria-label={t('citeOf', { title: evidence.document.name })}>
        {t('cite')}
      </Button>
      <Modal isDismissable className="dialog cite">
        <Dialog>
          {({ close }) => (
            <>
              <Heading slot="title">{t('title')}</Heading>
              <Citations evidence={evidence} />
              <Button onPress={close}>{t('close')}</Button>
            </>
          )}
        </Dialog>
      </Modal>
    </DialogTrigger>
  );
}

function Citations({ evidence }: CiteProps) {
  const t = useTranslations('cite');
  const dates = useDateWords();
  const today = new Date().toISOString().slice(0, 10);
  const forms = {
    text: citationText(evidence, today, { t, date: (edtf) => dates.of(edtf) }),
    bibtex: bibtexOf(evidence, today),
    csl: JSON.stringify([cslOf(evidence, today)], null, 2),
  } as const;
  const names = ['text', 'bibtex', 'csl'] as const;
  return (
    <Tabs>
      <TabList aria-label={t('title')}>
        {names.map((name) => (
          <Tab key={name} id={name}>
            {t(name)}
          </Tab>
        ))}
      </TabList>
      {names.map((name) => (
        <TabPanel key={name} id={name}>
          <pre>{forms[name]}</pre>
          <CopyButton text={forms[name]} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const t = useTranslations('cite');
  const [note, setNote] = useState('');
  const copy = async () => navigator.clipboard.writeText(text); // which only secure addresses have
  return (
    <p className="copy">
      <Button
        onPress={() =>
          void copy().then(
            () => setNote(t('copied')),
            () => setNote(t('notCopied')),
          )
        }
      >
        {t('copy')}
      </Button>{' '}
      <span role="status">{note}</span>
    </p>
  );
}
