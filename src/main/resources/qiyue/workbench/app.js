import { h, t, lang, say, download, $, $$, tell } from './dom.js';
import * as store from './store.js';
import * as forms from './forms.js';
import * as inspection from './inspection.js';
import * as decision from './decision.js';
import * as whyNot from './why.js';
import * as rules from './rules.js';
import { get, post, send, text, asking } from './api.js';
import { told } from './tables.js';
import * as drawing from './drawing.js';

const keys = [
  ['Ctrl+S', t('保存文书（下载 JSON）', 'save the document (JSON)')],
  ['Ctrl+O', t('打开文件', 'open a file')],
  ['Ctrl+Z / Ctrl+Y', t('撤销 / 重做', 'undo / redo')],
  ['Alt+1 … Alt+7', t('到左边第几部分', 'to a part on the left')],
  ['Alt+F', t('加一项发现（输入行为）', 'add a finding')],
  ['Alt+D', t('到处理意见', 'to the decision')],
  ['Alt+I', t('回到检查文书', 'to the inspection')],
  ['Alt+P', t('到第一处要改的地方', 'to the first problem')],
  ['Alt+W', t('假设：开始 / 放弃', 'what if: begin / drop')],
  ['Alt+R', t('规则 / 案件', 'rules / case')],
  ['Esc', t('关闭面板', 'close the panel')],
  ['?', t('列出快捷键', 'list the keys')],
  [t('表格中', 'in a grid'), t('方向键移动，直接输入或 Enter 改，Tab 右移，Shift+方向键选取，Ctrl+C / Ctrl+V，Delete 清空，Ctrl+D 向下填充，Ctrl+Delete 删行', 'arrows move, typing or Enter edits, Tab goes right, Shift+arrows select, Ctrl+C / Ctrl+V, Delete clears, Ctrl+D fills down, Ctrl+Delete deletes rows')],
];

let supposing = null;

function title() {
  const doc = store.now();
  const name = [doc.facility?.name, doc.inspection?.id].filter(Boolean).join(' · ') || t('新的检查', 'new inspection');
  tell($('#case-name'), name);
  tell($('#unsaved'), store.unsaved() ? t('未保存（草稿在浏览器中）', 'not saved (draft kept here)') : t('已保存', 'saved'));
}

function redrawAll() {
  inspection.draw($('#inspection'));
  title();
  decision.ask();
}

