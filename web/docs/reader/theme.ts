/** Before the page is drawn: the theme that the reader chose, or that of the link. */
(() => {
  const linked = new URLSearchParams(location.search).get('theme');
  try {
    if (linked === 'light' || linked === 'dark') localStorage.setItem('policygraph-docs:theme', linked);
    const theme = localStorage.getItem('policygraph-docs:theme');
    if (theme !== null) document.documentElement.dataset['theme'] = theme;
  } catch {
    // without storage the theme is that of the system
  }
})();
