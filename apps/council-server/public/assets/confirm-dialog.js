import { byId } from './dom.js';
import { sayIn } from './words.js';

/** Asks before something that cannot be taken back. Resolves to whether it was wanted. */
export function confirmed(questionKey, yesKey, parameters = {}) {
  const dialog = byId('confirm-dialog');
  sayIn(byId('confirm-question'), questionKey, parameters);
  sayIn(byId('confirm-yes'), yesKey);
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
