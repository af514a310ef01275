import { graphql, type ResultOf } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { Loaded } from '../parts/loaded.tsx';
import { today } from '../url/day.ts';
import { DaySlider, type DaySliderProps } from './day-slider.tsx';
import type { Days } from './day-scale.ts';

const query = graphql(`
  query Days($today: Date!) {
    held: claims(first: 1, where: { from: { known: true } }, orderBy: FROM_ASC) {
      edges {
        node {
          id
          key
          validity {
            from {
              earliest
            }
          }
        }
      }
    }
    ending: claims(first: 1, where: { until: { gt: $today } }, orderBy: UNTIL_DESC) {
      edges {
        node {
          id
          key
          validity {
            until {
              latest
            }
          }
        }
      }
    }
    policies(first: 1, where: { announcedOn: { known: true } }, orderBy: ANNOUNCED_ASC) {
      edges {
        node {
          id
          key
          announcedOn {
            earliest
          }
        }
      }
    }
  }
`);

/** A slider from the first day that the graph knows of to the last. */
export default function DayBar(slider: Omit<DaySliderProps, 'days'>) {
  const view = useView(query, { today: today() });
  return (
    <div className="day-bar">
      <Loaded view={view}>{(data) => <DaySlider days={daysOf(data)} {...slider} />}</Loaded>
    </div>
  );
}

function daysOf({ held, ending, policies }: ResultOf<typeof query>): Days {
  const first = [held.edges[0]?.node.validity.from?.earliest, policies.edges[0]?.node.announcedOn?.earliest];
  const last = [ending.edges[0]?.node.validity.until?.latest, today()];
  const isKnown = (day: string | null | undefined): day is string => day != null;
  return { first: [...first, today()].filter(isKnown).sort()[0]!, last: last.filter(isKnown).sort().at(-1)! };
}
