// The decision on the right: asked for at every change, and what can be done from it.
import { h, t, say, $, $$ } from './dom.js';
import * as store from './store.js';
import * as inspection from './inspection.js';
import { post, asking } from './api.js';
import { why } from './why.js';
import { later, steady } from './drawing.js';
import { turn } from './turning.js';

let asked = false;
let running = false;
let baseline = null;
// what is shown, as the program sent it
let sent = null;
// the document as the program has it, by the name that came with the last answer
let held = '';
// what is supposed speaks of the document as it stood: an answer to an earlier one is not shown
let supposing = 0;

/** Asks for the decision at once, or, while one is under way, as soon as that has come: so none is worked out that nobody reads. */
export function ask() {
  asked = true;
  supposing++;
  if (running) return;
  running = true;
  queueMicrotask(decide);
}

async function decide() {
  try {
    while (asked) {
      asked = false;
      const begun = performance.now();
      const against = baseline;
      $('#decision').setAttribute('aria-busy', 'true');
      const answer = await asking(() => decided(against));
      // of what was entered meanwhile it says nothing
      if (answer && !asked) later('decision', () => show(answer, against, begun));
    }
  } finally {
    running = false;
  }
}

/** The decision, and where it stands beside an earlier one what changed: in one answer, so that nothing is decided twice. */
async function decided(against) {
  if (against) return (await post('change', {}, '{"before":' + against + ',"after":' + store.written() + '}')).json();
  const [on, altered] = [held, held && store.alterations()];
  held = '';
  store.sent();
  // of a document that the program holds it is told what was entered; one that it holds no more is sent whole
  const told = altered && (await (await post('decide', { on }, altered)).json());
  const answer = told?.held ? told : await (await post('decide', {}, store.written())).json();
  held = answer.held;
  return answer;
}

function show(answer, against, begun) {
  const place = $('#decided');
  const open = new Set($$('details[data-key][open]', place).map((d) => d.dataset.key));
  const closed = new Set($$('details[data-key]:not([open])', place).map((d) => d.dataset.key));
  const box = $('#decision');
  const scroll = box.scrollTop;
  // the program's own template, in which every word of the document was escaped
  const parsed = new DOMParser().parseFromString(answer.html, 'text/html');
  const held = place.contains(document.activeElement) && document.activeElement;
  // all that is drawn anew in one go, and nothing asked of the page before it is: so it is laid out once
  steady(() => {
    // what was supposed one by one speaks of how things stood
    $('#reach')?.replaceChildren();
    if (sent) turn(place, sent, parsed.body);
    else place.replaceChildren(...parsed.body.cloneNode(true).childNodes);
    sent = parsed.body;
    $$('details[data-key]', place).forEach((d) => {
      if (open.has(d.dataset.key)) d.open = true;
      if (closed.has(d.dataset.key)) d.open = false;
    });
    box.removeAttribute('aria-busy');
    box.classList.toggle('stale', !answer.decided);
    if (against && against === baseline) $('#changes').replaceChildren(...new DOMParser().parseFromString(answer.changes, 'text/html').body.childNodes);
    $('#took').dataset.n = String((Number($('#took').dataset.n) || 0) + 1);
    $('#took').textContent = Math.round(performance.now() - begun) + t(' 毫秒', ' ms');
    inspection.mark(answer.problems);
    // whoever is there from the keyboard stays where he was, or, where that is gone, at the decision
    if (held && !held.isConnected) ($$(held.tagName, place).find((e) => same(e, held)) || box).focus({ preventScroll: true });
  });
  if (box.scrollTop !== scroll) box.scrollTop = scroll;
  document.dispatchEvent(new CustomEvent('decided', { detail: answer }));
}

const same = (one, other) => one.textContent === other.textContent && JSON.stringify(one.dataset) === JSON.stringify(other.dataset);

/** The decision beside an earlier one: what was saved, or how things stood before one supposed something. */
export function against(doc) {
  baseline = doc && JSON.stringify(doc);
  if (baseline) ask();
  else $('#changes').replaceChildren();
}

