// Looks for words in the titles of the pages. Nothing is sent anywhere: the list lies beside the pages.
(function () {
  var box = document.getElementById("find");
  var list = document.getElementById("found");
  var up = box.getAttribute("data-up");
  box.parentNode.hidden = false;
  // Chinese has no blanks between words: pairs of signs stand for them
  function grams(text) {
    var out = [];
    for (var i = 0; i + 1 < text.length; i++) { out.push(text.substr(i, 2)); }
    return out.length ? out : [text];
  }
  function points(entry, words) {
    var sum = 0;
    for (var w = 0; w < words.length; w++) {
      var word = words[w];
      if (entry.indexOf(word) >= 0) { sum += 10 + word.length; continue; }
      if (!/[\u3400-\u9fff]/.test(word)) { return 0; }
      var pairs = grams(word), hits = 0;
      for (var p = 0; p < pairs.length; p++) { if (entry.indexOf(pairs[p]) >= 0) { hits++; } }
      if (hits * 2 < pairs.length) { return 0; }
      sum += hits;
    }
    return sum;
  }
  box.addEventListener("input", function () {
    var words = box.value.toLowerCase().split(/[\s\u3000]+/).filter(function (w) { return w; });
    list.textContent = "";
    if (!words.length) { return; }
    var found = [];
    for (var i = 0; i < QIYUE_PAGES.length; i++) {
      var sum = points(QIYUE_PAGES[i][1].toLowerCase(), words);
      if (sum) { found.push([sum, i]); }
    }
    found.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
    for (var f = 0; f < Math.min(found.length, 30); f++) {
      var entry = QIYUE_PAGES[found[f][1]], item = document.createElement("li"), link = document.createElement("a");
      link.href = up + entry[0];
      link.textContent = entry[1];
      item.appendChild(link);
      list.appendChild(item);
    }
    if (!found.length || found.length > 30) {
      var last = document.createElement("li");
      last.textContent = found.length ? "… " + found.length : "—";
      list.appendChild(last);
    }
  });
})();
