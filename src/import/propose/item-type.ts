/** What the rows of a table are, by the heads of its columns, what cells hold, and entities of the graph. */
import { entities, labels, relations, type Label, type RelationType } from '../../model/model.js';
import type { Column } from './columns.js';
import { choiceOf, meaningsOf } from './vocabulary.js';

export interface Candidate {
  readonly label: Label;
  readonly score: number;
  readonly reasons: readonly string[];
}

type Reason = readonly [score: number, text: string];

/** The candidates, the most likely first; those that nothing speaks for are left out. */
export function itemTypes(columns: readonly Column[], fileName: string): Candidate[] {
  return labels
    .map((label) => {
      const reasons = [...ofFile(label, fileName), ...columns.flatMap((column) => reasonsOf(label, column))];
      return { label, score: reasons.reduce((sum, [score]) => sum + score, 0), reasons: reasons.map(([, text]) => text) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** The one that is far enough before the next. */
export const decided = ([first, second]: readonly Candidate[]): Candidate | undefined =>
  first !== undefined && first.score >= 1 && (second === undefined || first.score >= 1.2 * second.score) ? first : undefined;

const ofFile = (label: Label, fileName: string): Reason[] =>
  meaningsOf(fileName).some(({ meaning }) => meaning === `type:${label}`) ? [[2, `the file is called ${fileName}`]] : [];

function reasonsOf(label: Label, column: Column): Reason[] {
  const { name } = column;
  return [
    ...meaningsOf(name).flatMap(({ meaning, isWhole }): Reason[] => {
      const weight = isWhole ? 1 : 0.5;
      const [kind, key = '', way] = meaning.split(':');
      if (kind === 'type' && key === label && !isWhole) return [[3, `"${name}" names the type`]];
      if (kind === 'property' && entities[label].properties[key] !== undefined)
        return [[(2 * weight) / ownersOf(key), `"${name}" is ${key}`]];
      if (kind === 'relation') {
        const { from, to } = relations[key as RelationType];
        const ends: readonly Label[] = way === 'in' ? to : from;
        return ends.includes(label) ? [[weight / ends.length, `"${name}" is ${key}`]] : [];
      }
      return [];
    }),
    ...Object.entries(entities[label].properties).flatMap(([property, { values }]): Reason[] => {
      const texts = column.distinct.slice(0, 200);
      const named = texts.filter((text) => choiceOf(text, label, property, Object.keys(values ?? {})) !== undefined);
      const share = texts.length === 0 ? 0 : named.length / texts.length;
      return share > 0.3 ? [[2 * share, `texts of "${name}" end like values of ${property}`]] : [];
    }),
  ];
}

const ownersOf = (property: string): number =>
  labels.filter((label) => entities[label].properties[property] !== undefined).length;
