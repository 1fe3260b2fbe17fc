// The pages of the rules, searched; a rule edited on a copy, with check, test and diff beside it.
import { h, t, lang, say, $, $$, unique } from './dom.js';
import * as store from './store.js';
import { get, text, post, asking } from './api.js';

let page = 'index.html';
let running;

export async function open(path) {
  page = path;
  const html = await asking(() => text('pages/' + lang + '/' + path.split('#')[0], {}));
  if (html === undefined) return;
  const read = new DOMParser().parseFromString(html, 'text/html');
  const place = $('#page');
  place.replaceChildren(...[...read.body.childNodes].map((n) => document.importNode(n, true)));
  $$('a[href]', place).forEach((a) => {
    const to = new URL(a.getAttribute('href'), 'http://x/' + lang + '/' + path.split('#')[0]);
    const inside = to.host === 'x' && to.pathname.startsWith('/' + lang + '/');
    if (!inside) {
      a.replaceWith(...a.childNodes);
      return;
    }
    a.href = '#rules';
    a.addEventListener('click', (e) => {
      e.preventDefault();
      open(decodeURIComponent(to.pathname.slice(lang.length + 2)) + to.hash);
    });
  });
  $$('.where', place).forEach((w) => {
    const m = /^(.+\.drl)(?::(\d+))?$/.exec(w.textContent);
    if (m) w.append(' ', h('button', { type: 'button', class: 'quiet', onclick: () => edit(m[1], Number(m[2] || 1)) }, t('在副本上改', 'edit on a copy')));
  });
  const hash = path.split('#')[1];
  const target = hash && document.getElementById(decodeURIComponent(hash));
  if (target) target.scrollIntoView();
  else $('#rules').scrollTop = 0;
}

async function seek(words) {
  const place = $('#hits');
  running?.abort();
  running = new AbortController();
  if (!words.trim()) return place.replaceChildren();
  const found = await asking(() => get('search', { q: words }, running.signal));
  if (!found) return;
  place.replaceChildren(
    ...found.hits.map((hit) => h('li', {}, h('a', { href: '#rules', onclick: (e) => { e.preventDefault(); place.replaceChildren(); open(hit.path); } }, hit.title), h('small', {}, ' ' + hit.where), h('span', {}, hit.excerpt))),
    found.hits.length ? '' : h('li', {}, t('没有找到', 'nothing found')));
}

export function draw(root) {
  const id = unique('s');
  root.replaceChildren(
    h('div', { class: 'reader' },
      h('div', { class: 'search' }, h('label', { for: id }, t('在规则中查找', 'Search the rules')), h('input', { id, type: 'search', placeholder: t('条款、行为、措施、问题…', 'clause, conduct, measure, question…'), oninput: (e) => seek(e.target.value) }), h('button', { type: 'button', class: 'quiet', onclick: () => open('index.html') }, t('全部规则册', 'all rulebooks')), h('button', { type: 'button', class: 'quiet', onclick: files }, t('改过的文件', 'files changed'))),
      h('ul', { id: 'hits', class: 'hits' }),
      h('article', { id: 'page', class: 'page' })),
    h('div', { id: 'desk', class: 'desk', hidden: true }));
  open(page);
}

/** A rule file on the copy. */
async function edit(file, line) {
  const held = await asking(() => get('copy', { file }));
  if (!held) return;
  const desk = $('#desk');
  desk.hidden = false;
  const id = unique('d');
  const told = (problems) => h('ul', {}, problems.slice(0, 20).map((p) => h('li', { class: p.warning ? 'mild' : 'grave' }, p.line && p.file === file ? h('button', { type: 'button', class: 'link', onclick: () => to(p.line) }, t('第 ', 'line ') + p.line + t(' 行', '')) : h('code', {}, p.file), ' ' + p.message, p.fix ? h('small', {}, ' ' + p.fix) : null)));
  const said = h('div', { class: 'checked', role: 'status', 'aria-live': 'polite' });
  const tested = h('div', { class: 'tested', role: 'status', 'aria-live': 'polite' });
  let timer;
  let busy;
  const area = h('textarea', { id, class: 'code', spellcheck: 'false', wrap: 'off', value: held.text, rows: '24' });
  const keep = async () => {
    busy?.abort();
    busy = new AbortController();
    said.replaceChildren(h('p', { class: 'say' }, t('正在检查…', 'checking…')));
    tested.replaceChildren();
    const checked = await asking(async () => (await post('copy', { file }, { text: area.value }, busy.signal)).json());
    if (!checked) return;
    said.replaceChildren(
      h('h3', {}, checked.problems.length ? t('检查本地区：', 'check of this region: ') + checked.problems.length + t(' 处', ' problem(s)') : t('检查本地区：没有问题', 'check of this region: nothing wrong')),
      told(checked.problems));
    if (checked.problems.some((p) => !p.warning)) return;
    tested.replaceChildren(h('p', { class: 'say' }, t('正在跑用例并比较…', 'running the cases and comparing…')));
    const html = await asking(async () => (await post('copy/test', { file }, store.now(), busy.signal)).text());
    if (html === undefined) return;
    tested.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    // the rest of the rules last: it takes longest and says least of what is being written
    const rest = await asking(() => get('copy/elsewhere', { file }, busy.signal));
    if (rest) said.append(h('h3', {}, rest.problems.length ? t('其余规则：', 'the other rules: ') + rest.problems.length + t(' 处', ' problem(s)') : t('其余规则：没有问题', 'the other rules: nothing wrong')), told(rest.problems));
  };
  const to = (n) => {
    const lines = area.value.split('\n');
    const start = lines.slice(0, n - 1).reduce((sum, l) => sum + l.length + 1, 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[n - 1] || '').length);
    area.scrollTop = Math.max(0, (n - 6) * parseFloat(getComputedStyle(area).lineHeight));
  };
  area.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 500);
  });
  area.addEventListener('keydown', (e) => {
    if (e.key === 'Tab' && !e.shiftKey && !e.altKey && e.ctrlKey === false && area.dataset.tab) {
      e.preventDefault();
      area.setRangeText('    ', area.selectionStart, area.selectionEnd, 'end');
    }
  });
  desk.replaceChildren(
    h('header', {}, h('h2', {}, file), h('small', {}, t('改的是副本：', 'on the copy: ') + held.folder), h('button', { type: 'button', class: 'quiet', onclick: async () => { const back = await asking(() => get('copy', { file, original: 'yes' })); if (back) { area.value = back.text; keep(); } } }, t('恢复原样', 'as it was')), h('button', { type: 'button', class: 'quiet', 'aria-label': t('关闭', 'close'), onclick: () => { desk.hidden = true; } }, '×')),
    h('label', { for: id, class: 'unseen' }, t('规则文件', 'rule file')),
    area, said, tested);
  to(line);
  keep();
}

async function files() {
  const held = await asking(() => get('copies', {}));
  if (!held) return;
  $('#hits').replaceChildren(
    h('li', {}, t('副本在 ', 'the copy lies in ') + held.folder),
    ...held.files.map((f) => h('li', {}, h('a', { href: '#rules', onclick: (e) => { e.preventDefault(); edit(f, 1); } }, f))),
    held.files.length ? '' : h('li', {}, t('还没有改过的文件', 'no file was changed yet')));
}
