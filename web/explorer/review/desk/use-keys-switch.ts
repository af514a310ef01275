import { useState } from 'react';
import { base } from '../../url/base.ts';

const place = `policygraph${base}:review-keys`;

/** Whether single keys do something; the browser keeps a reader's choice. */
export function useKeysSwitch(): readonly [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(isKeptOn);
  const change = (next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(place, next ? 'on' : 'off');
    } catch {
      // forbidden or full: it holds until the page closes
    }
  };
  return [isOn, change];
}

function isKeptOn(): boolean {
  try {
    return localStorage.getItem(place) !== 'off';
  } catch {
    return true;
  }
}
