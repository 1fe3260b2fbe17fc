// Boxes for the fields of any kind of record, as the catalogue describes them.
import { h, t, $, $$ } from './dom.js';
import * as store from './store.js';
import * as values from './values.js';

let catalogue;
export const use = (c) => (catalogue = c);
export const kindOf = (name) => catalogue.kinds[name];
export const fieldOf = (kind, name) => catalogue.kinds[kind].fields.find((f) => f.name === name);
export const codesOf = (field) => field.codes || (field.list && catalogue.codes[field.list]);

/** Whether what is only for some kinds of facility can occur here: in one of the facility's, of its agreements or applications. */
export function occurs(only) {
  const doc = store.now();
  const kinds = [...(doc.facility?.kinds || []), ...[...(doc.agreements || []), ...(doc.applications || [])].map((a) => a.kind)].filter(Boolean);
  return !kinds.length || !only?.length || only.some((k) => kinds.includes(k));
}

/** Score sheets are offered for the region and the kinds of facility at hand, under the title they have there. */
function sheetsHere() {
  const doc = store.now();
  const here = Object.values(catalogue.sheets).filter((s) => s.region === doc.region && occurs(s.kinds));
  return here.length ? here.map((s) => ({ c: s.sheet, l: s.label })) : catalogue.codes.sheets;
}

/** Of a list that all regions share, what the texts of the region at hand name; null where that is nothing or nothing is known. */
function namedHere(list) {
  const codes = catalogue.named[store.now().region]?.[list];
  return codes?.length ? new Set(codes) : null;
}

/** A parameter the texts of the region need and the document does not state: the first to be added. */
export const needed = () => (namedHere('parameters')?.has('in-force-from') && !(store.at('/parameters') || []).some((p) => p.key === 'in-force-from') ? { key: 'in-force-from' } : {});

export const label = (list, code) => (catalogue.codes[list] || []).find((c) => c.c === code)?.l || code;
export const questionOf = (code) => catalogue.questions[code] || { label: code, about: '', by: '', evidence: '' };
export const catalogueNow = () => catalogue;

/** The id of a box, made from where its value stands: the same whenever it is drawn. */
const named = (pointer) => 'at' + pointer.replace(/[^\p{L}\p{N}]+/gu, '-');

const FEW = 6;
const SHORT = t(10, 26);

/** A box with its label, its hint and room for what is wrong with it. */
export function field(field, pointer, { required = !field.optional, wide = false } = {}) {
  const id = named(pointer);
  const said = id + '-e';
  const made = control(field, pointer, id, said);
  const group = made.dataset.group !== undefined;
  const hint = field.hint && field.hint !== field.label ? field.hint : undefined;
  const mark = required ? h('span', { class: 'needed', title: t('必填', 'required') }, t(' 必填', ' required')) : null;
  const wrong = h('p', { class: 'wrong', id: said });
  if (group) {
    return h(
      'fieldset',
      { class: 'field group' + (wide ? ' wide' : ''), data: { pointer }, title: hint },
      h('legend', {}, field.label, mark),
      made,
      wrong,
    );
  }
  return h(
    'div',
    { class: 'field' + (wide ? ' wide' : ''), data: { pointer } },
    h('label', { for: id, title: hint }, field.label, mark),
    made,
    wrong,
  );
}

function control(f, pointer, id, said) {
  const value = store.at(pointer);
  const codes = f.list === 'sheets' ? sheetsHere() : codesOf(f);
  const aria = { id, name: pointer, 'aria-describedby': said };
  switch (f.form) {
    case 'record':
      return record(f.kind, pointer, { inner: true });
    case 'truth':
      return choice(aria, [{ c: true, l: t('是', 'yes') }, { c: false, l: t('否', 'no') }], value, (v) => store.set(pointer, v), f.label);
    case 'list':
      return f.of === 'record' ? rows(f, pointer, aria) : codes ? checks(f, pointer, codes, aria) : typed(f, pointer, aria);
    case 'map':
      return f.list === 'questions' ? h('div', { data: { group: '' } }) : mapped(f, pointer, codes);
    case 'day':
      return dayBox(f, pointer, aria);
    default:
      if (f.points && f.points !== '*') return pointing(f, pointer, aria);
      if (codes && codes.length <= FEW && codes.reduce((n, c) => n + c.l.length, 0) <= SHORT)
        return choice(aria, codes, value, (v) => store.set(pointer, v), f.label);
      if (codes) return select(f, pointer, codes, aria);
      return typed(f, pointer, aria);
  }
}

