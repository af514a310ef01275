/** Which passages a reader points at. */
import type { PointerEvent } from 'react';

/** The passages of an element or of what it is in; undefined outside of passages. */
export function passagesAt(target: EventTarget): number[] | undefined {
  const marked = target instanceof Element ? target.closest<HTMLElement>('[data-passages]') : null;
  return marked?.dataset['passages']?.split(' ').map(Number);
}

/** They stay active when the pointer leaves, so that it can go to their claims. */
export function pointAt({ target, pointerType }: PointerEvent, show: (passages: readonly number[]) => void): void {
  const passages = pointerType === 'touch' ? undefined : passagesAt(target);
  if (passages !== undefined) show(passages);
}
