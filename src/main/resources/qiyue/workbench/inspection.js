// The inspection: sections of boxes, findings, grids.
import { h, t, lang, unique, tell, $, $$ } from './dom.js';
import * as store from './store.js';
import * as forms from './forms.js';
import { grid } from './grid.js';
import { finder, card } from './findings.js';
import { sheetForm } from './sheets.js';

const SECTIONS = [
  ['who', t('机构与协议', 'Facility'), who],
  ['what', t('检查范围', 'Scope'), what],
  ['findings', t('检查发现', 'Findings'), findings],
  ['records', t('数据记录', 'Records'), records],
  ['history', t('历史', 'History'), history],
  ['handling', t('办理与选择', 'Handling'), handling],
  ['more', t('评分与申请', 'Sheets'), more],
];

const STEMS = {
  '/agreements': t('协议', 'a'), '/findings': t('发现', 'f'), '/records/stays': t('住院', 's'), '/records/charges': t('明细', 'c'),
  '/records/uploads': t('上传', 'u'), '/records/prescriptions': t('处方', 'p'), '/records/changes': t('变更', 'g'), '/records/bedChecks': t('查床', 'b'),
  '/records/doubts': t('疑点', 'd'), '/records/settlements': t('结算', 'm'), '/history/measures': t('处理', 'h'), '/history/assessments': t('考核', 'k'),
  '/handling': t('步骤', 'n'), '/applications': t('申请', 'q'),
};
export const stem = (place) => STEMS[place] || place.split('/').pop().slice(0, 4) + '-';

const opened = new Set();
let grids = [];
let problems = [];
let seek;

export function draw(root) {
  grids = [];
  const scroll = root.scrollTop;
  const held = root.contains(document.activeElement) ? document.activeElement : null;
  const place = held?.closest('[data-pointer]')?.dataset.pointer;
  const open = new Set($$('details.more[open]', root).map(folded));
  root.replaceChildren(
    h('nav', { class: 'steps', 'aria-label': t('检查文书的各部分', 'parts of the inspection') }, SECTIONS.map(([id, name], i) => h('a', { href: '#' + id, data: { part: id } }, h('b', {}, String(i + 1)), ' ' + name, h('span', { class: 'badge', id: 'n-' + id })))),
    h('div', { class: 'problems', id: 'problems', role: 'status' }),
    ...SECTIONS.map(([id, name, make], i) => h('section', { id, class: 'part', 'aria-labelledby': id + '-h' }, h('h2', { id: id + '-h', tabindex: '-1' }, i + 1 + ' ' + name), make())),
  );
  for (const d of $$('details.more', root)) {
    if (!open.has(folded(d))) continue;
    d.open = true;
    d.dispatchEvent(new Event('toggle'));
  }
  root.scrollTop = scroll;
  if (held) {
    const back = place && forms.holding(place);
    const box = held.isConnected ? held : (held.id && document.getElementById(held.id)) || (back && $('input:not([type=date]), select, textarea, [role=radio][tabindex="0"]', back));
    box?.focus({ preventScroll: true });
  }
  mark(problems);
}

/** What names a fold, however often it is drawn. */
const folded = (d) => [d.closest('section').id, d.closest('[data-pointer]')?.dataset.pointer, d.firstElementChild.firstChild.textContent].join(' ');

/** Draws one part again, where a record was added or taken out. */
export function redraw() {
  const root = $('#inspection');
  const cursor = document.activeElement?.classList?.contains('cursor');
  if (cursor) {
    grids.forEach((g) => g.redraw());
    badges();
    return;
  }
  draw(root);
}

function who() {
  return [
    h('div', { class: 'grid' },
      forms.field({ ...forms.fieldOf('CaseFile', 'region') }, '/region'),
      forms.field(forms.fieldOf('Inspection', 'id'), '/inspection/id'),
      forms.field(forms.fieldOf('Inspection', 'inspectedOn'), '/inspection/inspectedOn'),
      forms.field(forms.fieldOf('Inspection', 'agency'), '/inspection/agency'),
      forms.field(forms.fieldOf('Inspection', 'feedbackOn'), '/inspection/feedbackOn'),
      forms.field(forms.fieldOf('Inspection', 'decidedOn'), '/inspection/decidedOn')),
    h('details', { class: 'more' }, h('summary', {}, t('检查的其他日期', 'other days of the inspection')), forms.record('Inspection', '/inspection', { first: ['explainedOn', 'noticedOn'], leave: ['id', 'inspectedOn', 'agency', 'feedbackOn', 'decidedOn'] })),
    h('h3', {}, t('协议机构', 'The facility')),
    forms.record('Facility', '/facility', { first: ['name', 'kinds', 'level', 'ownership'] }),
    h('h3', {}, t('服务协议', 'Service agreements')),
    list('/agreements', 'Agreement', t('协议', 'agreement'), { first: ['id', 'kind', 'from', 'to'] }, () => ({ id: store.freeId(stem('/agreements')), kind: (store.at('/facility/kinds') || [])[0] })),
    caseQuestions(),
  ];
}

