import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AddForm } from './add-form.tsx';
import { Article } from './article.tsx';
import { DeskHeader } from './desk-header.tsx';
import { Help } from './help.tsx';
import { Landed } from './landed.tsx';
import { ProposalList } from './proposal-list.tsx';
import { Publish } from './publish.tsx';
import { candidatesOf } from './candidates.ts';
import type { Reading } from './query.ts';
import { RereadReport } from './reread.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { selectedStretch, type Stretch } from './selected-text.ts';
import { progressOf, Toolbar } from './toolbar.tsx';
import { useDesk } from './use-desk.ts';
import { useKeysSwitch } from './use-keys-switch.ts';
import { useShortcuts, type Shortcuts } from './use-shortcuts.ts';
import { useLiveReading } from './use-live-reading.ts';
import { useRereading } from './use-rereading.ts';

/** A text beside what was read in it, for a person to decide. */
export function DeskView({ first }: { readonly first: Reading }) {
  const t = useTranslations('review');
  const live = useLiveReading(first);
  const { reading } = live;
  const desk = useDesk(live);
  const rereading = useRereading(reading.id);
  const [isOn, switchKeys] = useKeysSwitch();
  const [stretch, setStretch] = useState<Stretch>({ start: 0, end: 0 });
  const [pane, setPane] = useState<'proposals' | 'article'>('proposals');
  const { decisions, selection, selected, list, actions, mode, setMode } = desk;
  const add = () => {
    setStretch(selectedStretch() ?? selected?.passages[0] ?? reading.paragraphs[0] ?? { start: 0, end: 0 });
    setPane('proposals');
    setMode('add');
  };
  const leave = () => {
    setMode('read');
    if (selected !== undefined) selection.select(selected.id);
  };
  const added = (id: string | undefined) => {
    setMode('read');
    if (id !== undefined) selection.select(id);
  };
  const show = (id: string) => {
    setPane('proposals');
    setMode('read');
    selection.select(id);
  };
  const candidates = Object.fromEntries(
    (selected === undefined ? [] : candidatesOf(selected))
      .slice(0, 9)
      .map((candidate, index) => [String(index + 1), () => actions.choose(candidate)]),
  );
  const keys: Shortcuts = {
    ...candidates,
    j: () => selection.move(list, 1),
    k: () => selection.move(list, -1),
    a: actions.accept,
    x: actions.reject,
    e: actions.edit,
    r: actions.reopen,
    u: desk.undo,
    A: actions.acceptAllOfRule,
    n: add,
    p: () => setMode('publish'),
    Escape: mode === 'read' ? undefined : leave,
  };
  useShortcuts(
    isOn && mode !== 'edit' && mode !== 'add' ? { ...keys, '?': () => setMode('help') } : { '?': () => setMode('help') },
  );
  return (
    <div className="desk" data-pane={pane}>
      <DeskHeader reading={reading}>
        <Help isOpen={mode === 'help'} onOpen={(isOpen) => setMode(isOpen ? 'help' : 'read')} isOn={isOn} onSwitch={switchKeys} />
        <Publish
          live={live}
          decisions={decisions}
          rereading={rereading}
          isOpen={mode === 'publish'}
          onOpen={(isOpen) => setMode(isOpen ? 'publish' : 'read')}
          onSelect={show}
        />
      </DeskHeader>
      {reading.published !== null && mode !== 'publish' && <Landed reading={reading} />}
      <p role="status" className="visually-hidden">
        {desk.decided !== undefined &&
          t(`announce.${desk.decided.state}`, {
            count: desk.decided.count,
            pending: progressOf(decisions.proposals).pending,
          })}
      </p>
      <RereadReport reading={reading} rereading={rereading} />
      <Toolbar
        progress={progressOf(decisions.proposals)}
        filter={desk.filter}
        onFilter={desk.setFilter}
        onUndo={desk.undo}
        onAdd={add}
      />
      <div className="filters panes" role="group" aria-label={t('pane')}>
        {(['proposals', 'article'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={each === pane} onClick={() => setPane(each)}>
            {t(each)}
          </button>
        ))}
      </div>
      <div className="desk-columns">
        <Article reading={reading} proposals={decisions.proposals} selected={selected} onSelect={show} />
        <section className="proposals" aria-label={t('proposals')}>
          {decisions.refusal !== undefined && (
            <RefusalNote refusal={decisions.refusal} proposals={reading.proposals} onDismiss={decisions.dismiss} />
          )}
          {mode === 'add' ? (
            <AddForm live={live} proposals={decisions.proposals} stretch={stretch} onAdded={added} onCancel={leave} />
          ) : (
            <ProposalList language={reading.language} desk={desk} />
          )}
        </section>
      </div>
    </div>
  );
}
