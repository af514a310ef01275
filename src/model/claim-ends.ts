/** Between which entities a predicate may be claimed. */
import { entities, labels, type Label } from './entities.js';
import { textPredicates, type TextPredicate } from './predicates.js';
import { relations, type RelationType } from './relations/relations.js';

/** The labels that the source or target of a predicate may have; all of them where the predicate is unknown, or has no such end. */
export function labelsOfEnd(end: 'source' | 'target', predicate: string): readonly Label[] {
  if (Object.hasOwn(relations, predicate)) return relations[predicate as RelationType][end === 'source' ? 'from' : 'to'];
  return end === 'source' ? subjectLabels(predicate) : labels;
}

/** The labels of what has a property, or of what a text may be claimed of. */
function subjectLabels(predicate: string): readonly Label[] {
  const texts: Readonly<Record<string, TextPredicate>> = textPredicates;
  if (Object.hasOwn(texts, predicate)) return texts[predicate]?.subjects ?? labels;
  const owners = labels.filter((label) => Object.hasOwn(entities[label].properties, predicate));
  return owners.length === 0 ? labels : owners;
}
