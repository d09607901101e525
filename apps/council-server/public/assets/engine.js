import { get } from './api.js';
import { byId } from './dom.js';
import { sayIn } from './words.js';

/** Who speaks is said on every page: the models by name, or the rehearsal engine by what it is not. */
export function paintEngine({ kind, name }, note = 'rehearsal.session') {
  const isRehearsal = kind === 'extractive';
  const badge = byId('engine');
  badge.dataset.kind = kind;
  if (isRehearsal) sayIn(badge, 'engine.rehearsal');
  else sayIn(badge, 'engine.model', { name });
  sayIn(byId('rehearsal-what'), note);
  byId('rehearsal-note').hidden = !isRehearsal;
}

/** Before a session is chosen: whether any model is configured. Which one takes which seat is decided at the start. */
export async function paintEngineOfServer() {
  const badge = byId('engine');
  try {
    const { details } = await get('/health');
    if (details.models?.status !== 'up') paintEngine({ kind: 'extractive' }, 'rehearsal.what');
    else {
      badge.dataset.kind = 'model';
      sayIn(badge, 'engine.configured');
      byId('rehearsal-note').hidden = true;
    }
  } catch {
    badge.dataset.kind = 'none';
    sayIn(badge, 'engine.unknown');
  }
}
