/** What the URL of every view may say: all of the explorer's state that is not the view's own. */
import { languages, type Language } from '../messages/languages.ts';
import { steps, type Step } from '../shell/day-scale.ts';
import { isDay } from './day.ts';

export interface ViewSearch {
  /** The day of the whole view, such as 2019-12-31; today when it is left out. */
  readonly asOf?: string;
  readonly lang?: Language;
  readonly theme?: 'light' | 'dark';
  /** The step of the slider that chooses the day; it is closed when this is left out. */
  readonly slide?: Step;
}

/** Takes what is valid and leaves out the rest. */
export function viewSearch({ asOf, lang, theme, slide }: Record<string, unknown>): ViewSearch {
  return {
    ...(isDay(asOf) ? { asOf } : {}),
    ...(languages.includes(lang as Language) ? { lang: lang as Language } : {}),
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(steps.includes(slide as Step) ? { slide: slide as Step } : {}),
  };
}
