// Why, and why not: the rule beside the facts that met it.
import { h, t, lang, $ } from './dom.js';
import * as store from './store.js';
import * as inspection from './inspection.js';
import { post, asking } from './api.js';

let back = null;

export async function why(clause) {
  back = document.activeElement;
  const drawer = $('#drawer');
  drawer.hidden = false;
  $('#drawer-h').textContent = t('为什么', 'Why');
  $('#drawer-b').replaceChildren(h('p', { class: 'say' }, t('正在查…', 'looking…')));
  $('#drawer-x').focus();
  const html = await asking(async () => (await post('why', { clause }, store.now())).text());
  if (html === undefined) return;
  $('#drawer-b').replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  $('#drawer').scrollTop = 0;
}

/** Another thing shown in the drawer. */
export function drawer(title, ...content) {
  back = document.activeElement;
  $('#drawer').hidden = false;
  $('#drawer-h').textContent = title;
  $('#drawer-b').replaceChildren(...content);
  $('#drawer-x').focus();
}

export function close() {
  if ($('#drawer').hidden) return false;
  $('#drawer').hidden = true;
  if (back && back.isConnected) back.focus();
  return true;
}

export function wire() {
  $('#drawer-x').addEventListener('click', close);
  $('#drawer').addEventListener('click', (e) => {
    const d = e.target.closest('[data-why], [data-go]')?.dataset;
    if (!d) return;
    e.preventDefault();
    if (d.why) why(d.why);
    else {
      const fact = store.facts().find((f) => f.id === d.go);
      if (fact) inspection.go(fact.pointer);
    }
  });
}
