import { byId } from './dom.js';
import { problemWords } from './problem-box.js';

let asking = null;

/** Asks until the server takes the token. Requests that wait for it at the same time wait for the same form. */
export function askForToken(show) {
  asking ??= ask(show).finally(() => {
    asking = null;
  });
  return asking;
}

function ask(show) {
  const dialog = byId('token-dialog');
  const form = dialog.querySelector('form');
  const input = byId('token');
  const trouble = byId('token-problem');
  trouble.textContent = '';
  dialog.showModal();
  return new Promise((resolve) => {
    const submit = async (event) => {
      event.preventDefault();
      const problem = await show(input.value.trim()).catch((error) => error.problem);
      if (problem !== null) {
        trouble.textContent = problemWords(problem);
        input.select();
        return;
      }
      input.value = '';
      form.removeEventListener('submit', submit);
      dialog.close();
      resolve();
    };
    form.addEventListener('submit', submit);
    // Without the token nothing on this page can work: the form stays.
    dialog.addEventListener('cancel', (event) => event.preventDefault());
  });
}
