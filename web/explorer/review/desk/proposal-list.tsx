import { useTranslations } from 'use-intl';
import { EditForm } from './edit-form.tsx';
import { neededBy } from './ends.ts';
import { ProposalDetails } from './proposal-details.tsx';
import { ProposalItem } from './proposal-item.tsx';
import type { Proposal } from './proposal-parts.ts';
import type { Desk } from './use-desk.ts';

interface ProposalListProps {
  readonly language: string;
  readonly desk: Desk;
}

/** The proposals in the order of the text; the selected one is unfolded. */
export function ProposalList({ language, desk }: ProposalListProps) {
  const t = useTranslations('review');
  const { list, selected, selection, decisions } = desk;
  if (list.length === 0) return <p className="state">{t(decisions.proposals.length === 0 ? 'nothingRead' : 'noneOfFilter')}</p>;
  return (
    <ol className="proposal-list">
      {list.map((proposal) => (
        <ProposalItem
          key={proposal.id}
          proposal={proposal}
          me={decisions.me}
          isSelected={proposal.id === selected?.id}
          onSelect={selection.select}
        >
          {proposal.id === selected?.id && <Unfolded proposal={proposal} language={language} desk={desk} />}
        </ProposalItem>
      ))}
    </ol>
  );
}

/** The selected proposal: to be decided, or to be corrected. */
function Unfolded({ proposal, language, desk }: ProposalListProps & { readonly proposal: Proposal }) {
  const { rules, selection, mode, setMode, actions, decisions } = desk;
  const leave = () => {
    setMode('read');
    selection.select(proposal.id);
  };
  if (mode === 'edit')
    return (
      <EditForm
        key={`${proposal.id} ${proposal.version}`}
        proposal={proposal}
        proposals={decisions.proposals}
        decide={decisions.decide}
        onDone={leave}
        onCancel={leave}
      />
    );
  return (
    <ProposalDetails
      proposal={proposal}
      needed={proposal.state === 'ACCEPTED' ? [] : neededBy([proposal], decisions.proposals)}
      rule={rules.find(({ rule }) => rule === proposal.rule)}
      language={language}
      actions={actions}
    />
  );
}
