// Findings: a conduct is found by its words, then asks only for what it needs.
import { h, t, unique, $ } from './dom.js';
import * as store from './store.js';
import * as forms from './forms.js';
import { get, asking } from './api.js';
import { stem } from './inspection.js';
import { later, steady } from './drawing.js';

const known = new Map();
const here = new Map();
const MONEY = ['amount', 'paid', 'retained'];

function governed() {
  const doc = store.now();
  const asked = [...(doc.agreements || []), ...(doc.applications || [])].map((a) => a.kind);
  const kinds = asked.length ? asked : doc.facility?.kinds || [];
  return { region: doc.region || '', kinds: [...new Set(kinds.filter(Boolean))].join(',') };
}

/** What the map says of a conduct under the texts that govern here. */
async function conduct(code) {
  const g = governed();
  const key = named(code);
  if (!known.has(key)) known.set(key, get('conducts/' + encodeURIComponent(code), g));
  try {
    const row = await known.get(key);
    here.set(key, row);
    return row;
  } catch (e) {
    known.delete(key);
    throw e;
  }
}

const named = (code) => {
  const g = governed();
  return code + '|' + g.region + '|' + g.kinds;
};

/** The box in which a conduct is sought; Enter takes it. */
export function finder(put, { placeholder, named } = {}) {
  const id = unique('c');
  const list = h('ul', { class: 'offers', id: id + '-l', role: 'listbox', hidden: true });
  const said = h('p', { class: 'say', role: 'status' });
  let rows = [];
  let at = -1;
  let running;
  const take = (row) => {
    box.value = '';
    hide();
    (put || add)(row);
  };
  const hide = () => {
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    at = -1;
  };
  const point = (i) => {
    at = i;
    [...list.children].forEach((li, k) => li.setAttribute('aria-selected', String(k === i)));
    if (i >= 0) {
      list.children[i].scrollIntoView({ block: 'nearest' });
      box.setAttribute('aria-activedescendant', list.children[i].id);
    } else box.removeAttribute('aria-activedescendant');
  };
  const seek = async () => {
    running?.abort();
    running = new AbortController();
    const words = box.value;
    const found = await asking(() => get('conducts', { q: words, ...governed() }, running.signal));
    if (!found || words !== box.value) return;
    rows = found.rows;
    said.textContent = found.exact ? '' : rows.length ? t('没有正好的，相近的有：', 'none fits; near ones:') : t('没有找到；换个说法试试。', 'none found; try other words.');
    list.replaceChildren(
      ...rows.map((r, i) =>
        h('li', { id: id + '-' + i, role: 'option', 'aria-selected': 'false', data: { conduct: r.code }, onmousedown: (e) => e.preventDefault(), onclick: () => take(r) },
          h('b', {}, r.label), h('small', {}, ' ' + r.topic + (r.only ? '　' + r.only : r.taken ? '' : t('　本地文本没有条款', '  no clause here'))),
          r.use ? h('span', {}, r.use) : null)),
    );
    list.hidden = !rows.length;
    box.setAttribute('aria-expanded', String(rows.length > 0));
    // what cannot occur in such a facility is not taken by Enter alone
    point(rows.length && words.trim() && !rows[0].only ? 0 : -1);
  };
  const box = h('input', {
    id, type: 'search', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': id + '-l', 'aria-autocomplete': 'list', autocomplete: 'off', class: 'seek',
    placeholder: placeholder || t('输入行为，如：挂床、冒名、超标准', 'type what was done, such as: bed, impostor'),
    oninput: seek, onfocus: () => box.value && seek(), onblur: hide,
    onkeydown: (e) => {
      if (e.isComposing) return;
      if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
        e.preventDefault();
        if (list.hidden) seek();
        else point((at + (e.key === 'ArrowDown' ? 1 : -1) + rows.length) % rows.length);
      } else if (e.key === 'Enter' && at >= 0) {
        e.preventDefault();
        take(rows[at]);
      } else if (e.key === 'Escape' && !list.hidden) {
        e.stopPropagation();
        hide();
      }
    },
  });
  return h('div', { class: 'finder' }, h('label', { for: id }, named || t('加一项发现', 'Add a finding')), box, list, said);
}

