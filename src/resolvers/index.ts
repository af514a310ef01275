import type { NonEmptyArray } from '../type-graphql/decorators.js';
import { ChangeResolver, ChangesResolver, EntityVersionResolver, HistoryResolver } from './changes-resolver.js';
import { ChangesetReportResolver } from './changeset-resolver.js';
import { ClaimResolver } from './claim-resolver.js';
import { ContradictionResolver } from './contradiction-resolver.js';
import {
  CoverageResolver,
  CoveringRelationResolver,
  PolicyCoverageResolver,
  ProgramCoverageResolver,
  RegionCoverageResolver,
} from './coverage-resolver.js';
import { DifferenceResolver } from './difference-resolver.js';
import { DraftReportResolver, DraftResolver } from './draft-resolver.js';
import { EntityResolver } from './entity-resolver.js';
import { EvidenceResolver } from './evidence-resolver.js';
import { FollowResolver } from './follow-resolver.js';
import { GraphResolver } from './graph-resolver.js';
import { NodeResolver } from './node-resolver.js';
import { ObservationResolver } from './observation-resolver.js';
import { ParagraphsResolver } from './paragraphs-resolver.js';
import { ReadingMutations } from './reading-mutations.js';
import { ProposalCandidateResolver, ProposedEndResolver, ProposedPassageResolver } from './reading-proposal-resolver.js';
import { ReadingPublication } from './reading-publication.js';
import { RemovalResolver } from './removal-resolver.js';
import { RereadClaimResolver } from './rereadings.js';
import { ReadingOfChangesetResolver, ReadingResolver } from './reading-resolver.js';
import { RelationCountResolver } from './relation-count-resolver.js';
import { SearchResolver } from './search-resolver.js';
import { TimelineItemResolver, TimelineResolver } from './timeline-resolver.js';
import { WalkResolver } from './walk-resolver.js';
import { IndicatorStatisticsResolver, StatisticsGroupResolver } from './statistics-resolver.js';

export const resolvers: NonEmptyArray<Function> = [
  EntityResolver,
  NodeResolver,
  ClaimResolver,
  EvidenceResolver,
  ParagraphsResolver,
  ObservationResolver,
  GraphResolver,
  ChangesetReportResolver,
  DraftResolver,
  DraftReportResolver,
  ReadingResolver,
  ReadingMutations,
  ReadingPublication,
  ReadingOfChangesetResolver,
  RereadClaimResolver,
  RemovalResolver,
  ProposedPassageResolver,
  ProposedEndResolver,
  ProposalCandidateResolver,
  ChangeResolver,
  ChangesResolver,
  FollowResolver,
  EntityVersionResolver,
  HistoryResolver,
  ContradictionResolver,
  RelationCountResolver,
  SearchResolver,
  ProgramCoverageResolver,
  PolicyCoverageResolver,
  RegionCoverageResolver,
  CoverageResolver,
  CoveringRelationResolver,
  WalkResolver,
  DifferenceResolver,
  TimelineResolver,
  TimelineItemResolver,
  IndicatorStatisticsResolver,
  StatisticsGroupResolver,
];
