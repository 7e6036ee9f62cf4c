/** What makes the document better where scripts run: search, filters, sorting, hover on the map, links into folds. */
import { filterLists } from './filter-lists.js';
import { lightMap } from './light-map.js';
import { openTargets } from './open-targets.js';
import { sortTables } from './sort-tables.js';

filterLists(document);
sortTables(document);
lightMap(document);
openTargets(window);
