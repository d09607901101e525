import { Compose } from './compose.js';
import { byId } from './dom.js';
import { paintEngineOfServer } from './engine.js';
import { PastSessions } from './past-sessions.js';
import { SessionPage } from './session-page.js';
import { beginLanguage, currentLanguage, setLanguage } from './words.js';

const SESSION = /^#\/sessions\/([0-9a-f-]{36})$/i;

beginLanguage();
const compose = new Compose((uuid) => {
  location.hash = `#/sessions/${uuid}`;
});
const past = new PastSessions();
const session = new SessionPage();

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => setLanguage(button.dataset.language));
}
document.addEventListener('language', paintLanguage);
addEventListener('hashchange', () => {
  show();
  // Whoever reads with a screen reader is told that another page is before them.
  byId(SESSION.test(location.hash) ? 'session-title' : 'home-title').focus();
});
paintLanguage();
show();

/** The address says which page is shown, so that a reload comes back to it. */
function show() {
  const uuid = SESSION.exec(location.hash)?.[1] ?? null;
  byId('home').hidden = uuid !== null;
  byId('session').hidden = uuid === null;
  scrollTo(0, 0);
  if (uuid !== null) {
    void session.open(uuid.toLowerCase());
    return;
  }
  session.close();
  void paintEngineOfServer();
  void compose.load();
  void past.load();
}

function paintLanguage() {
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === currentLanguage()));
  }
}