const fileName = (ending) => ((store.now().inspection?.id || t('检查', 'inspection')).replace(/[\\/:*?"<>|\s]+/g, '-') || 'inspection') + ending;

/** The same document, its fields in the order of the forms. */
function ordered(kind, value) {
  if (Array.isArray(value)) return value.map((v) => ordered(kind, v));
  if (!value || typeof value !== 'object' || !kind || !forms.kindOf(kind)) return value;
  const out = {};
  for (const f of forms.kindOf(kind).fields) if (value[f.name] !== undefined) out[f.name] = f.kind ? ordered(f.kind, value[f.name]) : value[f.name];
  for (const [k, v] of Object.entries(value)) if (!(k in out)) out[k] = v;
  return out;
}

const written = () => JSON.stringify(ordered('CaseFile', store.now()), null, 2) + '\n';

function save() {
  download(fileName('.json'), 'application/json', written());
  store.markSaved();
  title();
  say(t('已保存为文件', 'saved as a file'));
}

async function openFile(file) {
  if (/\.(csv|tsv)$/i.test(file.name)) return say(t('数据表在“数据记录”中相应的表格里导入', 'tables of data are imported at their grid under Records'));
  if (/\.xlsx$/i.test(file.name)) {
    const read = await asking(() => send('workbook', {}, file));
    if (!read) return;
    if (!read.document) return told(file.name, read);
    store.replace(read.document);
    redrawAll();
    return say(t('已打开 ', 'opened ') + file.name);
  }
  try {
    const doc = JSON.parse(await file.text());
    if (!doc || typeof doc !== 'object' || Array.isArray(doc)) throw new Error('no object');
    store.replace(doc);
    store.markSaved();
    redrawAll();
    say(t('已打开 ', 'opened ') + file.name);
  } catch (e) {
    say(t('这不是一份检查文书（JSON）：', 'this is no inspection (JSON): ') + e.message);
  }
}

async function exportAs(format, button) {
  const response = await asking(() => post('export', { format }, store.now()));
  if (!response) return;
  const type = response.headers.get('Content-Type');
  const named = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') || '');
  download(fileName(named ? named[1] : '.' + format), type, await response.blob());
  say(t('已导出', 'exported'));
}

async function fragment(path, query) {
  const html = await asking(async () => (await post(path, query, store.now())).text());
  return html === undefined ? [] : [...new DOMParser().parseFromString(html, 'text/html').body.childNodes];
}

function suppose() {
  if (supposing) return dropSupposed();
  supposing = JSON.parse(JSON.stringify(store.now()));
  decision.against(supposing);
  bar();
  say(t('开始假设：现在的改动都可以放弃', 'supposing: every change from now can be dropped'));
}

function dropSupposed() {
  store.replace(supposing);
  supposing = null;
  decision.against(null);
  bar();
  redrawAll();
}

function keepSupposed() {
  supposing = null;
  decision.against(null);
  bar();
}

function bar() {
  const place = $('#supposing');
  place.hidden = !supposing;
  $('#suppose').setAttribute('aria-pressed', String(Boolean(supposing)));
  document.body.classList.toggle('supposing', Boolean(supposing));
}

function view(name) {
  document.body.dataset.view = name;
  $('#case').hidden = name === 'rules';
  $('#rules').hidden = name !== 'rules';
  $$('#tabs [data-view]').forEach((b) => b.setAttribute('aria-current', b.dataset.view === name ? 'page' : 'false'));
  if (name === 'rules' && !$('#page')) rules.draw($('#rules'));
  if (name === 'inspection' || name === 'decision') $('#case').dataset.pane = name;
  if (name === 'inspection') inspection.redraw();
}

function help() {
  whyNot.drawer(t('快捷键', 'Keys'), h('table', { class: 'keys' }, keys.map(([k, what]) => h('tr', {}, h('th', { scope: 'row' }, h('kbd', {}, k)), h('td', {}, what)))));
}

function source() {
  const area = h('textarea', { class: 'code', rows: '26', spellcheck: 'false', 'aria-label': 'JSON', value: written() });
  const wrong = h('p', { class: 'wrong', role: 'alert' });
  whyNot.drawer('JSON', h('p', { class: 'say' }, t('保存的就是这份 JSON；可以直接改。', 'This JSON is what is saved; it may be edited here.')), area, wrong, h('button', { type: 'button', class: 'main', onclick: () => {
    try {
      store.replace(JSON.parse(area.value));
      redrawAll();
      whyNot.close();
    } catch (e) {
      wrong.textContent = e.message;
    }
  } }, t('采用', 'use it')));
}

async function compareRegions() {
  whyNot.drawer(t('同一案件在各地', 'The same case elsewhere'), h('p', { class: 'say' }, t('正在比较…', 'comparing…')));
  const parts = await fragment('compare', {});
  if (parts.length) whyNot.drawer(t('同一案件在各地', 'The same case elsewhere'), ...parts);
}

async function notice() {
  const parts = await fragment('notice', {});
  if (parts.length) whyNot.drawer(t('告知书预览', 'Preview of the notice'), ...parts);
}

function againstSaved() {
  if (decision.comparing()) return decision.against(null);
  const saved = store.saved();
  if (!saved) return say(t('还没有保存过', 'nothing was saved yet'));
  decision.against(saved);
}

async function sample(name) {
  const doc = await asking(() => get('sample/' + name, {}));
  if (doc) {
    store.replace(doc);
    redrawAll();
  }
}

const actions = {
  new: () => {
    store.replace(store.empty());
    redrawAll();
    say(t('已清空，Ctrl+Z 可撤销', 'emptied; Ctrl+Z takes it back'));
    $('#inspection select')?.focus();
  },
  open: () => $('#file').click(),
  save, suppose, source, help,
  undo: () => (store.undo() ? redrawAll() : say(t('没有可撤销的', 'nothing to undo'))),
  redo: () => (store.redo() ? redrawAll() : say(t('没有可重做的', 'nothing to redo'))),
  keep: keepSupposed,
  drop: dropSupposed,
  compare: compareRegions,
  notice,
  saved: againstSaved,
  print: () => window.print(),
  take: takeOver,
  stay: () => ($('#elsewhere').hidden = true),
};

function wire() {
  document.addEventListener('click', (e) => {
    const b = e.target.closest('[data-do], [data-view], [data-export], [data-sample], [data-part], [data-why]');
    if (!b) {
      if (!e.target.closest('.menu')) fold();
      return;
    }
    if (b.dataset.do) actions[b.dataset.do]();
    else if (b.dataset.view && b.tagName !== 'BODY') view(b.dataset.view);
    else if (b.dataset.export) exportAs(b.dataset.export, b);
    else if (b.dataset.sample) sample(b.dataset.sample);
    else if (b.dataset.part) {
      e.preventDefault();
      part(b.dataset.part);
    } else if (b.dataset.why && !e.target.closest('#decision, #drawer')) whyNot.why(b.dataset.why);
    if (b.dataset.do || b.dataset.export || b.dataset.sample) fold();
  });
  $('#file').addEventListener('change', (e) => {
    if (e.target.files[0]) openFile(e.target.files[0]);
    e.target.value = '';
  });
  document.addEventListener('dragover', (e) => e.preventDefault());
  document.addEventListener('drop', (e) => {
    if (e.dataTransfer?.files[0]) {
      e.preventDefault();
      openFile(e.dataTransfer.files[0]);
    }
  });
  document.addEventListener('keydown', (e) => {
    if (e.isComposing || $('dialog[open]')) return;
    const ctrl = e.ctrlKey || e.metaKey;
    const typing = e.target.matches('input, textarea, select');
    const key = e.key.toLowerCase();
    const run = (what) => {
      e.preventDefault();
      what();
    };
    if (ctrl && key === 's') run(save);
    else if (ctrl && key === 'o') run(actions.open);
    else if (ctrl && key === 'z' && !e.shiftKey && (!typing || e.target.matches('.cursor:not(.open)'))) run(actions.undo);
    else if (ctrl && (key === 'y' || (key === 'z' && e.shiftKey)) && (!typing || e.target.matches('.cursor:not(.open)'))) run(actions.redo);
    else if (e.altKey && /^Digit[1-7]$/.test(e.code)) run(() => part($$('.steps a')[Number(e.code.slice(5)) - 1].dataset.part));
    else if (e.altKey && e.code === 'KeyF') run(() => { view('inspection'); $('#findings .seek').focus(); });
    else if (e.altKey && e.code === 'KeyD') run(() => { view('decision'); $('#decision').focus(); });
    else if (e.altKey && e.code === 'KeyI') run(() => { view('inspection'); $('#inspection').focus(); });
    else if (e.altKey && e.code === 'KeyP') run(() => $('#problems a')?.click());
    else if (e.altKey && e.code === 'KeyW') run(suppose);
    else if (e.altKey && e.code === 'KeyR') run(() => view(document.body.dataset.view === 'rules' ? 'inspection' : 'rules'));
    else if (e.key === 'Escape') fold() || whyNot.close();
    else if (e.key === '?' && !typing) run(help);
  });
  store.onChange((whole) => {
    // the draft of the other tab is no more: this one took its place
    $('#elsewhere').hidden = true;
    if (whole) drawing.later('inspection', inspection.redraw);
    else inspection.badges();
    decision.ask();
    // the whole document is written for it: not before the decision was asked for
    queueMicrotask(title);
  });
  store.onLoss(() => say(t('浏览器存不下草稿，请保存为文件', 'the browser cannot keep the draft; save it as a file')));
  document.addEventListener('history', async () => {
    const read = await asking(async () => (await post('history', {}, store.now())).json());
    if (!read) return;
    store.replace(read.document);
    redrawAll();
    told(t('以往处理', 'Earlier measures'), read);
  });
  document.addEventListener('try', (e) => {
    const { pointer, value } = e.detail;
    if (!supposing) suppose();
    if (value === null) store.remove(pointer.slice(0, pointer.lastIndexOf('/')), Number(pointer.slice(pointer.lastIndexOf('/') + 1)));
    else store.set(pointer, value, { whole: true });
    $('#decision').scrollTop = 0;
  });
  window.addEventListener('storage', (e) => elsewhere(e.key));
  drawing.wire();
  decision.wire($('#decision'));
  whyNot.wire();
}

/** Folds the menus; whoever was in one from the keyboard stands at what opens it. */
function fold() {
  const open = $$('details.menu[open]');
  for (const menu of open) {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) $('summary', menu).focus();
  }
  return open.length > 0;
}

/** What another tab of the same program did: its save is a save, and its draft is offered. */
function elsewhere(key) {
  if (key === 'qiyue.saved') {
    store.savedElsewhere();
    title();
    say(t('另一个标签页保存了文书', 'another tab saved the document'));
  } else if (key === 'qiyue.draft' && store.differs()) {
    $('#elsewhere').hidden = false;
  }
}

function takeOver() {
  $('#elsewhere').hidden = true;
  if (store.takeOver()) redrawAll();
}

function part(id) {
  view('inspection');
  const heading = $('#' + id + '-h');
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}

async function start() {
  const catalogue = await asking(() => get('form', {}));
  if (!catalogue) return;
  forms.use(catalogue);
  wire();
  view('inspection');
  bar();
  redrawAll();
  document.body.dataset.ready = 'yes';
}

start();