function caseQuestions() {
  const held = Object.keys(store.at('/answers') || {});
  if (!held.length) return null;
  return [h('h3', {}, t('就整个案件的认定', 'Answers about the case')), held.map((q) => forms.question(q, ''))];
}

function what() {
  return [
    h('p', { class: 'say' }, t('写明检查了什么：没有写的算未检查，不算合规。', 'State what was examined: what is not stated counts as not examined, not as compliant.')),
    forms.field(forms.fieldOf('Scope', 'topics'), '/scope/topics', { wide: true }),
    h('details', { class: 'more' }, h('summary', {}, t('各类数据的完整程度、另行检查的行为', 'how complete records are, further conducts examined')), forms.field(forms.fieldOf('Scope', 'records'), '/scope/records', { wide: true }), forms.field(forms.fieldOf('Scope', 'conducts'), '/scope/conducts', { wide: true })),
  ];
}

function findings() {
  const held = store.at('/findings') || [];
  // the one box whose words are in no document yet: it stays as it is
  seek ||= finder();
  return [seek, h('div', { class: 'cards' }, held.map((_, i) => card(i)))];
}

function records() {
  const places = forms.kindOf('Records').fields;
  const filled = (f) => (store.at('/records/' + f.name) || []).length;
  const chips = h('div', { class: 'chips', role: 'group', 'aria-label': t('数据种类', 'kinds of record') });
  const held = h('div', {});
  const show = (f) => {
    opened.add(f.name);
    const g = grid('/records/' + f.name, f.kind, stem('/records/' + f.name));
    grids.push(g);
    const complete = forms.fieldOf('Scope', 'records');
    const code = (forms.catalogueNow().codes['record-kinds'] || []).find((c) => c.c === f.name);
    const at = '/scope/records/' + f.name;
    held.append(
      h('div', { class: 'table' },
        h('h3', {}, f.label,
          code ? h('span', { class: 'completeness', data: { pointer: at } }, t('　这些数据 ', '  these records are '), forms.choice({}, complete.codes, store.at(at), (v) => store.set(at, v), t('完整程度', 'completeness')), h('span', { class: 'wrong' })) : null),
        g),
    );
    g.wrong(problems);
    return g;
  };
  for (const f of places.filter((p) => filled(p) || opened.has(p.name) || forms.occurs(p.kinds))) {
    const n = filled(f);
    const on = n > 0 || opened.has(f.name);
    const chip = h('button', { type: 'button', 'aria-pressed': String(on), data: { kind: f.name }, onclick: () => {
      if (!opened.has(f.name) && !filled(f)) {
        show(f).go('/records/' + f.name + '/0');
        chip.setAttribute('aria-pressed', 'true');
      } else grids.find((g) => g.dataset.pointer === '/records/' + f.name)?.go('/records/' + f.name + '/0');
    } }, f.label + (n ? ' ' + n : ''));
    chips.append(chip);
    if (on) show(f);
  }
  return [chips, h('p', { class: 'say' }, t('点选数据种类打开表格；可从 Excel 整块复制粘贴。由数据，规则自行得出违约。', 'Choose a kind of record to open its table; paste blocks from a spreadsheet. From records the rules find breaches themselves.')), held];
}

function history() {
  return [
    document.body.dataset.register === 'yes' ? h('p', {}, h('button', { type: 'button', data: { history: 'yes' }, onclick: () => document.dispatchEvent(new CustomEvent('history')) }, t('从案件登记取这家机构的以往处理', 'take this facility’s history from the register'))) : null,
    h('h3', {}, t('以往处理', 'Earlier measures')),
    list('/history/measures', 'PriorMeasure', t('以往处理', 'earlier measure'), { first: ['id', 'kind', 'cause', 'decidedOn', 'from', 'until', 'resumedOn', 'agreement', 'clause'] }, () => ({ id: store.freeId(stem('/history/measures')) })),
    h('h3', {}, t('以往考核', 'Earlier assessments')),
    list('/history/assessments', 'PriorAssessment', t('以往考核', 'earlier assessment'), { first: ['id', 'year', 'result', 'score'] }, () => ({ id: store.freeId(stem('/history/assessments')) })),
  ];
}

function handling() {
  return [
    h('h3', {}, t('已办步骤', 'Steps taken')),
    list('/handling', 'Act', t('步骤', 'step'), { first: ['id', 'act', 'actor', 'date'] }, () => ({ id: store.freeId(stem('/handling')) })),
    h('h3', {}, t('本次选择', 'Choices')),
    h('p', { class: 'say' }, t('也可在右边直接选择。', 'Or choose on the right.')),
    list('/choices', 'Choice', t('选择', 'choice'), { first: ['measure', 'choice', 'months', 'from'] }, () => ({})),
    h('h3', {}, t('参数', 'Parameters')),
    list('/parameters', 'Parameter', t('参数', 'parameter'), { first: ['key', 'date', 'amount'] }, forms.needed),
    h('h3', {}, t('共同的认定', 'Answers for many facts')),
    list('/sharedAnswers', 'SharedAnswer', t('共同的认定', 'shared answer'), { first: ['question', 'answer'] }, () => ({})),
  ];
}