function add(row) {
  const made = { id: store.freeId(stem('/findings')), conduct: row.code };
  const agreements = store.at('/agreements') || [];
  if (agreements.length > 1) made.agreement = undefined;
  const i = store.add('/findings', made);
  const pointer = '/findings/' + i;
  forms.go(pointer + '/status');
}

/** One finding: what it needs first, the rest on demand. */
export function card(i) {
  const at = '/findings/' + i;
  const f = store.at(at);
  const label = forms.label('conducts', f.conduct || '') || t('（没有选行为）', '(no conduct chosen)');
  const asked = h('div', { class: 'questions' });
  const about = h('div', { class: 'about' });
  const box = h('article', { class: 'card', data: { pointer: at }, 'aria-label': t('发现 ', 'finding ') + (f.id || i + 1) },
    h('header', {},
      h('h3', { data: { pointer: at + '/conduct' } }, label, h('small', {}, ' ' + (f.id || '')), h('span', { class: 'wrong' })),
      h('button', { type: 'button', class: 'quiet', onclick: () => other(box, at) }, t('换行为', 'change')),
      h('button', { type: 'button', class: 'quiet', onclick: () => store.add('/findings', { ...JSON.parse(JSON.stringify(f)), id: store.freeId(stem('/findings')) }) }, t('再来一条', 'copy')),
      h('button', { type: 'button', class: 'quiet', 'aria-label': t('删去发现 ', 'delete finding ') + (f.id || i + 1), onclick: () => store.remove('/findings', i) }, '×')),
    about,
    forms.record('Finding', at, { first: ['status', 'date', 'until', 'worker', 'department', 'money'], leave: ['conduct', ...(f.charges?.length ? ['money'] : [])] }),
    asked,
    h('p', { class: 'wrong' }));
  const say = (row) => {
    about.append(
      row.use ? h('p', { class: 'say' }, row.use) : '',
      row.near?.length ? h('p', { class: 'say' }, t('相近：', 'near: '), row.near.map((n) => h('button', { type: 'button', class: 'link', title: t('改为这一行为', 'change to this'), onclick: () => store.set(at + '/conduct', n.c, { whole: true }) }, n.l))) : '',
      row.clauses.length
        ? h('p', { class: 'say' }, t('涉及：', 'taken up by: '), row.clauses.slice(0, 6).map((c) => h('button', { type: 'button', class: 'link', title: c.meaning, data: { why: c.id } }, c.cite + (c.residual ? t('（兜底）', ' (rest)') : ''))))
        : h('p', { class: 'say' }, row.why || t('本地区的文本没有条款以此为条件。', 'No clause of this region takes it up.')));
    if (row.money === 'none') $('[data-pointer="' + at + '/money"]', box)?.classList.add('idle');
    if (row.money === 'claim') $('[data-pointer="' + at + '/money"]', box)?.classList.add('due');
    const held = Object.keys(f.answers || {});
    const all = [...new Set([...row.questions.filter((q) => forms.questionOf(q).about === 'finding'), ...held])];
    const general = row.questions.filter((q) => forms.questionOf(q).about === 'case');
    asked.replaceChildren(...all.map((q) => forms.question(q, at)), ...general.map((q) => forms.question(q, '')));
  };
  const row = here.get(named(f.conduct));
  if (row?.code) say(row);
  else if (f.conduct)
    asking(() => conduct(f.conduct)).then((row) => later('conduct ' + at, () => row?.code && box.isConnected && steady(() => say(row))));
  return box;
}

function other(box, at) {
  if ($(':scope > .finder', box)) return;
  const seek = finder((row) => store.set(at + '/conduct', row.code, { whole: true }), { named: t('改为哪一行为', 'Change to') });
  box.querySelector('header').after(seek);
  $('input', seek).focus();
}
