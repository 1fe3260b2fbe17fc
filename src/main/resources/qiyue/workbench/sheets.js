// Score sheets, row by row; a row left alone was not looked at.
import { h, t, unique } from './dom.js';
import * as store from './store.js';
import * as forms from './forms.js';
import * as values from './values.js';

export function sheetForm(at) {
  const held = store.at(at);
  const sheet = forms.catalogueNow().sheets[store.at('/region') + '/' + held?.sheet];
  if (!sheet) return h('p', { class: 'say' }, t('选了评分表，再逐行填写。', 'Choose the sheet, then fill in its rows.'));
  const kinds = store.at('/facility/kinds') || [];
  const rows = sheet.rows.filter((r) => !r.kinds.length || r.kinds.some((k) => kinds.includes(k)));
  return h('details', { class: 'sheet', open: true }, h('summary', {}, sheet.label + t('　共 ', '  ') + rows.length + t(' 行', ' rows')), rows.map((r) => row(r, at + '/rows/' + store.step(r.id))));
}

function row(r, at) {
  const looked = store.at(at) !== undefined;
  const entries = h('div', { class: 'entries', hidden: !looked }, r.entries.map((e) => entry(e, at + '/' + store.step(e.key))));
  const box = h('input', {
    type: 'checkbox',
    checked: looked,
    onchange: () => {
      store.change(({ doc }) => {
        const parts = at.split('/').slice(1).map((p) => p.replace(/~1/g, '/').replace(/~0/g, '~'));
        let holder = doc;
        for (const p of parts.slice(0, -1)) holder = holder[p] = holder[p] === undefined ? {} : holder[p];
        if (box.checked) holder[parts[parts.length - 1]] = {};
        else delete holder[parts[parts.length - 1]];
      });
    },
  });
  return h('div', { class: 'sheetrow', data: { pointer: at } }, h('label', {}, box, ' ' + r.id + ' ', r.label, h('small', {}, t('　', '  ') + r.points + t(' 分', ' points'))), entries, h('p', { class: 'wrong' }));
}

function entry(e, at) {
  const id = unique('e');
  const put = (v) => store.change(({ doc }) => {
    const parts = at.split('/').slice(1).map((p) => p.replace(/~1/g, '/').replace(/~0/g, '~'));
    let holder = doc;
    for (const p of parts.slice(0, -1)) holder = holder[p];
    if (v === undefined) delete holder[parts[parts.length - 1]];
    else holder[parts[parts.length - 1]] = v;
  }, { whole: false });
  const name = e.label + (e.points ? t('（', ' (') + e.points + t('）', ')') : '');
  if (e.form === 'yes-no')
    return h('div', { class: 'pair' }, h('span', {}, name), forms.choice({}, [{ c: 'yes', l: t('是', 'yes') }, { c: 'no', l: t('否', 'no') }], store.at(at), put, e.label));
  if (e.form === 'choice') {
    const box = h('select', { id, onchange: () => put(box.value || undefined) }, h('option', { value: '' }, t('请选择', 'choose')), e.codes.map((c) => h('option', { value: c.c }, c.l)));
    box.value = store.at(at) || '';
    return h('div', { class: 'pair' }, h('label', { for: id }, name), box);
  }
  const box = h('input', { id, type: 'text', class: 'number', inputmode: 'decimal', value: values.shown(store.at(at)), onchange: () => put(values.number(box.value)) });
  return h('div', { class: 'pair' }, h('label', { for: id }, name), box);
}
