/** What is wrong with the layout of a page, read from its boxes: pixels differ by machine, overflow and overlap do not. */
import type { Page } from 'playwright-core';

/** A page that is wider than its window, and texts that lie over each other, a line for each. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      readonly text: string;
      readonly element: Element;
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    }
    const tolerance = 2; // px; letters of neighbouring lines may touch

    /** The part of a box that the scrolling and clipping ancestors of its element leave to be seen. */
    const visible = (box: Box): Box => {
      let { left, top, right, bottom } = box;
      for (let each: Element | null = box.element; each !== null; each = each.parentElement) {
        const { overflowX, clipPath, position } = getComputedStyle(each);
        if (overflowX === 'visible' && clipPath === 'none') continue;
        if (each === document.documentElement || each === document.body) continue;
        const edge = each.getBoundingClientRect();
        [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
        [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
        if (position === 'fixed') break;
      }
      return { ...box, left, top, right, bottom };
    };

    const boxes: Box[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '' || element.closest('svg, script, style, noscript, option, [aria-hidden=true]') !== null)
        continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, top, right, bottom } of range.getClientRects())
        boxes.push(visible({ text, element, left, top, right, bottom }));
    }
    const seen = boxes.filter(({ left, top, right, bottom }) => right - left > tolerance && bottom - top > tolerance);
    seen.sort((one, other) => one.top - other.top);

    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`The page is ${scrollWidth} px wide in a window of ${clientWidth} px.`);
    for (const { text, left, right } of seen) {
      const isOutside = right <= 0; // as the link that skips the header is
      if (!isOutside && (left < -tolerance || right > clientWidth + tolerance)) faults.push(`"${text.slice(0, 40)}" is cut off.`);
    }
    seen.forEach((one, index) => {
      for (const other of seen.slice(index + 1)) {
        if (other.top > one.bottom - tolerance) break;
        const isApart = other.left > one.right - tolerance || other.right < one.left + tolerance;
        if (isApart || one.element.contains(other.element) || other.element.contains(one.element)) continue;
        faults.push(`"${one.text.slice(0, 40)}" lies over "${other.text.slice(0, 40)}".`);
      }
    });
    return faults;
  });
}
