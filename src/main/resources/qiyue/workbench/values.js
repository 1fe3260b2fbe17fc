// What people type and what the document holds: days, numbers, lists.
import { t } from './dom.js';

/** A day as people write it, as the document has it; what is none stays as it was typed and is reported by the program. */
export function day(text) {
  const s = text.trim().replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0));
  if (/^(无|未|没有|none)$/i.test(s)) return 'none';
  const m =
    /^(\d{4})\s*[-/.年－]\s*(\d{1,2})\s*[-/.月－]\s*(\d{1,2})\s*日?(?:[ T]0{1,2}:00(?::00)?)?$/.exec(s) || /^(\d{4})(\d{2})(\d{2})$/.exec(s);
  return m ? m[1] + '-' + m[2].padStart(2, '0') + '-' + m[3].padStart(2, '0') : s;
}

export function time(text) {
  const s = text.trim();
  const m = /^(.+?(?:日|[T\s]))\s*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2}))?[分秒]?$/.exec(s.normalize('NFKC'));
  const two = (n) => n.padStart(2, '0');
  return m ? day(m[1].replace(/[T\s]+$/, '')) + 'T' + two(m[2]) + ':' + two(m[3]) + (m[4] ? ':' + two(m[4]) : '') : day(s) === 'none' ? 'none' : s;
}

/** A number as people write it: with commas, with 元, with wide digits. */
export function number(text) {
  const s = text
    .trim()
    .replace(/[０-９．]/g, (d) => (d === '．' ? '.' : String.fromCharCode(d.charCodeAt(0) - 0xfee0)))
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*(元|次|份|天|个)$/, '');
  if (s === '') return undefined;
  const plain = /^\d{1,3}([,，]\d{3})+(\.\d+)?$/.test(s) ? s.replace(/[,，]/g, '') : s;
  return /^\d+(\.\d+)?$/.test(plain) && plain.replace('.', '').length <= 15 ? Number(plain) : s;
}

export const list = (text) =>
  text
    .split(/[、,，;；\n]/)
    .map((s) => s.trim())
    .filter((s) => s);

export function truth(text) {
  const s = text.trim().toLowerCase();
  if (['true', 'yes', 'y', '是', '在', '√', '有'].includes(s)) return true;
  if (['false', 'no', 'n', '否', '不在', '×', '无'].includes(s)) return false;
  return s === '' ? undefined : text.trim();
}

/** What a value looks like in a box; an hour stands behind its day as people write it. */
export function shown(value, field) {
  if (field?.form === 'time' && typeof value === 'string') return value.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:00)?/, '$1 $2');
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((v) => (v && typeof v === 'object' ? v.id || JSON.stringify(v) : v)).join('、');
  if (value === true) return t('是', 'yes');
  if (value === false) return t('否', 'no');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A text by its field: the code where a label was typed, the number, the day. */
export function parsed(field, text, codes) {
  if (text.trim() === '') return undefined;
  switch (field.form) {
    case 'figure':
    case 'whole-number':
      return number(text);
    case 'day':
      return day(text);
    case 'time':
      return time(text);
    case 'truth':
      return truth(text);
    case 'list':
      return field.of === 'record' ? list(text).map((id) => ({ id })) : list(text).map((s) => coded(s, codes));
    default:
      // only a remark may have several lines
      return coded(field.name === 'note' ? text.trim() : text.trim().replace(/\s*[\n\t]\s*/g, ' '), codes);
  }
}

function coded(text, codes) {
  if (!codes) return text;
  const found = codes.find((c) => c.c === text) || codes.find((c) => c.l === text);
  if (found) return found.c;
  // one word of a label, where no other label has it
  const near = codes.filter((c) => c.l.split(/[、，,；;（(]/).some((part) => part.trim() === text));
  return near.length === 1 ? near[0].c : text;
}

/** Text from a spreadsheet: cells by tabs, rows by lines; a cell in quotes may hold both, and "" is one quote. */
export function table(text) {
  const rows = [];
  let row = [];
  let cell = '';
  let i = 0;
  const s = text.replace(/\r\n?/g, '\n');
  while (i < s.length) {
    if (s[i] === '"' && cell === '') {
      const close = closing(s, i + 1);
      if (close > 0) {
        cell = s.slice(i + 1, close).replace(/""/g, '"');
        i = close + 1;
        continue;
      }
    }
    if (s[i] === '\t' || s[i] === '\n') {
      row.push(cell);
      cell = '';
      if (s[i] === '\n') {
        rows.push(row);
        row = [];
      }
      i++;
      continue;
    }
    cell += s[i++];
  }
  if (cell !== '' || row.length) {
    row.push(cell);
    rows.push(row);
  }
  return rows;
}

/** Where a quoted cell ends: a quote followed by a tab, a line end or nothing. None: then the quote is a sign like others. */
function closing(s, from) {
  for (let i = from; i < s.length; i++) {
    if (s[i] !== '"') continue;
    if (s[i + 1] === '"') i++;
    else return i + 1 === s.length || s[i + 1] === '\t' || s[i + 1] === '\n' ? i : -1;
  }
  return -1;
}

/** Cells as a spreadsheet takes them. */
export const copied = (rows) =>
  rows.map((r) => r.map((c) => (/["\t\n]/.test(c) ? '"' + c.replace(/"/g, '""') + '"' : c)).join('\t')).join('\n');
