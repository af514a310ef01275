import { useTranslations } from 'use-intl';
import { AddForm } from './add-form.tsx';
import { Article } from './article.tsx';
import { CutNote } from './cut-note.tsx';
import { DeskHeader } from './desk-header.tsx';
import { DeskTools } from './desk-tools.tsx';
import { knownOf, Landed } from './landed.tsx';
import { PaneChoice } from './pane-choice.tsx';
import { ProposalList } from './proposal-list.tsx';
import type { Reading } from './query.ts';
import { RefusalNote } from './refusal-note.tsx';
import { RereadReport } from './reread.tsx';
import { progressOf, Toolbar } from './toolbar.tsx';
import { useDesk, type Desk } from './use-desk.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useKeysSwitch } from './use-keys-switch.ts';
import { useLiveReading } from './use-live-reading.ts';
import { usePanes } from './use-panes.ts';
import { useRereading } from './use-rereading.ts';

/** A text beside what was read in it, for a person to decide. */
export function DeskView({ first }: { readonly first: Reading }) {
  const t = useTranslations('review');
  const live = useLiveReading(first);
  const { reading } = live;
  const desk = useDesk(live);
  const panes = usePanes(desk, reading);
  const rereading = useRereading(reading.id);
  const keys = useKeysSwitch();
  useDeskKeys(desk, panes, keys[0]);
  const { decisions, mode } = desk;
  return (
    <div className="desk" data-pane={panes.pane}>
      <DeskHeader reading={reading}>
        <DeskTools live={live} desk={desk} rereading={rereading} keys={keys} onShow={panes.show} />
      </DeskHeader>
      {reading.publishedAt !== null && mode !== 'publish' && (
        <Landed reading={reading} known={knownOf(reading, decisions.proposals)} />
      )}
      <Announcement desk={desk} />
      <CutNote cuts={reading.cuts} />
      <RereadReport reading={reading} rereading={rereading} />
      <Toolbar
        progress={progressOf(decisions.proposals)}
        filter={desk.filter}
        onFilter={desk.setFilter}
        onUndo={desk.undo}
        onAdd={panes.add}
      />
      <PaneChoice pane={panes.pane} onPane={panes.setPane} />
      <div className="desk-columns">
        <Article reading={reading} proposals={decisions.proposals} selected={desk.selected} onSelect={panes.show} />
        <section className="proposals" aria-label={t('proposals')}>
          {decisions.refusal !== undefined && (
            <RefusalNote refusal={decisions.refusal} proposals={reading.proposals} onDismiss={decisions.dismiss} />
          )}
          {mode === 'add' ? (
            <AddForm
              live={live}
              proposals={decisions.proposals}
              stretch={panes.stretch}
              onAdded={panes.added}
              onCancel={panes.leave}
            />
          ) : (
            <ProposalList language={reading.language} desk={desk} />
          )}
        </section>
      </div>
    </div>
  );
}

/** What was decided last, for those who listen. */
function Announcement({ desk: { decided, decisions } }: { readonly desk: Desk }) {
  const t = useTranslations('review');
  return (
    <p role="status" className="visually-hidden">
      {decided !== undefined &&
        t(`announce.${decided.state}`, { count: decided.count, pending: progressOf(decisions.proposals).pending })}
    </p>
  );
}
