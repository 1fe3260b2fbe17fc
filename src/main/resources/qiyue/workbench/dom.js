// Elements are made here and nowhere from text: what a document says is never read as HTML.
export function h(tag, props, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (name === 'class') made.className = value;
    else if (name === 'value') made.value = value;
    else if (name === 'checked') made.checked = value;
    else if (name === 'data') for (const [k, v] of Object.entries(value)) made.dataset[k] = v;
    else made.setAttribute(name, value === true ? '' : value);
  }
  append(made, children);
  return made;
}

function append(to, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(to, child);
    else if (child !== undefined && child !== null && child !== false) to.append(child);
  }
}

export const $ = (selector, within) => (within || document).querySelector(selector);
export const $$ = (selector, within) => [...(within || document).querySelectorAll(selector)];

/** Writes a text where another stands: one written over itself would be laid out again. */
export const tell = (element, text) => element.textContent === text || (element.textContent = text);

let count = 0;
export const unique = (stem) => stem + '-' + ++count;

const english = document.documentElement.lang === 'en';
export const lang = english ? 'en' : 'zh';
export const t = (zh, en) => (english ? en : zh);

/** Says something to eyes and ears alike, once. */
export function say(text) {
  const line = $('#said');
  line.textContent = text;
  line.classList.add('shown');
  clearTimeout(say.timer);
  say.timer = setTimeout(() => line.classList.remove('shown'), 4000);
}

/** What the browser may download: bytes under a name. */
export function download(name, type, content) {
  const link = h('a', { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
