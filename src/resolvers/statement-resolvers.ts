/** What was said and written, from each end: by whom, about what, where, and in which document. */
import { textPredicates, type ClaimEdge, type Label } from '../model/model.js';
import { Claim } from '../schema/claim.js';
import { listConnection } from '../schema/connections.js';
import { listArguments } from '../schema/list-arguments.js';
import { connectionOf, nodeEdge } from './connection.js';
import { recordArguments } from './list-input.js';
import { listResolver } from './made-resolver.js';

interface StatementField {
  readonly on: Label | 'Entity';
  readonly name: string;
  readonly edge: ClaimEdge;
  readonly predicate?: string;
  readonly description: string;
}

const fields: readonly StatementField[] = [
  ...textPredicates.STATED.subjects.map((on) => ({
    on,
    name: 'statements',
    edge: 'SUBJECT' as const,
    predicate: 'STATED',
    description: 'What it said: claims whose text gives what was said.',
  })),
  { on: 'Event', name: 'statements', edge: 'SAID_AT', description: 'What was said there.' },
  {
    on: 'Entity',
    name: 'statementsAbout',
    edge: 'ABOUT',
    predicate: 'STATED',
    description: 'Statements about it; the speaker is the subject of each claim.',
  },
  {
    on: 'Document',
    name: 'facts',
    edge: 'EVIDENCED_BY',
    description: 'Every live claim that rests on it.',
  },
];

export const statementResolvers = (): Function[] => fields.map(resolverOf);

function resolverOf({ predicate, edge, ...field }: StatementField): Function {
  const said = predicate === undefined ? [] : [{ predicate: { eq: predicate } }];
  return listResolver({
    ...field,
    type: () => listConnection('Claim', () => Claim),
    args: listArguments('Claim'),
    resolve: async (id, input, context) => {
      const { loaders } = context;
      const { where, ...args } = await recordArguments('Claim', input, context);
      const filters = [...(where === undefined ? [] : [where]), ...said];
      return connectionOf(loaders.claimLists.of(id, edge, { ...args, where: { and: filters } }), (claim, place) =>
        nodeEdge(loaders.claims.byId(claim), place),
      );
    },
  });
}
