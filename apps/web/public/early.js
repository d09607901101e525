// Before the first paint: the theme and language that were chosen in this browser. A file of its own, because the
// security policy allows no script inside the page; not a module, because modules run after the first paint.
(function () {
  try {
    var theme = localStorage.getItem('council.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    var language = localStorage.getItem('council.language');
    if (language === 'en' || language === 'zh-CN') document.documentElement.lang = language;
  } catch {
    // A browser that keeps nothing follows the system.
  }
})();
