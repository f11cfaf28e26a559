// Opens the folded section that the address leads to; without script the reader opens it.
"use strict";

function openTarget() {
  let fold = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (fold = fold?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
}

addEventListener("hashchange", openTarget);
openTarget();

// On paper nothing is folded, in browsers whose style sheets cannot say so either.
addEventListener("beforeprint", () => {
  document.querySelectorAll("details.fold").forEach((fold) => { fold.open = true; });
});
