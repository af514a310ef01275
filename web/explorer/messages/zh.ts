import dates from './zh/dates.json' with { type: 'json' };
import evidence from './zh/evidence.json' with { type: 'json' };
import model from './zh/model.json' with { type: 'json' };
import shell from './zh/shell.json' with { type: 'json' };
import states from './zh/states.json' with { type: 'json' };
import find from './zh/find.json' with { type: 'json' };
import entity from './zh/entity.json' with { type: 'json' };
import document from './zh/document.json' with { type: 'json' };
import walk from './zh/walk.json' with { type: 'json' };
import regions from './zh/regions.json' with { type: 'json' };
import changes from './zh/changes.json' with { type: 'json' };
import review from './zh/review.json' with { type: 'json' };
import along from './zh/along.json' with { type: 'json' };
import cite from './zh/cite.json' with { type: 'json' };
import units from './zh/units.json' with { type: 'json' };
import statistics from './zh/statistics.json' with { type: 'json' };

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
