// Keeps the marks that a reader sets, across reloads, and saves them as a file that "policygraph audit --marks-from" takes.
const forms = [...document.querySelectorAll('form[data-claim]')];
const keyOf = (form) => `policygraph-audit ${form.dataset.claim}`;

/** The storage of the browser, where the page may use it. */
const memory = (() => {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
})();

function markOf(form) {
  const { mark, comment } = form.elements;
  return { mark: mark.value, on: form.dataset.on, comment: comment.value.trim() };
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function lineOf(form) {
  const { mark, on, comment } = markOf(form);
  return `- { claim: ${form.dataset.claim}, mark: ${mark}, on: "${on}"${comment === '' ? '' : `, comment: ${JSON.stringify(comment)}`} }\n`;
}

function isMarked(form) {
  return form.elements.mark.value !== '';
}

function showProgress() {
  const total = forms.filter(isMarked).length;
  document.getElementById('progress').value = `${total} of ${forms.length} marked`;
  for (const form of forms) form.closest('article').dataset.mark = form.elements.mark.value;
}

function keep(form) {
  form.dataset.on = today();
  memory?.setItem(keyOf(form), JSON.stringify(markOf(form)));
  showProgress();
}

/** A mark that was set here, unless the file has a later one. */
function restore(form) {
  form.dataset.fileOn = form.dataset.on;
  const { mark, on, comment } = JSON.parse(memory?.getItem(keyOf(form)) ?? '{}');
  if (mark === undefined || on < form.dataset.on) return;
  form.elements.mark.value = mark;
  form.elements.comment.value = comment;
  form.dataset.on = on;
}

/** Back to what the file has. */
function forget(form) {
  form.dataset.on = form.dataset.fileOn;
  memory?.removeItem(keyOf(form));
  setTimeout(showProgress); // the reset itself comes after its event
}

function save() {
  const text = forms.filter(isMarked).map(lineOf).join('');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text === '' ? '[]\n' : text], { type: 'application/yaml' }));
  link.download = 'audit-marks.yaml';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser reads it after the click
}

const articles = [...document.querySelectorAll('article')];
let current = -1;

function go(step) {
  current = Math.min(Math.max(current + step, 0), articles.length - 1);
  articles[current]?.focus({ preventScroll: true });
  articles[current]?.scrollIntoView({ block: 'start' });
}

function setMark(index) {
  const form = articles[current]?.querySelector('form');
  const radio = form?.elements.mark[index];
  if (radio === undefined) return;
  radio.checked = true;
  keep(form);
}

const shortcuts = {
  j: () => go(1),
  k: () => go(-1),
  0: () => articles[current]?.querySelector('form').reset(),
  1: () => setMark(0),
  2: () => setMark(1),
  3: () => setMark(2),
  4: () => setMark(3),
};

for (const form of forms) {
  restore(form);
  form.addEventListener('input', () => keep(form));
  form.addEventListener('reset', () => forget(form));
  form.addEventListener('submit', (event) => event.preventDefault());
}
for (const [index, article] of articles.entries()) article.addEventListener('focusin', () => (current = index));
document.getElementById('save').addEventListener('click', save);
document.addEventListener('keydown', (event) => {
  const isTyping = event.target.matches('input[name="comment"]') || event.ctrlKey || event.metaKey || event.altKey;
  if (!isTyping) shortcuts[event.key]?.();
});
showProgress();
