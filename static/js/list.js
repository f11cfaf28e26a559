/* Refreshes a list in place when a condition changes. Without this script the same form and the
   same links load the page anew; every state has its address either way. */
"use strict";
(() => {
  const form = document.querySelector("form[data-refresh]");
  const results = document.getElementById("results");
  const count = document.getElementById("count");
  const heading = document.getElementById("found");
  if (!form || !results || !count || !heading) return;
  const PAUSE = 300; // arrow keys run through the choices of a select
  let running = null;
  let timer = 0;

  const addressOfForm = () => {
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) asked.append(name, value);
    return asked.size ? `${form.action}?${asked}` : form.action;
  };

  const copySelect = (select, fresh) => {
    [...select.options].forEach((option, index) => {
      option.textContent = fresh.options[index].textContent;
    });
    select.value = fresh.value;
  };

  const sameChoices = (select, fresh) =>
    fresh && select.options.length === fresh.options.length && !fresh.closest("form").querySelector(".errorlist");

  /* The selects stay in place, so that the one in use keeps the focus. */
  const put = (page) => {
    const selects = [...form.querySelectorAll("select")];
    const fresh = selects.map((select) => page.getElementById(select.id));
    if (form.querySelector(".errorlist") || !selects.every((select, i) => sameChoices(select, fresh[i]))) return false;
    selects.forEach((select, index) => copySelect(select, fresh[index]));
    form.querySelectorAll("input").forEach((input) => {
      if (input !== document.activeElement) input.value = page.getElementById(input.id).value;
    });
    results.replaceChildren(...page.getElementById("results").childNodes);
    count.replaceChildren(...page.getElementById("count").childNodes);
    document.title = page.title;
    const links = page.querySelectorAll("a[hreflang], link[hreflang]");
    document.querySelectorAll("a[hreflang], link[hreflang]").forEach((link, index) => {
      if (links[index]) link.setAttribute("href", links[index].getAttribute("href"));
    });
    return true;
  };

  const load = async (address, { remember = true, focus = false } = {}) => {
    if (running) running.abort();
    running = new AbortController();
    results.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(address, { signal: running.signal, credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (!response.ok || !put(page)) throw new Error("another page");
      if (remember) history.pushState(null, "", address);
      results.removeAttribute("aria-busy");
      if (focus) heading.focus();
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
    }
  };

  form.addEventListener("change", () => {
    clearTimeout(timer);
    timer = setTimeout(() => load(addressOfForm()), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    load(addressOfForm(), { focus: true });
  });
  results.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || new URL(link.href).pathname !== location.pathname) return;
    event.preventDefault();
    load(link.href, { focus: true });
  });
  addEventListener("popstate", () => {
    if (!location.hash) load(location.href, { remember: false });
  });
})();
