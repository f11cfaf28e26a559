// What stands alone to be pressed, outside of a running text, and is less than 44 px wide or high.
() => {
  const SMALLEST = 43.95; // lines are laid out in parts of a pixel
  const PRESSED = "a[href], button, summary, input:not([type=hidden]), select, textarea";
  const NO_WORDS = `${PRESSED}, label, .hidden-text`;
  const inline = (element) => getComputedStyle(element).display.startsWith("inline");
  const blockOf = (node) => {
    let block = node.parentElement;
    while (inline(block)) block = block.parentElement;
    return block;
  };
  const standsInText = (element) => {
    const block = blockOf(element);
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const said = /[\p{L}\p{N}]/u.test(text.data) && !text.parentElement.closest(NO_WORDS);
      if (said && blockOf(text) === block) return true;
    }
    return false;
  };
  const pressed = (element) => (element.type === "checkbox" ? element.labels[0] : element);
  return [...document.querySelectorAll(PRESSED)]
    .filter((element) => !element.closest("svg") && element.checkVisibility())
    .map((element) => [element, pressed(element).getBoundingClientRect()])
    .filter(([, box]) => box.width < SMALLEST || box.height < SMALLEST)
    .filter(([element]) => !standsInText(element))
    .map(([element, box]) => `${element.outerHTML.slice(0, 90)} is ${box.width} by ${box.height}`);
}
