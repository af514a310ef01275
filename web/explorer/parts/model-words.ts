import { useMemo } from 'react';
import { useTranslations } from 'use-intl';

type Translate = ReturnType<typeof useTranslations<'model'>>;

/** What the graph's types, relations, properties and codes are called in the language of the page. Names that it does not know keep their code. */
export class ModelWords {
  constructor(private readonly t: Translate) {}

  /** "Policy" of "Policy" and "POLICY". */
  type(type: string): string {
    return this.word(`type.${type.charAt(0)}${type.slice(1).toLowerCase()}`, type);
  }

  /** "Policies". */
  types(type: string): string {
    return this.word(`types.${type.charAt(0)}${type.slice(1).toLowerCase()}`, type);
  }

  /** "Issued" seen from the agency (OUT), "Issued by" from the policy (IN). */
  relation(type: string, direction: 'OUT' | 'IN' = 'OUT'): string {
    return this.word(`relation.${type}.${direction}`, type);
  }

  /** What a claim asserts: a relation, a property, a text, a measure, or a part of a record. */
  predicate(predicate: string): string {
    const groups = ['property', 'text', 'measure', 'record'].map((group) => `${group}.${predicate}`);
    const keys = [`relation.${predicate}.OUT`, ...groups];
    return this.word(keys.find((key) => this.has(key)) ?? predicate, predicate);
  }

  attribute(name: string): string {
    return this.word(`attribute.${name}`, name);
  }

  /** A value of a property of an entity type, or of an attribute of a relation: "In force" of Policy, status, IN_FORCE. */
  value(owner: string, property: string, value: string): string {
    return this.word(`value.${owner}.${property}.${value}`, value);
  }

  private word(key: string, code: string): string {
    return this.has(key) ? this.t(key as Parameters<Translate>[0]) : code;
  }

  private has(key: string): boolean {
    return this.t.has(key as Parameters<Translate>[0]);
  }
}

export function useModelWords(): ModelWords {
  const t = useTranslations('model');
  return useMemo(() => new ModelWords(t), [t]);
}
