import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useQuery } from 'urql';
import { useTranslations } from 'use-intl';
import { graphql, type VariablesOf } from '../api/graphql.ts';
import { useAsOf } from '../url/use-as-of.ts';
import { entityLink } from './entity-link.tsx';
import { useModelWords } from './model-words.ts';
import './entity-chooser.css';

const query = graphql(
  `
    query Choices($text: String!, $types: [EntityType!], $asOf: AsOf) {
      search(query: $text, types: $types, first: 10, asOf: $asOf) {
        edges {
          node {
            ...EntityLink
          }
        }
      }
    }
  `,
  [entityLink],
);

interface EntityChooserProps {
  readonly label: string;
  readonly hint: string;
  /** By default of every type. */
  readonly types?: VariablesOf<typeof query>['types'];
  readonly onChoose: (id: string) => void;
}

/** A field that finds an entity by any of its names. */
export function EntityChooser({ label, hint, types, onChoose }: EntityChooserProps) {
  const t = useTranslations('states');
  const words = useModelWords();
  const [text, setText] = useState('');
  const asOf = useAsOf();
  const isEmpty = text.trim() === '';
  const [{ data, fetching }] = useQuery({ query, variables: { text, types, asOf }, pause: isEmpty });
  const found = isEmpty || data === undefined ? [] : data.search.edges.map(({ node }) => node);
  return (
    <ComboBox
      className="entity-chooser"
      items={found}
      inputValue={text}
      onInputChange={setText}
      onSelectionChange={(id) => id !== null && onChoose(String(id))}
      allowsEmptyCollection={!isEmpty}
      allowsCustomValue
    >
      <Label>{label}</Label>
      <Input placeholder={hint} />
      <Popover>
        <ListBox<(typeof found)[number]>
          className="chooser-list"
          renderEmptyState={() => <p className="quiet small">{t(fetching ? 'loading' : 'empty')}</p>}
        >
          {({ id, __typename, name }) => (
            <ListBoxItem id={id} textValue={name}>
              <Text slot="label">{name}</Text> <Text slot="description">{words.type(__typename)}</Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