/** A line to type in. What was typed is read when it is left, and shown as it was understood. */
function typed(f, pointer, aria) {
  const codes = f.list === 'questions' ? undefined : codesOf(f);
  const numeric = f.form === 'figure' || f.form === 'whole-number';
  const long = f.name === 'note';
  const box = h(long ? 'textarea' : 'input', {
    ...aria,
    type: long ? undefined : 'text',
    rows: long ? '2' : undefined,
    inputmode: numeric ? 'decimal' : undefined,
    class: numeric ? 'number' : undefined,
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: f.form === 'time' ? '2025-05-06 14:30' : f.form === 'list' ? t('几个以顿号分开', 'several: with commas') : undefined,
    value: values.shown(store.at(pointer), f),
    oninput: () => store.set(pointer, values.parsed(f, box.value, codes)),
    onchange: () => (box.value = values.shown(store.at(pointer), f)),
  });
  if (f.name === 'id') {
    let before = store.at(pointer);
    box.addEventListener('focus', () => (before = store.at(pointer)));
    box.addEventListener('change', () => renamed(before, store.at(pointer)));
  }
  return box;
}

/** What pointed at an id follows when the id is changed. */
function renamed(before, after) {
  if (!before || !after || before === after || store.facts().some((f) => f.id === before)) return;
  const walk = (value) => {
    if (Array.isArray(value)) value.forEach((v, i) => (v === before ? (value[i] = after) : walk(v)));
    else if (value && typeof value === 'object')
      for (const [k, v] of Object.entries(value)) {
        if (v === before && ['agreement', 'stay', 'charge', 'measure', 'about', 'duplicates', 'id'].includes(k)) value[k] = after;
        else if (v && typeof v === 'object' && k !== 'people' && k !== 'leaders') walk(v);
      }
  };
  // not before the cursor is where it goes to
  setTimeout(() => store.change(({ doc }) => walk(doc)));
}

/** A day: typed in any usual form, or taken from the browser's calendar. */
function dayBox(f, pointer, aria) {
  const none = t('没有', 'none');
  const show = (v) => (v === 'none' ? none : values.shown(v));
  const box = h('input', {
    ...aria,
    type: 'text',
    class: 'day',
    autocomplete: 'off',
    placeholder: t('年-月-日', 'YYYY-MM-DD'),
    value: show(store.at(pointer)),
    oninput: () => store.set(pointer, box.value.trim() === '' ? undefined : values.day(box.value)),
    onchange: () => (box.value = show(store.at(pointer))),
  });
  const native = h('input', {
    type: 'date',
    class: 'calendar',
    tabindex: '-1',
    'aria-hidden': 'true',
    onchange: () => {
      box.value = native.value;
      store.set(pointer, native.value);
    },
  });
  const open = h(
    'button',
    {
      type: 'button',
      class: 'quiet pick',
      tabindex: '-1',
      'aria-label': t('从日历选择', 'pick from the calendar'),
      onclick: () => {
        native.value = /^\d{4}-\d{2}-\d{2}$/.test(box.value) ? box.value : '';
        if (native.showPicker) native.showPicker();
      },
    },
    '▾',
  );
  const not = f.none
    ? h(
        'button',
        {
          type: 'button',
          class: 'quiet',
          title: t('确实没有发生', 'it has expressly not happened'),
          onclick: () => {
            store.set(pointer, 'none');
            box.value = none;
          },
        },
        none,
      )
    : null;
  const wrap = h('div', { class: 'dayline' }, box, open, native, not);
  return wrap;
}

/** A few codes side by side; pressed again, the answer is taken back. */
export function choice(aria, codes, value, put, name) {
  const group = h('div', { class: 'choice', id: aria.id, role: 'radiogroup', 'aria-label': name, 'aria-describedby': aria['aria-describedby'], data: { group: '' } });
  const buttons = codes.map(({ c, l }) => {
    const button = h('button', { type: 'button', role: 'radio', id: aria.id ? aria.id + '--' + c : undefined, data: { code: String(c) }, onclick: () => pick(button.getAttribute('aria-checked') === 'true' ? undefined : c) }, l);
    return button;
  });
  const show = (v) => {
    buttons.forEach((b, i) => {
      b.setAttribute('aria-checked', String(codes[i].c === v));
      b.tabIndex = codes[i].c === v || (!codes.some((c) => c.c === v) && i === 0) ? 0 : -1;
    });
  };
  const pick = (v) => {
    put(v);
    show(v);
  };
  group.addEventListener('keydown', (e) => {
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
    if (!way) return;
    e.preventDefault();
    const i = (buttons.indexOf(document.activeElement) + way + buttons.length) % buttons.length;
    pick(codes[i].c);
    buttons[i].focus();
  });
  show(value);
  group.append(...buttons);
  return group;
}

/** What is chosen from: of a list that all regions share first what the texts of this one name. */
function offered(f, codes) {
  const options = (some) => some.map((c) => h('option', { value: c.c }, c.l));
  const here = namedHere(f.list);
  if (!here) return options(codes);
  return [
    h('optgroup', { label: t('本地区文本写到的', 'named by the texts of this region') }, options(codes.filter((c) => here.has(c.c)))),
    h('optgroup', { label: t('其他', 'others') }, options(codes.filter((c) => !here.has(c.c)))),
  ];
}

