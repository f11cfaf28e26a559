// Print and copy: without this script the same words stand on the page, and browsers can print.
"use strict";

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
  button.hidden = false;
}

for (const control of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(control.dataset.copy);
  control.addEventListener("click", async (event) => {
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(source.textContent.replace(/\s+$/, ""));
      tell(control);
    } catch {
      const folded = source.closest("details");
      if (folded) folded.open = true;
      source.scrollIntoView();
      getSelection().selectAllChildren(source);
    }
  });
  control.hidden = false;
}

// The whole text stands at its own address; where it cannot be copied, the link leads there.
for (const link of document.querySelectorAll("[data-copy-from]")) {
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    try {
      // A promise inside: Safari allows no copy that begins after waiting.
      const text = fetchText(link.href).then((words) => new Blob([words], { type: "text/plain" }));
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
      tell(link);
    } catch {
      location.assign(link.href);
    }
  });
}

for (const folded of document.querySelectorAll("details.as-text")) folded.open = false;

// On paper every source stands in small print behind its value.
const sources = [...document.querySelectorAll("details.source:not([open])")];
addEventListener("beforeprint", () => sources.forEach((source) => { source.open = true; }));
addEventListener("afterprint", () => sources.forEach((source) => { source.open = false; }));

async function fetchText(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

function tell(control) {
  const status = document.getElementById("copied");
  control.after(status);
  status.textContent = "";
  setTimeout(() => { status.textContent = status.dataset.done; }, 50);
}