export const comparing = () => baseline;

function answer(question, about, value) {
  if (about === 'case') {
    store.set('/answers/' + store.step(question), value, { whole: true });
    return;
  }
  const fact = store.facts().find((f) => f.id === about);
  if (fact) store.set(fact.pointer + '/answers/' + store.step(question), value, { whole: true });
  else say(t('文书中没有编号为 ' + about + ' 的事实', 'no fact called ' + about + ' in the document'));
}

function alike(question, about, value) {
  store.change(({ doc }) => {
    const shared = doc.sharedAnswers || (doc.sharedAnswers = []);
    const rest = shared.filter((s) => s.question !== question || !s.facts || !s.facts.every((f) => about.includes(f)));
    rest.push({ question, answer: value, facts: about });
    doc.sharedAnswers = rest;
  });
  say(t('已一次答复 ', 'answered for ') + about.length + t(' 条', ' at once'));
}

function choose(button, choice) {
  // whatever places the line: what is left out fits the others of its measure too, and is then taken for none of them
  const { measure, agreement, subject, department } = button.dataset;
  const people = button.dataset.people ? button.dataset.people.split('\n') : [];
  const of = { measure };
  if (agreement) of.agreement = agreement;
  if (subject) of.subject = subject;
  if (department) of.department = department;
  if (people.length) of.people = people;
  store.change(({ doc }) => {
    const same = (c) => c.measure === of.measure && (!c.agreement || c.agreement === of.agreement) && (!c.subject || c.subject === of.subject) && (!c.department || c.department === of.department) && (!c.people || c.people.join('\n') === people.join('\n'));
    const held = (doc.choices || []).find(same);
    doc.choices = (doc.choices || []).filter((c) => !same(c));
    if (choice && !(held && held.choice === choice)) doc.choices.push({ ...held, ...of, choice });
    if (!doc.choices.length) delete doc.choices;
  });
}

function status(id, value) {
  const fact = store.facts().find((f) => f.id === id && f.pointer.startsWith('/findings/'));
  if (fact) store.set(fact.pointer + '/status', value, { whole: true });
}

/** Where a fact states what is asked for. */
function toField(about, field) {
  const fact = store.facts().find((f) => f.id === about);
  const place = fact ? fact.pointer : about === 'facility' ? '/facility' : '/inspection';
  if (!inspection.go(place + '/' + (field || 'money/amount'))) say(t('请在左边补写', 'state it on the left'));
}

export function wire(root) {
  root.addEventListener('click', (e) => {
    const button = e.target.closest('button, a[data-go]');
    if (!button || !root.contains(button)) return;
    const d = button.dataset;
    if (d.why) why(d.why, d.fact);
    else if (d.answer) {
      const about = d.about.split('\n');
      if (about.length > 1) alike(d.question, about, d.answer);
      else answer(d.question, about[0], d.answer);
    } else if (d.choose) choose(button, d.choose);
    else if (d.status) status(d.fact, d.status);
    else if (d.state !== undefined) toField(d.about, d.state);
    else if (d.go) {
      e.preventDefault();
      const fact = store.facts().find((f) => f.id === d.go);
      if (fact) inspection.go(fact.pointer);
    } else if (d.reach) reach(d.reach);
    else if (d.try) document.dispatchEvent(new CustomEvent('try', { detail: JSON.parse(d.try) }));
  });
}

async function reach(measure) {
  const place = $('#reach');
  const mine = ++supposing;
  const waiting = h('p', { class: 'say' }, t('正在逐一假设…', 'supposing one thing after another…'));
  place.replaceChildren(waiting);
  const html = await asking(async () => (await post('reach', { measure }, store.written())).text());
  const drawn = html === undefined ? [] : new DOMParser().parseFromString(html, 'text/html').body.childNodes;
  later('reach', () => (mine === supposing ? $('#reach')?.replaceChildren(...drawn) : waiting.remove()));
}
