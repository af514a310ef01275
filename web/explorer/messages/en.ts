import dates from './en/dates.json' with { type: 'json' };
import evidence from './en/evidence.json' with { type: 'json' };
import model from './en/model.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import states from './en/states.json' with { type: 'json' };
import find from './en/find.json' with { type: 'json' };
import entity from './en/entity.json' with { type: 'json' };
import document from './en/document.json' with { type: 'json' };
import walk from './en/walk.json' with { type: 'json' };
import regions from './en/regions.json' with { type: 'json' };
import changes from './en/changes.json' with { type: 'json' };
import review from './en/review.json' with { type: 'json' };
import along from './en/along.json' with { type: 'json' };
import cite from './en/cite.json' with { type: 'json' };
import units from './en/units.json' with { type: 'json' };
import statistics from './en/statistics.json' with { type: 'json' };

/** All words of the explorer, by view. */
export const messages = {
  along,
  cite,
  dates,
  evidence,
  model,
  shell,
  states,
  find,
  entity,
  document,
  walk,
  regions,
  changes,
  review,
  statistics,
  units,
};
