// The one document: changed only here, kept in the browser at every change, undone step by step.
const DRAFT = 'qiyue.draft';
const SAVED = 'qiyue.saved';
const STEPS = 100;
const KEPT = new Set(['scope', 'facility', 'agreements', 'inspection', 'region']);

export const empty = () => ({
  inspection: {},
  scope: {},
  facility: {},
  agreements: [],
});

let doc = read(DRAFT) || empty();
// as it is kept, sent and remembered: written once a change, and not before somebody wants it
let text = JSON.stringify(doc);
let stale = false;
// pointers of what stands in another's stead since the document was sent: a record of a list, else a member; null where it is another shape
let altered = null;
// as it was saved last: read once, for it is compared at every change
let kept = raw(SAVED);
let past = [];
let future = [];
let last = { pointer: '', at: 0 };
const listeners = [];
const losses = [];
let keeping = false;

function raw(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function read(key) {
  try {
    const text = raw(key);
    const value = text && JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function keep(key) {
  try {
    localStorage.setItem(key, written());
    return true;
  } catch {
    return false;
  }
}

export const now = () => doc;
/** The document as JSON. */
export function written() {
  if (stale) {
    stale = false;
    text = JSON.stringify(doc);
  }
  return text;
}

/** What stands in another's stead since the document was sent, by its pointer; null where all of it must be sent. */
export const alterations = () => altered && Object.fromEntries([...altered].map((p) => [p, at(p)]));

/** The document, or what was altered in it, is on its way. */
export const sent = () => (altered = new Set());

export const saved = () => read(SAVED);
export function markSaved() {
  if (keep(SAVED)) kept = written();
}

export const unsaved = () => kept !== written();

/** Another tab saved: what counts as saved is what it saved. */
export const savedElsewhere = () => (kept = raw(SAVED));

/** Whether another tab left another draft. */
export const differs = () => (raw(DRAFT) || written()) !== written();

/** Goes on with the draft another tab left; what stood here can be had back by undo. */
export function takeOver() {
  const other = read(DRAFT);
  if (other) replace(other);
  return Boolean(other);
}

export const onChange = (listener) => listeners.push(listener);
/** What is done where the browser cannot keep the draft. */
export const onLoss = (listener) => losses.push(listener);

const parts = (pointer) =>
  pointer
    .split('/')
    .slice(1)
    .map((p) => p.replace(/~1/g, '/').replace(/~0/g, '~'));

export const step = (name) => String(name).replace(/~/g, '~0').replace(/\//g, '~1');

export function at(pointer) {
  return parts(pointer).reduce((value, part) => (value === undefined || value === null ? undefined : value[part]), doc);
}

const blank = (v) =>
  v === undefined ||
  v === null ||
  v === '' ||
  (Array.isArray(v) && v.length === 0) ||
  (typeof v === 'object' && !Array.isArray(v) && Object.keys(v).length === 0);

function remember(pointer) {
  const time = Date.now();
  if (pointer && pointer === last.pointer && time - last.at < 1500) {
    last.at = time;
    return;
  }
  last = { pointer, at: time };
  past.push(written());
  if (past.length > STEPS) past.shift();
  future = [];
}

/** Puts a value at its place; a blank one is taken out, with whatever is left empty by it. */
export function set(pointer, value, { whole = false } = {}) {
  remember(pointer);
  place(pointer, value);
  changed(whole);
}

/** What of the document is sent for a place in it: its record, else its member. */
function unit(path) {
  const record = path.findIndex((p, i) => i > 0 && i < 3 && /^\d+$/.test(p));
  return '/' + path.slice(0, record < 0 ? 1 : record + 1).map(step).join('/');
}

function place(pointer, value) {
  const of = unit(parts(pointer));
  const there = at(of) !== undefined;
  put(pointer, value);
  if (there && at(of) !== undefined) altered?.add(of);
  else altered = null;
}

function put(pointer, value) {
  const path = parts(pointer);
  let held = doc;
  const way = [];
  for (let i = 0; i < path.length - 1; i++) {
    if (held[path[i]] === undefined || held[path[i]] === null || typeof held[path[i]] !== 'object') {
      held[path[i]] = /^\d+$/.test(path[i + 1]) ? [] : {};
    }
    way.push([held, path[i]]);
    held = held[path[i]];
  }
  const name = path[path.length - 1];
  if (!blank(value) || Array.isArray(held)) {
    held[name] = value;
    return;
  }
  delete held[name];
  for (let i = way.length - 1; i >= 0; i--) {
    const [holder, key] = way[i];
    if (Array.isArray(holder) || !blank(holder[key]) || (holder === doc && KEPT.has(key))) break;
    delete holder[key];
  }
}

/** Many changes as one step; whoever shows them already says that nothing need be drawn again. */
export function change(work, { whole = true } = {}) {
  remember('');
  work({
    set: place,
    // whoever has the document itself may change anything
    get doc() {
      altered = null;
      return doc;
    },
  });
  changed(whole);
}

export function add(pointer, item) {
  remember('');
  const list = at(pointer);
  altered = null;
  if (Array.isArray(list)) list.push(item);
  else place(pointer, [item]);
  changed(true);
  return at(pointer).length - 1;
}

export function remove(pointer, index) {
  remember('');
  const list = at(pointer);
  altered = null;
  list.splice(index, 1);
  if (list.length === 0 && !KEPT.has(parts(pointer)[0])) place(pointer, undefined);
  changed(true);
}

/** Another document in its stead. */
export function replace(other) {
  remember('');
  doc = { ...empty(), ...other };
  altered = null;
  changed(true);
}

function stepTo(from, to) {
  if (!from.length) return false;
  to.push(written());
  doc = JSON.parse(from.pop());
  altered = null;
  last = { pointer: '', at: 0 };
  changed(true);
  return true;
}

export const undo = () => stepTo(past, future);
export const redo = () => stepTo(future, past);

function changed(whole) {
  stale = true;
  try {
    listeners.forEach((l) => l(whole));
  } finally {
    // whatever a listener does: in the same turn, so that nothing can come between, yet after the decision was asked for, which is asked for
    // in this turn too: the browser writes while it is worked out
    if (!keeping) {
      keeping = true;
      queueMicrotask(() => {
        keeping = false;
        if (!keep(DRAFT)) losses.forEach((l) => l());
      });
    }
  }
}

/** Every record with an id, with its place. */
export function facts() {
  const found = [];
  const walk = (value, pointer) => {
    if (Array.isArray(value)) value.forEach((v, i) => walk(v, pointer + '/' + i));
    else if (value && typeof value === 'object') {
      if (typeof value.id === 'string' && /\/\d+$/.test(pointer) && !/\/charges\/\d+$/.test(pointer.replace('/records/charges', '')))
        found.push({ id: value.id, pointer, value });
      for (const [k, v] of Object.entries(value)) if (v && typeof v === 'object') walk(v, pointer + '/' + step(k));
    }
  };
  walk(doc, '');
  return found;
}

/** An id no record has. */
export function freeId(stem) {
  const used = new Set(facts().map((f) => f.id));
  let n = 1;
  while (used.has(stem + n)) n++;
  return stem + n;
}