function select(f, pointer, codes, aria) {
  const value = store.at(pointer);
  const box = h(
    'select',
    { ...aria, onchange: () => store.set(pointer, box.value || undefined) },
    h('option', { value: '' }, t('请选择', 'choose')),
    offered(f, codes),
  );
  if (value !== undefined && !codes.some((c) => c.c === value)) box.append(h('option', { value: String(value) }, String(value)));
  box.value = value === undefined ? '' : String(value);
  return box;
}

/** Ids of records of one kind, offered as they are typed. */
function pointing(f, pointer, aria) {
  const offered = h('datalist', { id: aria.id + '-l' });
  const box = h('input', {
    ...aria,
    type: 'text',
    list: aria.id + '-l',
    autocomplete: 'off',
    value: values.shown(store.at(pointer)),
    onfocus: () => offered.replaceChildren(...idsOf(f.points).map((i) => h('option', { value: i.id }, i.text))),
    oninput: () => store.set(pointer, box.value.trim() || undefined),
  });
  return h('div', {}, box, offered);
}

/** The records a field may point at. */
export function idsOf(kind) {
  const place = { Agreement: '/agreements/', Stay: '/records/stays/', Charge: '/records/charges/', PriorMeasure: '/history/measures/' }[kind] || '/';
  return store
    .facts()
    .filter((f) => f.pointer.startsWith(place))
    .slice(0, 300)
    .map((f) => ({ id: f.id, text: [f.value.worker, f.value.item, f.value.from, f.value.admittedOn].filter(Boolean).join(' ') }));
}

function checks(f, pointer, codes, aria) {
  const group = h('div', { class: 'checks', data: { group: '' } });
  const held = () => store.at(pointer) || [];
  if (codes.length > 24) {
    const box = typed(f, pointer, aria);
    box.value = held().map((c) => codes.find((k) => k.c === c)?.l || c).join('、');
    return box;
  }
  codes.forEach(({ c, l }) => {
    const box = h('input', {
      type: 'checkbox',
      id: aria.id + '--' + c,
      name: pointer,
      value: c,
      checked: held().includes(c),
      onchange: () => {
        const chosen = new Set(held());
        if (box.checked) chosen.add(c);
        else chosen.delete(c);
        store.set(pointer, codes.map((k) => k.c).filter((k) => chosen.has(k)), { whole: f.name === 'kinds' });
      },
    });
    group.append(h('label', {}, box, h('span', {}, l)));
  });
  return group;
}

/** Codes, each with one of a few values. */
function mapped(f, pointer, values) {
  const table = h('div', { class: 'mapped', data: { group: '' } });
  for (const { c, l } of catalogue.codes[f.list] || []) {
    const at = pointer + '/' + store.step(c);
    const said = named(at) + '-e';
    table.append(
      h('div', { class: 'pair', data: { pointer: at } }, h('span', {}, l), choice({ id: named(at), 'aria-describedby': said }, values, store.at(at), (v) => store.set(at, v), l), h('p', { class: 'wrong', id: said })),
    );
  }
  return table;
}

/** A few records within a record. */
function rows(f, pointer, aria) {
  const held = store.at(pointer) || [];
  const parts = kindOf(f.kind).fields;
  if (parts[0].points && parts.slice(1).every((p) => p.optional) && held.every((r) => Object.keys(r).length <= 1) && !unfolded.has(pointer)) {
    return h('div', {}, typed(f, pointer, aria), h('button', { type: 'button', class: 'quiet', onclick: () => { unfolded.add(pointer); store.change(() => {}); } }, t('逐条写明违规部分', 'state parts one by one')));
  }
  const box = h('div', { class: 'inner', data: { group: '' } });
  held.forEach((_, i) => {
    const at = pointer + '/' + i;
    box.append(
      h(
        'div',
        { class: 'one', data: { pointer: at } },
        h('div', { class: 'grid' }, kindOf(f.kind).fields.filter((x) => x.name !== 'answers').map((x) => field(x, at + '/' + x.name))),
        h('button', { type: 'button', class: 'quiet', 'aria-label': t('删去这一条', 'take this one out'), onclick: () => store.remove(pointer, i) }, '×'),
      ),
    );
  });
  box.append(h('button', { type: 'button', class: 'quiet', onclick: () => store.add(pointer, {}) }, t('＋ 加一条', '+ add one')));
  return box;
}