function more() {
  return [
    h('h3', {}, t('评分表', 'Score sheets')),
    list('/assessments', 'Assessment', t('评分表', 'score sheet'), { first: ['sheet', 'year', 'agreement', 'total'], leave: ['rows'] }, () => ({}), sheetForm),
    h('h3', {}, t('申请', 'Applications')),
    list('/applications', 'Application', t('申请', 'application'), { first: ['id', 'kind', 'filedOn'] }, () => ({ id: store.freeId(stem('/applications')) })),
  ];
}

/** A list of records, each a card of boxes. */
function list(place, kind, name, how, fresh, extra) {
  const held = store.at(place) || [];
  return h('div', { class: 'cards', data: { pointer: place } },
    held.map((record, i) => {
      const at = place + '/' + i;
      const answers = Object.keys(record.answers || {});
      return h('article', { class: 'card cornered', data: { pointer: at }, 'aria-label': name + ' ' + (record.id || i + 1) },
        h('button', { type: 'button', class: 'quiet corner', 'aria-label': t('删去 ', 'delete ') + name + ' ' + (record.id || i + 1), onclick: () => store.remove(place, i) }, '×'),
        forms.record(kind, at, how),
        answers.map((q) => forms.question(q, at)),
        extra ? extra(at) : null,
        h('p', { class: 'wrong' }));
    }),
    h('p', { class: 'wrong' }),
    h('button', { type: 'button', class: 'add', data: { add: place }, onclick: () => {
      const i = store.add(place, fresh());
      forms.go(place + '/' + i);
    } }, t('＋ ', '+ ') + name));
}

/** Shows what is wrong: at its box, in its cell, counted at its part, and in one line above all. */
export function mark(found) {
  problems = found;
  forms.mark(found.filter((p) => !/^\/records\/[^/]+\/\d/.test(p.pointer)));
  grids.forEach((g) => g.wrong(found));
  const box = $('#problems');
  if (box) {
    const open = Boolean($('details[open]', box));
    const serious = found.filter((p) => !p.warning);
    if (serious.length || box.firstChild) box.replaceChildren(
      ...(serious.length
        ? [h('details', { class: serious.some((p) => !p.blank) ? 'grave' : 'mild', open },
            h('summary', {}, [count(serious.filter((p) => !p.blank).length, t(' 处要改', ' to mend')), count(serious.filter((p) => p.blank).length, t(' 处待填', ' to fill in'))].filter(Boolean).join(t('，', ', '))),
            h('ul', {}, serious.slice(0, 30).map((p) => h('li', {}, h('a', { href: '#', onclick: (e) => { e.preventDefault(); go(p.pointer); } }, p.where || p.pointer), t('：', ': ') + p.message))))]
        : []),
    );
  }
  badges();
}

const count = (n, what) => (n ? n + what : '');

const PART = { region: 'who', inspection: 'who', facility: 'who', agreements: 'who', answers: 'who', scope: 'what', findings: 'findings', records: 'records', history: 'history', handling: 'handling', choices: 'handling', parameters: 'handling', sharedAnswers: 'handling', assessments: 'more', applications: 'more' };

export function badges() {
  const doc = store.now();
  const count = {
    who: doc.agreements?.length, what: doc.scope?.topics?.length, findings: doc.findings?.length,
    records: Object.values(doc.records || {}).reduce((n, r) => n + (r?.length || 0), 0),
    history: (doc.history?.measures?.length || 0) + (doc.history?.assessments?.length || 0),
    handling: (doc.handling?.length || 0) + (doc.choices?.length || 0), more: (doc.assessments?.length || 0) + (doc.applications?.length || 0),
  };
  for (const [id] of SECTIONS) {
    const badge = $('#n-' + id);
    if (!badge) continue;
    const bad = problems.filter((p) => !p.warning && !p.blank && PART[p.pointer.split('/')[1]] === id).length;
    tell(badge, bad ? bad + t(' 处要改', ' !') : count[id] ? String(count[id]) : '');
    badge.classList.toggle('bad', bad > 0);
  }
}

/** To the place of a pointer, be it a box or a cell. */
export function go(pointer) {
  const m = /^\/records\/([^/]+)\/\d+/.exec(pointer);
  if (m) {
    const g = grids.find((x) => x.dataset.pointer === '/records/' + m[1]);
    if (g) {
      g.go(pointer);
      return true;
    }
  }
  return forms.go(pointer);
}
