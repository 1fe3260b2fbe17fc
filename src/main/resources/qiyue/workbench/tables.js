// What came of a file that was read: in a box that says what was taken for what, or which cells could not be read.
import { h, t } from './dom.js';

export function told(name, read) {
  const dialog = h('dialog', { class: 'told', 'aria-label': name },
    h('h2', {}, name),
    read.records?.length ? h('p', {}, t('已加入 ', 'added: ') + read.records.length + t(' 行，在原有各行之后', ' rows, after those that were there')) : read.found ? h('p', { class: 'grave' }, t('有 ', '') + read.found + t(' 处没有读懂，什么也没有加入。请改正表格后再导入。', ' cells could not be read; nothing was added. Mend the table and import it again.')) : null,
    read.found ? h('ul', { class: 'unread' }, (read.problems || []).map((p) => h('li', {}, h('b', {}, p.where), t('：', ': ') + p.message, p.fix ? h('small', {}, ' ' + p.fix) : null))) : null,
    (read.said || []).length ? h('pre', { class: 'reading' }, read.said.join('\n')) : null,
    h('div', { class: 'tools' }, h('button', { type: 'button', class: 'main', onclick: () => dialog.close() }, t('知道了', 'close'))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