/** All boxes of a record: those needed and those in use at once, the rest when asked for. */
export function record(kind, pointer, { first = [], leave = [], inner = false, more = true } = {}) {
  const value = store.at(pointer) || {};
  const all = kindOf(kind).fields.filter((f) => !leave.includes(f.name) && !(f.form === 'map' && f.list === 'questions'));
  const ready = (f) => !f.optional || value[f.name] !== undefined || first.includes(f.name);
  const shownNow = inner && kind === 'Money' ? all.filter((f) => ready(f) || ['paid', 'retained'].includes(f.name)) : all.filter(ready);
  const later = all.filter((f) => !shownNow.includes(f));
  const ordered = [...shownNow].sort((a, b) => place(first, a) - place(first, b));
  const box = h('div', { class: inner ? 'grid inner' : 'grid', data: inner ? { group: '' } : {} }, ordered.map((f) => boxed(f, pointer, inner)));
  if (later.length && more) {
    const rest = h('details', { class: 'more wide' }, h('summary', {}, t('更多栏目', 'more fields'), h('small', {}, ' ' + later.map((f) => f.label).slice(0, 6).join(t('、', ', ')) + (later.length > 6 ? '…' : ''))));
    rest.addEventListener(
      'toggle',
      () => {
        if (rest.open && rest.childElementCount === 1) rest.append(h('div', { class: 'grid' }, later.map((f) => boxed(f, pointer, inner))));
      },
    );
    box.append(rest);
  }
  return box;
}

const unfolded = new Set();
const place = (first, f) => (first.includes(f.name) ? first.indexOf(f.name) : first.length);

function boxed(f, pointer, inner) {
  return field(f, pointer + '/' + f.name, { wide: ['note', 'money', 'charges', 'topics', 'kinds', 'materials', 'contents'].includes(f.name) && !inner });
}

/** A question to be answered about a record, with who answers it and on what evidence. */
export function question(code, pointer) {
  const q = questionOf(code);
  const at = pointer + '/answers/' + store.step(code);
  const said = named(at) + '-e';
  const codes = [
    { c: 'yes', l: t('是', 'yes') },
    { c: 'no', l: t('否', 'no') },
    { c: 'open', l: t('待定', 'open') },
  ];
  const value = store.at(at);
  return h(
    'div',
    { class: 'question', data: { pointer: at } },
    h('div', { class: 'asked' }, q.label + t('？', '?'), q.evidence ? h('small', {}, (q.by ? q.by + t('；', '; ') : '') + t('凭：', 'on: ') + q.evidence) : null),
    choice({ id: named(at), 'aria-describedby': said }, codes, value === true ? 'yes' : value === false ? 'no' : value, (v) => store.set(at, v), q.label),
    h('p', { class: 'wrong', id: said }),
  );
}

/** Shows what is wrong where it is wrong; what has no box of its own stands with what holds it. */
export function mark(problems) {
  $$('#inspection .bad[data-pointer], #inspection .blank[data-pointer]').forEach((e) => {
    e.classList.remove('bad', 'blank');
    const said = $(':scope > .wrong', e);
    if (said) said.textContent = '';
    $$('[aria-invalid]', e).forEach((c) => c.removeAttribute('aria-invalid'));
  });
  for (const problem of problems) {
    const holder = holding(problem.pointer);
    if (!holder) continue;
    const wrong = $(':scope > .wrong', holder);
    if (!wrong) continue;
    const said = problem.message + (problem.fix ? t('。', '. ') + problem.fix : '');
    wrong.textContent = wrong.textContent ? wrong.textContent + ' ' + said : said;
    holder.classList.add(problem.blank ? 'blank' : 'bad');
    const box = $('input, select, textarea, [role=radiogroup]', holder);
    if (box && problem.pointer === holder.dataset.pointer) box.setAttribute('aria-invalid', 'true');
  }
}

/** The innermost part of the page that stands for a place. */
export function holding(pointer) {
  let at = pointer;
  while (at) {
    const found = document.querySelector('#inspection [data-pointer=' + JSON.stringify(at) + ']');
    if (found) return found;
    at = at.slice(0, at.lastIndexOf('/'));
  }
  return null;
}

/** Brings a place into view and puts the cursor there; what was folded away is opened. */
export function go(pointer) {
  let parent = holding(pointer);
  if (parent && parent.dataset.pointer !== pointer) {
    const rest = $('details.more:not([open])', parent);
    if (rest) {
      rest.open = true;
      rest.dispatchEvent(new Event('toggle'));
      parent = holding(pointer);
    }
  }
  if (!parent) return false;
  for (let d = parent.closest('details:not([open])'); d; d = d.parentElement.closest('details:not([open])')) d.open = true;
  parent.scrollIntoView({ block: 'center' });
  // not at what deletes it, which stands first in a card
  const box = $('input:not([type=date]), select, textarea, [role=radio][tabindex="0"]', parent) || $('button', parent);
  if (box) box.focus();
  parent.classList.add('shown');
  setTimeout(() => parent.classList.remove('shown'), 1600);
  return true;
}
