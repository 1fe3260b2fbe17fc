// A grid for records of one kind: as many rows as there are, of which only those in sight are drawn.
import { h, t, unique, say, $ } from './dom.js';
import * as store from './store.js';
import * as forms from './forms.js';
import * as values from './values.js';
import { told } from './tables.js';
import { send, asking } from './api.js';

const ROW = 30;
const SPARE = 8;

/** The columns of a kind: its fields, the parts of a sum each by itself. */
function columns(kind) {
  const all = [];
  for (const f of forms.kindOf(kind).fields) {
    if (f.form === 'map') continue;
    if (f.form === 'record') {
      for (const part of forms.kindOf(f.kind).fields)
        all.push({ ...part, path: f.name + '/' + part.name, optional: f.optional || part.optional, money: f.kind === 'Money', label: f.name === 'money' ? part.label : f.label + ' ' + part.label });
    } else all.push({ ...f, path: f.name });
  }
  return all;
}

const USUAL = ['id', 'worker', 'department', 'stay', 'item', 'money/amount', 'money/paid', 'money/retained', 'billed', 'ordered', 'used', 'dischargedOn', 'filedOn', 'uploadedAt', 'leave', 'result', 'decidedOn', 'from', 'until', 'resumedOn', 'reportedOn'];

export function grid(place, kind, stem) {
  const every = columns(kind);
  const used = (c) => (store.at(place) || []).some((r) => value(r, c) !== undefined);
  let cols = every.filter((c) => !c.optional || USUAL.includes(c.path) || used(c));
  let row = 0;
  let col = Math.min(1, cols.length - 1);
  let mark = null;
  let editing = false;
  let wrong = new Map();
  let fitted = true;
  const name = unique('g');

  const body = h('div', { class: 'rows', role: 'rowgroup' });
  const lines = h('div', {});
  const offered = h('datalist', { id: name + '-o' });
  // the cursor of the grid: always there, so that whatever method of input people use begins in the right cell
  const input = h('input', { class: 'cursor', type: 'text', autocomplete: 'off', spellcheck: 'false', list: name + '-o', 'aria-describedby': name + '-s' });
  body.append(lines, input, offered);
  const head = h('div', { class: 'row head', role: 'row', 'aria-rowindex': '1' });
  const view = h(
    'div',
    { class: 'view', role: 'grid', 'aria-label': forms.kindOf(kind).label, 'aria-multiselectable': 'true', 'aria-describedby': name + '-s' },
    head,
    body,
  );
  const status = h('p', { class: 'wrong', id: name + '-s', role: 'status' });
  const count = h('span', { class: 'count' });
  const chosen = h('input', { type: 'file', hidden: true, accept: '.xlsx,.csv,.tsv,.txt', 'aria-label': t('导入文件：', 'import a file: ') + forms.kindOf(kind).label, data: { import: place }, onchange: () => { if (chosen.files[0]) bring(chosen.files[0]); chosen.value = ''; } });
  // from the keyboard each arrow changes what is chosen: there it is taken by Enter, and what was not taken is let go
  let arrows = false;
  const pick = h('select', {
    'aria-label': t('加一栏，Enter 加上', 'add a column, Enter adds it'),
    onkeydown: (e) => {
      arrows = e.key !== ' ' && !e.altKey;
      if (e.key !== 'Enter' || !pick.value) return;
      e.preventDefault();
      more(pick.value);
    },
    onpointerdown: () => (arrows = false),
    onblur: () => (pick.value = ''),
    onchange: () => arrows || more(pick.value),
  });
  const box = h(
    'div',
    { class: 'gridbox', data: { pointer: place } },
    h(
      'div',
      { class: 'tools' },
      count,
      h('button', { type: 'button', onclick: () => addRow() }, t('＋ 加一行', '+ row')),
      h('button', { type: 'button', onclick: () => pasteBox() }, t('粘贴…', 'paste…')),
      h('button', { type: 'button', onclick: () => chosen.click() }, t('导入文件…', 'import a file…')),
      chosen,
      h('button', { type: 'button', onclick: () => drop() }, t('删去所选行', 'delete rows')),
      pick,
    ),
    view,
    status,
  );

  const records = () => store.at(place) || [];
  const total = () => records().length + 1;

  function value(r, c) {
    return c.path.split('/').reduce((v, p) => (v === undefined || v === null ? undefined : v[p]), r);
  }

  function shown(r, c) {
    const v = value(r, c);
    if (v === 'none' && c.none) return t('没有', 'none');
    const codes = forms.codesOf(c);
    if (codes && v !== undefined) return [].concat(v).map((x) => codes.find((k) => k.c === x)?.l || x).join('、');
    if (c.money && typeof v === 'number') return v.toFixed(2);
    return values.shown(v, c);
  }

  function widths() {
    view.style.setProperty('--columns', '44px ' + cols.map((c) => width(c) + 'px').join(' '));
  }

  function width(c) {
    if (c.form === 'day') return 104;
    if (c.form === 'time') return 150;
    if (c.form === 'figure' || c.form === 'whole-number') return 98;
    if (c.path === 'item' || c.path === 'drug' || c.path === 'name' || c.path === 'note') return 170;
    return Math.max(88, Math.min(190, 16 * c.label.length + 18));
  }

  function header() {
    head.replaceChildren(
      h('span', { role: 'columnheader', class: 'cell no' }, '#'),
      ...cols.map((c, i) => h('span', { role: 'columnheader', class: 'cell', 'aria-colindex': String(i + 2), title: c.hint || c.label }, c.label + (c.optional ? '' : ' *'))),
    );
    const left = every.filter((c) => !cols.includes(c));
    pick.replaceChildren(h('option', { value: '' }, t('＋ 加一栏', '+ column')), ...left.map((c) => h('option', { value: c.path }, c.label)));
    pick.hidden = !left.length;
    view.setAttribute('aria-colcount', String(cols.length + 1));
    widths();
  }

  function more(path) {
    if (!path) return;
    cols = every.filter((c) => cols.includes(c) || c.path === path);
    header();
    draw();
    input.focus({ preventScroll: true });
  }

  /** Draws the rows in sight. */
  function draw() {
    const first = Math.max(0, Math.floor((view.scrollTop - ROW) / ROW) - SPARE);
    const last = Math.min(total(), first + Math.ceil((view.clientHeight || 360) / ROW) + 2 * SPARE);
    const held = records();
    view.setAttribute('aria-rowcount', String(total() + 1));
    count.textContent = held.length + t(' 行', ' rows');
    body.style.height = total() * ROW + 'px';
    if (!view.style.height || fitted) view.style.height = Math.min(390, (total() + 1) * ROW + 20) + 'px';
    const drawn = [];
    for (let r = first; r < last; r++) {
      const record = held[r];
      const line = h('div', { class: 'row' + (record ? '' : ' fresh'), role: 'row', 'aria-rowindex': String(r + 2) });
      line.style.top = r * ROW + 'px';
      line.append(h('span', { role: 'rowheader', class: 'cell no', data: { r: String(r) } }, record ? String(r + 1) : '＋'));
      cols.forEach((c, i) => {
        const said = record && wrong.get(r + '/' + c.path);
        const here = r === row && i === col;
        const cell = h(
          'span',
          {
            role: 'gridcell',
            id: here ? name + '-a' : undefined,
            class: 'cell' + (c.form === 'figure' || c.form === 'whole-number' ? ' number' : '') + (here ? ' active' : '') + (inRange(r, i) ? ' in' : '') + (said ? ' bad' : ''),
            title: said,
            'aria-invalid': said ? 'true' : undefined,
            'aria-colindex': String(i + 2),
            'aria-selected': inRange(r, i) ? 'true' : undefined,
            data: { r: String(r), c: String(i), path: place + '/' + r + '/' + c.path },
          },
          record ? shown(record, c) : '',
        );
        line.append(cell);
      });
      drawn.push(line);
    }
    lines.replaceChildren(...drawn);
    cursor();
    const said = wrong.get(row + '/' + cols[col].path) || wrong.get(row + '/');
    status.textContent = said ? t('第 ', 'row ') + (row + 1) + t(' 行　', '  ') + cols[col].label + t('：', ': ') + said : wrong.size ? t('有 ', '') + wrong.size + t(' 处要改，标红的格子停留可见说明', ' to mend; the cells marked say what') : '';
  }

  function inRange(r, c) {
    if (!mark) return false;
    return r >= Math.min(mark.r, row) && r <= Math.max(mark.r, row) && c >= Math.min(mark.c, col) && c <= Math.max(mark.c, col);
  }

  function move(r, c, extend) {
    if (extend) mark = mark || { r: row, c: col };
    else mark = null;
    row = Math.max(0, Math.min(total() - 1, r));
    col = Math.max(0, Math.min(cols.length - 1, c));
    const top = row * ROW;
    if (top < view.scrollTop) view.scrollTop = top;
    else if (top + 2 * ROW + ROW > view.scrollTop + view.clientHeight) view.scrollTop = top + 3 * ROW - view.clientHeight;
    draw();
    const cell = $('#' + name + '-a', lines);
    if (cell) {
      const left = cell.offsetLeft;
      if (left < view.scrollLeft + 44) view.scrollLeft = left - 44;
      else if (left + cell.offsetWidth > view.scrollLeft + view.clientWidth) view.scrollLeft = left + cell.offsetWidth - view.clientWidth;
    }
  }

  function put(doing, r, c, text) {
    const at = place + '/' + r;
    if (store.at(at) === undefined) {
      if (text === '') return;
      doing.set(at, { id: '' });
      if (cols.some((k) => k.path === 'id')) doing.set(at + '/id', store.freeId(stem));
    }
    doing.set(at + '/' + c.path, values.parsed(c, text, forms.codesOf(c)));
  }

  /** Where the cursor stands and what it offers. */
  function cursor() {
    const cell = $('#' + name + '-a', lines);
    input.hidden = !cell && !editing;
    if (!cell) return;
    const c = cols[col];
    input.style.top = row * ROW + 'px';
    input.style.left = cell.offsetLeft + 'px';
    input.style.width = Math.max(cell.offsetWidth, editing ? 150 : 0) + 'px';
    input.classList.toggle('open', editing);
    input.setAttribute('aria-label', t('第 ', 'row ') + (row + 1) + t(' 行 ', ' ') + c.label + (editing ? '' : t('：', ': ') + cell.textContent));
  }

  function offer() {
    const c = cols[col];
    const codes = forms.codesOf(c);
    offered.replaceChildren(
      ...(codes ? codes.map((k) => h('option', { value: k.l })) : c.form === 'truth' ? [t('是', 'yes'), t('否', 'no')].map((v) => h('option', { value: v })) : c.points ? forms.idsOf(c.points).map((i) => h('option', { value: i.id }, i.text)) : []),
    );
  }

  function open() {
    editing = true;
    offer();
    cursor();
  }

  function edit() {
    const held = records()[row];
    input.value = held ? shown(held, cols[col]) : '';
    open();
    input.focus();
    input.select();
  }

  function close() {
    editing = false;
    input.value = '';
    offered.replaceChildren();
  }

  function commit() {
    const text = input.value;
    close();
    const before = records()[row] ? shown(records()[row], cols[col]) : '';
    if (text !== before) store.change((doing) => put(doing, row, cols[col], text), { whole: false });
    draw();
  }

  function span() {
    const m = mark || { r: row, c: col };
    return { top: Math.min(m.r, row), bottom: Math.max(m.r, row), left: Math.min(m.c, col), right: Math.max(m.c, col) };
  }

  function addRow() {
    const i = store.add(place, { id: store.freeId(stem) });
    draw();
    move(i, Math.min(1, cols.length - 1));
    input.focus({ preventScroll: true });
  }

  function drop() {
    const s = span();
    const held = records();
    if (s.top >= held.length) return;
    store.change(({ set }) => set(place, held.filter((_, i) => i < s.top || i > s.bottom)), { whole: false });
    say(t('已删去 ', 'deleted ') + (Math.min(s.bottom, held.length - 1) - s.top + 1) + t(' 行，Ctrl+Z 可撤销', ' rows; Ctrl+Z takes it back'));
    move(s.top, col);
  }

  /** Puts cells from a spreadsheet where the cursor is; a first line that names columns says which they are. */
  async function paste(text) {
    let cells = values.table(text);
    if (!cells.length) return;
    // where the cursor stands now: it may have moved when an answer is there
    let into = cols.slice(col);
    let from = row;
    const first = col === 0;
    let aside = [];
    const named = cells[0].map((c) => every.find((k) => [k.label, k.name, k.path, k.path.replace('/', '.'), k.hint].includes(c.trim().replace(/\s*\*$/, ''))));
    const headed = cells[0].filter((c) => c.trim());
    // headings of another system are read as those of a file, words and all; what is refused there is pasted for people to mend
    if (headed.length > named.filter(Boolean).length && headings(cells) && (await bring(new File([values.copied(cells)], t('粘贴', 'pasted') + '.tsv'), true))) return;
    if (named.filter(Boolean).length >= Math.max(2, headed.length / 2)) {
      into = named;
      aside = cells[0].filter((c, j) => c.trim() && !named[j]);
      cells = cells.slice(1);
      named.filter(Boolean).forEach((c) => cols.includes(c) || (cols = every.filter((k) => cols.includes(k) || k === c)));
      header();
      from = from < records().length && first ? from : records().length;
    }
    cells = cells.filter((line) => line.some((c) => c.trim()));
    store.change((doing) => {
      let next = 1;
      const ids = new Set(store.facts().map((f) => f.id));
      cells.forEach((line, i) => {
        const r = from + i;
        const at = place + '/' + r;
        if (store.at(at) === undefined) {
          while (ids.has(stem + next)) next++;
          ids.add(stem + next);
          doing.set(at, { id: stem + next });
        }
        line.forEach((cell, j) => {
          const c = into[j];
          if (c && !(c.path === 'id' && cell.trim() === '')) doing.set(at + '/' + c.path, values.parsed(c, cell, forms.codesOf(c)));
        });
      });
    }, { whole: false });
    say(t('已粘贴 ', 'pasted ') + cells.length + t(' 行', ' rows') + (aside.length ? t('；没有认出、因此没有读的列：', '; columns not known and not read: ') + aside.join(t('、', ', ')) : ''));
    draw();
  }

  /** Whether the first line names columns: words without a figure above lines that have some. */
  const headings = ([first, ...rest]) => first.filter((c) => c.trim()).length > 1 && !first.some((c) => /\d/.test(c)) && rest.some((line) => line.some((c) => /\d/.test(c)));

  /** What ids of rows without one begin with: where rows of a table are here already, none that is taken; else as the program makes them. */
  function prefix() {
    const ids = store.facts().map((f) => String(f.id));
    if (!records().some((r) => /-\d+$/.test(r.id))) return '';
    let n = 2;
    while (ids.some((id) => id.startsWith(stem + n + '-'))) n++;
    return stem + n;
  }

  /** Reads a workbook or text table of a hospital's system, or what was pasted of one; its rows come after those that are there. */
  async function bring(file, pasted) {
    const read = await asking(() => send('table/' + place.split('/').pop(), { ids: prefix() }, file));
    if (!read || (pasted && !read.records?.length)) return false;
    if (read.records?.length) {
      store.change(({ set }) => {
        set(place, [...records(), ...read.records]);
        // a place in what was pasted is a place in no file that anybody has
        if (!pasted) set('/sources', { ...(store.at('/sources') || {}), ...read.sources });
      }, { whole: false });
      cols = every.filter((c) => cols.includes(c) || used(c));
      header();
      draw();
      move(records().length - read.records.length, Math.min(1, cols.length - 1));
    }
    told(file.name, read);
    return true;
  }

  function pasteBox() {
    const area = h('textarea', { rows: '8', 'aria-label': t('从表格复制的内容', 'what was copied from a spreadsheet'), spellcheck: 'false' });
    const dialog = h(
      'dialog',
      { class: 'paste', 'aria-label': t('粘贴', 'paste') },
      h('h2', {}, t('粘贴表格内容', 'Paste from a spreadsheet')),
      h('p', {}, t('在 Excel 中选中单元格（可以带表头）复制，粘贴到下面。加在已有各行之后。带表头时按名称对栏；不带表头的依次对应：', 'Copy cells in Excel, with or without their header, and paste them here. They become rows after those that are there. With a header columns go by name; without one they go in this order: ') + cols.map((c) => c.label).join(t('、', ', '))),
      area,
      h(
        'div',
        { class: 'tools' },
        h('button', { type: 'button', class: 'main', onclick: () => { row = records().length; col = 0; mark = null; paste(area.value); dialog.close(); } }, t('加入', 'add')),
        h('button', { type: 'button', onclick: () => dialog.close() }, t('取消', 'cancel')),
      ),
    );
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    area.focus();
  }

  view.addEventListener('scroll', () => draw());
  // once somebody has drawn it larger it keeps its size
  view.addEventListener('pointerdown', (e) => e.target === view && e.offsetY > view.clientHeight - 4 && (fitted = false));
  view.addEventListener('mousedown', (e) => {
    if (e.target === input && editing) return;
    const cell = e.target === input ? $('#' + name + '-a', lines) : e.target.closest('.cell');
    if (!cell || cell.dataset.r === undefined) return;
    e.preventDefault();
    if (editing) commit();
    const r = Number(cell.dataset.r);
    if (cell.dataset.c === undefined) {
      move(r, cols.length - 1);
      mark = { r: e.shiftKey ? row : r, c: 0 };
      draw();
    } else {
      move(r, Number(cell.dataset.c), e.shiftKey);
      const over = (m) => {
        const to = document.elementFromPoint(m.clientX, m.clientY)?.closest?.('.cell');
        if (to && to.dataset.c !== undefined && body.contains(to) && (Number(to.dataset.r) !== row || Number(to.dataset.c) !== col)) move(Number(to.dataset.r), Number(to.dataset.c), true);
      };
      document.addEventListener('mousemove', over);
      document.addEventListener('mouseup', () => document.removeEventListener('mousemove', over), { once: true });
    }
    input.focus({ preventScroll: true });
  });
  view.addEventListener('dblclick', (e) => !editing && (e.target === input || e.target.closest('[role=gridcell]')) && edit());
  input.addEventListener('compositionstart', () => editing || open());
  input.addEventListener('input', () => editing || open());
  input.addEventListener('blur', () => editing && commit());
  view.addEventListener('paste', (e) => {
    if (editing) return;
    e.preventDefault();
    paste(e.clipboardData.getData('text/plain'));
  });
  view.addEventListener('copy', (e) => {
    if (editing) return;
    const s = span();
    const lines = records().slice(s.top, s.bottom + 1).map((r) => cols.slice(s.left, s.right + 1).map((c) => shown(r, c)));
    e.clipboardData.setData('text/plain', values.copied(lines));
    e.preventDefault();
  });
  view.addEventListener('keydown', (e) => {
    if (e.isComposing) return;
    if (editing) {
      const next = { Enter: [e.shiftKey ? -1 : 1, 0], Tab: [0, e.shiftKey ? -1 : 1] }[e.key];
      if (next) {
        e.preventDefault();
        commit();
        move(row + next[0], col + next[1]);
        input.focus({ preventScroll: true });
      } else if (e.key === 'Escape') {
        e.stopPropagation();
        close();
        draw();
      }
      return;
    }
    const jump = e.ctrlKey || e.metaKey;
    const page = Math.max(1, Math.floor(view.clientHeight / ROW) - 2);
    const way = {
      ArrowUp: [jump ? -row : -1, 0],
      ArrowDown: [jump ? total() - 1 - row : 1, 0],
      ArrowLeft: [0, jump ? -col : -1],
      ArrowRight: [0, jump ? cols.length - 1 - col : 1],
      PageUp: [-page, 0],
      PageDown: [page, 0],
      Home: [jump ? -row : 0, -col],
      End: [jump ? total() - 1 - row : 0, cols.length - 1 - col],
    }[e.key];
    if (way) {
      e.preventDefault();
      move(row + way[0], col + way[1], e.shiftKey);
    } else if (e.key === 'Tab') {
      const next = e.shiftKey ? col - 1 : col + 1;
      if (next >= 0 && next < cols.length) {
        e.preventDefault();
        move(row, next);
      }
    } else if (e.key === 'Enter' || e.key === 'F2') {
      e.preventDefault();
      edit();
    } else if (e.key === 'Delete' && jump) {
      e.preventDefault();
      drop();
    } else if (e.key === 'Delete' || e.key === 'Backspace') {
      e.preventDefault();
      const s = span();
      store.change((doing) => {
        for (let r = s.top; r <= Math.min(s.bottom, records().length - 1); r++) for (let c = s.left; c <= s.right; c++) put(doing, r, cols[c], '');
      }, { whole: false });
      draw();
    } else if (jump && e.key.toLowerCase() === 'a') {
      e.preventDefault();
      mark = { r: 0, c: 0 };
      row = Math.max(0, records().length - 1);
      col = cols.length - 1;
      draw();
    } else if (jump && e.key.toLowerCase() === 'd') {
      e.preventDefault();
      const s = span();
      store.change((doing) => {
        for (let r = s.top + 1; r <= s.bottom; r++) for (let c = s.left; c <= s.right; c++) put(doing, r, cols[c], shown(records()[s.top], cols[c]));
      }, { whole: false });
      draw();
    }
  });

  box.wrong = (problems) => {
    const before = wrong;
    wrong = new Map();
    for (const p of problems) {
      if (!p.pointer.startsWith(place + '/')) continue;
      const [r, ...rest] = p.pointer.slice(place.length + 1).split('/');
      const path = rest.join('/');
      const c = every.find((k) => k.path === path) || every.find((k) => path && (k.path.startsWith(path + '/') || path.startsWith(k.path)));
      wrong.set(r + '/' + (c ? c.path : cols[0].path), p.message + (p.fix ? t('。', '. ') + p.fix : ''));
    }
    // every answer comes through here, and most of them find nothing wrong: to draw is to lay the page out again
    if (before.size !== wrong.size || [...wrong].some(([at, said]) => before.get(at) !== said)) draw();
  };
  box.redraw = () => draw();
  box.go = (pointer) => {
    const [r, ...rest] = pointer.slice(place.length + 1).split('/');
    const path = rest.join('/');
    const c = every.find((k) => k.path === path || (path && k.path.startsWith(path)));
    if (c && !cols.includes(c)) more(c.path);
    box.scrollIntoView({ block: 'center' });
    move(Number(r) || 0, c ? cols.indexOf(c) : 0);
    input.focus({ preventScroll: true });
  };
  header();
  requestAnimationFrame(draw);
  return box;
}
