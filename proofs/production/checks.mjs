// What the rehearsal checks, in order, and for each what breaks it: a check that passes then would see nothing.
import { backup } from './checks/backup.mjs';
import { browser } from './checks/browser.mjs';
import { debates } from './checks/debates.mjs';
import { gates } from './checks/gates.mjs';
import { migrations } from './checks/migrations.mjs';
import { outages } from './checks/outages.mjs';
import { page } from './checks/page.mjs';
import { restarts } from './checks/restarts.mjs';

/**
 * name; `isShort`: part of the short form; `sabotage`: what is done to make it fail; `run(topology, isSabotaged)` throws
 * what it finds, or answers a figure worth printing.
 */
export const CHECKS = [...gates, ...page, ...browser, ...debates, ...restarts, ...outages, ...migrations, ...backup];
