import { useMemo, useRef } from 'react';
import { useClient } from 'urql';
import type { View } from '../../api/use-view.ts';
import { useAsOf } from '../../url/use-as-of.ts';
import type { Connection } from '../operations.ts';
import { followedRelations, shownRelations } from '../relation-types.ts';
import { endsOf, mostHops, shownTypes } from '../search.ts';
import type { WalkSearch } from '../walk-search.ts';
import { connectionsBy, openedBy } from './load.ts';
import { openingsOf } from './opening.ts';
import { shownOf, type Opened, type Shown } from './shown.ts';
import { useAnswers, type Question } from './use-answers.ts';

export interface ShownView extends View<Shown> {
  /** The connections that the URL asks for; undefined until they are loaded, or where it asks for none. */
  readonly paths: readonly Connection[] | undefined;
}

/** What is shown, as far as it is loaded. */
export function useShown(search: WalkSearch): ShownView {
  const [openings, ends] = [useOpeningQuestions(search), useConnectionQuestions(search)];
  const opened = useAnswers(openings);
  const connected = useAnswers(ends);
  const view = useMemo(() => {
    const known = untilUnknown(openings, opened.answers);
    const paths = ends.map(({ key }) => connected.answers.get(key))[0];
    const isKnown = known.length > 0 || paths !== undefined || openings.length + ends.length === 0;
    return {
      data: isKnown ? shownOf({ hasBeginning: search.from !== undefined, opened: known, paths: paths ?? [] }) : undefined,
      paths,
      error: opened.error ?? connected.error,
      isLoading: known.length < openings.length || (ends.length > 0 && paths === undefined),
      retry: () => [opened, connected].forEach(({ retry }) => retry()),
    };
  }, [search.from, openings, ends, opened.answers, opened.error, connected.answers, connected.error]);
  return { ...view, data: useKept(view, `${search.from} ${search.between}`) };
}

/** While another choice of the same walk is loaded, what was shown stays, and so do the controls and the focus. */
function useKept({ data, error }: Pick<ShownView, 'data' | 'error'>, walk: string): Shown | undefined {
  const last = useRef<{ readonly walk: string; readonly data: Shown }>(undefined);
  if (data !== undefined) last.current = { walk, data };
  return data ?? (error === undefined && last.current?.walk === walk ? last.current.data : undefined);
}

function useOpeningQuestions(search: WalkSearch): readonly Question<Opened | undefined>[] {
  const client = useClient();
  const asOf = useAsOf();
  return useMemo(() => {
    const types = shownTypes(search);
    const relations = shownRelations(search);
    return openingsOf(search).map(({ id, pages }) => ({
      key: `${id}*${pages} ${types.join()} ${search.without} ${asOf?.date}`,
      ask: () => openedBy(client, { id, pages, types, relations, asOf }),
    }));
  }, [client, search.from, search.open, search.types, search.without, asOf?.date]);
}

function useConnectionQuestions(search: WalkSearch): readonly Question<readonly Connection[]>[] {
  const client = useClient();
  const asOf = useAsOf();
  return useMemo(() => {
    const ends = endsOf(search);
    if (ends === undefined) return [];
    const [hops, relations] = [mostHops(search), followedRelations(search)];
    const key = `${ends.join()} ${hops} ${search.without} ${asOf?.date}`;
    return [{ key, ask: () => connectionsBy(client, { ends, hops, relations, asOf }) }];
  }, [client, search.between, search.hops, search.without, asOf?.date]);
}

/** The answers up to the first unknown one, in the order of the questions: the picture grows in one order, however they arrive. */
function untilUnknown<Answer>(questions: readonly Question<Answer>[], answers: ReadonlyMap<string, Answer>): Answer[] {
  const unknown = questions.findIndex(({ key }) => !answers.has(key));
  return questions.slice(0, unknown === -1 ? undefined : unknown).map(({ key }) => answers.get(key)!);
}
