// What a reader cannot see: a page wider than the window, and texts that their box cuts off.
() => {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    found.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
  }
  const named = (element) => `${element.tagName} ${element.className}`;
  const hidden = ".hidden-text, .skip, .hidden-text *";
  for (const element of document.body.querySelectorAll("*:not(svg, svg *)")) {
    const text = element.textContent.trim();
    if (!text || element.matches(hidden) || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    if (style.clipPath !== "none") continue; // for screen readers alone
    const cuts = (way) => ["hidden", "clip"].includes(way);
    const wide = cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const high = cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    if (wide || high) found.push(`${named(element)} cuts ${text.slice(0, 40)}`);
  }
  for (const label of document.querySelectorAll("svg text")) {
    const box = label.getBoundingClientRect();
    const picture = label.ownerSVGElement.getBoundingClientRect();
    const inside = box.left >= picture.left - 1 && box.right <= picture.right + 1
      && box.top >= picture.top - 1 && box.bottom <= picture.bottom + 1;
    if (box.width && !inside) found.push(`a picture cuts ${label.textContent.trim()}`);
  }
  return found;
}
