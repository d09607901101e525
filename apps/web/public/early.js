// Before the first paint: the theme and language that were chosen in this browser, and the files of the page at hand. A
// file of its own, because the security policy allows no script inside the page; not a module, because modules run after
// the first paint.
(function () {
  try {
    var theme = localStorage.getItem('council.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    var language = localStorage.getItem('council.language');
  } catch {
    // A browser that keeps nothing follows the system.
  }
  // As `firstLanguage()` of the client decides.
  if (language !== 'en' && language !== 'zh-CN') {
    var wanted = navigator.languages.find((one) => /^(en|zh)\b/i.test(one));
    language = wanted !== undefined && /^zh/i.test(wanted) ? 'zh-CN' : 'en';
  }
  document.documentElement.lang = language;
})();

/**
 * Asks for the files of the page at this address. The build writes the call below (`build/early-pages.ts`), with `[path,
 * files, words by language]` of each page, the files by their numbers. Without it, as from the server for developers, the
 * entry asks for them itself.
 */
// eslint-disable-next-line no-unused-vars -- Called by the line that the build adds.
function askAhead(files, pages) {
  var parts = location.pathname.split('/').filter(Boolean);
  var page = pages.find(([path]) => {
    var wanted = path.split('/');
    return wanted.length === parts.length && wanted.every((part, at) => part[0] === ':' || part === parts[at]);
  });
  if (page === undefined) return;
  for (var number of page[1].concat(page[2][document.documentElement.lang])) {
    var link = document.createElement('link');
    link.rel = 'modulepreload';
    link.crossOrigin = '';
    link.href = '/' + files[number];
    document.head.append(link);
  }
}
