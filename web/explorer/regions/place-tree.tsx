import { useEffect, useRef, useState } from 'react';
import { Button, Tree, TreeItem, TreeItemContent, type Key } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { useEntityName } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { branches, roots, way, type Branch } from './branches.ts';
import { heldIn } from './place.ts';
import { usePlaceVariables, useRegions } from './search.ts';
import { StatusMark } from './status-mark.tsx';

/** All places by what they lie in. A level is read when it is opened. */
export function PlaceTree() {
  const t = useTranslations('regions');
  const { change } = useRegions();
  const [open, setOpen] = useOpenBranches();
  const view = useView(roots, usePlaceVariables());
  return (
    <Loaded view={view}>
      {({ regions }) => (
        <Tree
          aria-label={t('tree')}
          className="tree"
          expandedKeys={open}
          onExpandedChange={setOpen}
          onAction={(id) => change({ at: String(id), level: undefined })}
        >
          {regions.edges.map(({ node }) => (
            <BranchItem key={node.id} place={node} open={open} />
          ))}
        </Tree>
      )}
    </Loaded>
  );
}

/** The branches that are open: at first those that lead to the place of the view. */
function useOpenBranches(): [ReadonlySet<Key>, (open: Set<Key>) => void] {
  const { at } = useRegions();
  const { data } = useView(way, { at, asOf: useAsOf() });
  const [open, setOpen] = useState<ReadonlySet<Key>>(new Set());
  const found = data?.region;
  useEffect(() => {
    if (found != null) setOpen((before) => new Set([...before, ...found.ancestors.map(({ id }) => id), found.id]));
  }, [found]);
  return [open, setOpen];
}

interface BranchProps {
  readonly place: Branch;
  readonly open: ReadonlySet<Key>;
}

function BranchItem({ place, open }: BranchProps) {
  const { at } = useRegions();
  const model = useTranslations('model');
  const t = useTranslations('regions');
  const { id, coverage } = place;
  const name = useEntityName()(place);
  const hasParts = place.children.totalCount > 0;
  const words = coverage == null ? t('holding', { count: heldIn(place) }) : model(`coverage.${coverage.status}`);
  const isShown = id === at;
  return (
    <TreeItem
      id={id}
      textValue={t(isShown ? 'branchShown' : 'branch', { name, words })}
      hasChildItems={hasParts}
      className={isShown ? 'shown' : ''}
    >
      <TreeItemContent>
        {hasParts ? <Chevron /> : <span className="leaf" />}
        {coverage == null ? null : (
          <span className={`status ${coverage.status.toLowerCase().replaceAll('_', '-')}`}>
            <StatusMark status={coverage.status} />
          </span>
        )}
        <Name name={name} isShown={isShown} />
        {coverage == null && heldIn(place) > 0 && <span className="count">{heldIn(place)}</span>}
      </TreeItemContent>
      {hasParts && (open.has(id) ? <Branches whole={id} open={open} /> : <Closed id={id} />)}
    </TreeItem>
  );
}

interface NameProps {
  readonly name: string;
  readonly isShown: boolean;
}

/** Scrolls the tree, and not the page, to the place of the view. */
function Name({ name, isShown }: NameProps) {
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const frame = element.current?.closest('.tree-scroll');
    if (!isShown || element.current === null || frame == null) return;
    const [own, seen] = [element.current.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (own.top < seen.top || own.bottom > seen.bottom) frame.scrollTop += own.top - seen.top - seen.height / 3;
  }, [isShown]);
  return (
    <span ref={element} className="name">
      {name}
    </span>
  );
}

function Chevron() {
  return (
    <Button slot="chevron">
      <svg viewBox="0 0 16 16" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
        <path d="m6 3 5 5-5 5" />
      </svg>
    </Button>
  );
}

interface BranchesProps {
  readonly whole: string;
  readonly open: ReadonlySet<Key>;
  readonly after?: string | null;
}

/** A page of the parts of a place, and what follows it when it is asked for. */
function Branches({ whole, open, after = null }: BranchesProps) {
  const t = useTranslations('regions');
  const states = useTranslations('states');
  const [isMore, setMore] = useState(false);
  const { data } = useView(branches, { ...usePlaceVariables(), whole, after });
  const page = data?.region?.children;
  if (page === undefined) return <Note id={`${whole} ${after} loading`} text={states('loading')} />;
  const { hasNextPage, endCursor } = page.pageInfo;
  return (
    <>
      {page.edges.map(({ node }) => (
        <BranchItem key={node.id} place={node} open={open} />
      ))}
      {hasNextPage && !isMore && <Note id={`${whole} ${endCursor} more`} text={t('showMore')} onAction={() => setMore(true)} />}
      {hasNextPage && isMore && <Branches whole={whole} open={open} after={endCursor} />}
    </>
  );
}

/** What a closed branch has in place of its parts: the keyboard opens only a branch that has something. */
function Closed({ id }: { readonly id: string }) {
  return <Note id={`${id} closed`} text="…" />;
}

interface NoteProps {
  readonly id: string;
  readonly text: string;
  readonly onAction?: () => void;
}

function Note({ id, text, onAction }: NoteProps) {
  return (
    <TreeItem id={id} textValue={text} {...(onAction === undefined ? {} : { onAction })}>
      <TreeItemContent>
        <span className="leaf" />
        <span className="quiet">{text}</span>
      </TreeItemContent>
    </TreeItem>
  );
}
