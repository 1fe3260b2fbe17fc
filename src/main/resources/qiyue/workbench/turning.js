// Makes what is shown what the program sent next, by changing what differs and nothing else: the rest need not be laid out again, and
// keeps the focus and the folds it has.

/** Turns the children of a place from one answer into the next; neither answer is given away. */
export function turn(live, from, to) {
  const [before, after] = [[...from.childNodes], [...to.childNodes]];
  const there = [...live.childNodes];
  if (there.length !== before.length) {
    live.replaceChildren(...after.map(copy));
    return;
  }
  let first = 0;
  while (first < before.length && first < after.length && before[first].isEqualNode(after[first])) first++;
  let left = 0;
  while (left < before.length - first && left < after.length - first && before[before.length - 1 - left].isEqualNode(after[after.length - 1 - left])) left++;
  const gone = there.slice(first, before.length - left);
  const fresh = after.slice(first, after.length - left);
  const end = there[before.length - left] ?? null;
  if (gone.length !== fresh.length) {
    gone.forEach((node) => node.remove());
    fresh.forEach((node) => live.insertBefore(copy(node), end));
    return;
  }
  gone.forEach((node, i) => one(node, before[first + i], fresh[i]));
}

const copy = (node) => node.cloneNode(true);

function one(live, from, to) {
  if (from.isEqualNode(to)) return;
  if (from.nodeName === to.nodeName && from.nodeType === Node.ELEMENT_NODE && alike(from, to)) turn(live, from, to);
  else live.replaceWith(copy(to));
}

const alike = (from, to) => from.cloneNode(false).isEqualNode(to.cloneNode(false));
