// When what came of itself is drawn: never under a press, and never so that what is in hand moves away.
import { $ } from './dom.js';

const waiting = new Map();
let pressing = false;
let composing = false;
let timer;

/**
 * Draws now, or once the press or the writing under way is over; of two drawings of one name the later counts. Whatever is drawn not
 * by the hand at work but by an answer or a clock goes through here: an element put in another's stead between the pressing and the
 * letting go would take the press with it.
 */
export function later(name, work) {
  waiting.delete(name);
  if (pressing || composing) waiting.set(name, work);
  else work();
}

function free() {
  if (pressing || composing) return;
  const held = [...waiting.values()];
  waiting.clear();
  held.forEach((work) => work());
}

function press() {
  clearTimeout(timer);
  pressing = true;
}

/** A click follows the letting go, on a touch screen a while after; it is heard before anything is drawn. */
function release(wait) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    pressing = false;
    free();
  }, wait);
}

const AFTER = 250;
const key = (e) => e.key === ' ' && e.target.closest?.('button, summary, a, [type=checkbox]');

export function wire() {
  const on = (type, what) => document.addEventListener(type, what, { capture: true, passive: true });
  on('pointerdown', press);
  on('pointerup', () => release(AFTER));
  on('pointercancel', () => release(0));
  // what the click itself changes is drawn at once, what waited for it after
  on('click', () => {
    release(0);
    pressing = false;
  });
  on('change', (e) => pressing && e.target.matches('select') && release(0));
  // let go outside of the page, or over a list of the browser's own
  on('pointermove', (e) => pressing && !e.buttons && release(AFTER));
  on('keydown', (e) => (key(e) ? press() : pressing && release(AFTER)));
  on('keyup', (e) => key(e) && release(AFTER));
  window.addEventListener('blur', () => release(0));
  on('compositionstart', () => (composing = true));
  on('compositionend', () => {
    composing = false;
    setTimeout(free);
  });
}

/** Draws, and leaves what is in hand (where the cursor is, else under the pointer) at its place on the screen. */
export function steady(work) {
  const root = $('#inspection');
  const active = document.activeElement;
  const inHand = root.contains(active) && seen(active, root) ? active : [...root.querySelectorAll('.field:hover, .question:hover, .say:hover')].pop();
  const before = inHand?.getBoundingClientRect().top;
  work();
  if (!inHand?.isConnected) return;
  const moved = inHand.getBoundingClientRect().top - before;
  if (moved) (getComputedStyle(root).overflowY === 'visible' ? document.scrollingElement : root).scrollTop += moved;
}

function seen(element, root) {
  const [a, b] = [element.getBoundingClientRect(), root.getBoundingClientRect()];
  return element !== root && a.bottom > Math.max(0, b.top) && a.top < Math.min(innerHeight, b.bottom);
}
