import { useTranslations } from 'use-intl';
import { EntityList } from '../parts/entity-list.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { groupBy } from '../statistics/group-by.ts';
import { ClaimWords } from './claim-words.tsx';
import type { Statement } from './query.ts';

interface StatementGroupsProps {
  readonly statements: readonly Statement[];
  /** Whether each shows where it is: its place in the text or the key of its record. */
  readonly isLocated?: boolean;
}

/** Claims under the sentence that sums up what the document says for them; what is said of the document itself comes last, in a line. */
export function StatementGroups({ statements, isLocated = false }: StatementGroupsProps) {
  const [own, others] = isLocated ? [[], statements] : aboutDocument(statements, statements[0]?.evidence.document.id ?? '');
  return (
    <div className="statements">
      {groupBy(others, ({ evidence: { summary, record } }) => `${summary} ${record}`).map((group) => (
        <Group key={group[0]!.fact.key} statements={group} isLocated={isLocated} />
      ))}
      {groupBy(own, ({ fact }) => fact.predicate).map((group) => (
        <OwnRelations key={group[0]!.fact.predicate} statements={group} />
      ))}
    </div>
  );
}

function Group({ statements, isLocated }: Required<StatementGroupsProps>) {
  return (
    <div>
      <p>{statements[0]!.evidence.summary}</p>
      <ul>
        {statements.map((statement) => (
          <li key={statement.fact.key}>
            <ClaimWords fact={statement.fact} />
            <Circumstances statement={statement} />
            {isLocated && <Place statement={statement} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Claims about the document itself, such as what it mentions, by what they assert; and all others. */
function aboutDocument(statements: readonly Statement[], document: string): [own: Statement[], others: Statement[]] {
  const isOwn = ({ fact: { subject, object } }: Statement) => 'name' in subject && subject.id === document && object !== null;
  return [statements.filter(isOwn), statements.filter((statement) => !isOwn(statement))];
}

/** "Mentions China, used cars". */
function OwnRelations({ statements }: Pick<StatementGroupsProps, 'statements'>) {
  const words = useModelWords();
  const objects = statements.flatMap(({ fact: { object } }) => object ?? []);
  return (
    <p className="small">
      <span className="predicate">{words.predicate(statements[0]!.fact.predicate)}</span> <EntityList entities={objects} />
    </p>
  );
}

/** According to whom, and whether the passage only dates what another says. */
function Circumstances({ statement: { fact, evidence } }: { readonly statement: Statement }) {
  const t = useTranslations('evidence');
  const model = useTranslations('model');
  return (
    <>
      {fact.attributedTo.length > 0 && (
        <div className="small">
          {t.rich('accordingTo', {
            names: () => <EntityList entities={fact.attributedTo} />,
          })}
        </div>
      )}
      {evidence.supports === 'DATES' && <div className="small quiet">{model('support.DATES')}</div>}
    </>
  );
}

function Place({ statement: { evidence } }: { readonly statement: Statement }) {
  const t = useTranslations('document');
  const model = useTranslations('model');
  const { locator, record, verification } = evidence;
  return (
    <div className="small quiet">
      {locator !== null && t('characters', { start: locator.start, end: locator.end })}
      {record !== null && t('record', { key: record })}
      {verification === 'MISMATCH' && <span className="bad"> {model('verification.MISMATCH')}</span>}
    </div>
  );
}
