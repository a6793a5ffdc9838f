"use strict";
// All that the page says is in its HTML; this script only shows, hides, marks and moves it.
(() => {
  const byId = (id) => document.getElementById(id);
  const [texts, card, chosen, hint, close] = ["texts", "card", "chosen", "hint", "close"].map(byId);
  const [form, status, all, brief] = ["filters", "status", "all", "brief"].map(byId);
  const comparing = document.body.classList.contains("diff");
  const ROLES = ["c", "m", "q"]; // content, mention, cue

  const signs = [...texts.querySelectorAll("a.ref")];
  const signOf = new Map(signs.map((sign) => [sign.dataset.n, sign]));
  const isOn = (number) => signOf.has(number) && !signOf.get(number).hidden;

  const split = (list) => (list ? list.split(" ") : []);
  const piecesOf = new Map(signs.map((sign) => [sign.dataset.n, []]));
  const pieces = [...texts.querySelectorAll("[data-c],[data-m],[data-q]")];
  for (const piece of pieces) {
    for (const role of ROLES) {
      split(piece.dataset[role]).forEach((number) => piecesOf.get(number)?.push([piece, role]));
    }
  }

  // The card shows one claim at a time; one that is kept does not give way to what the mouse passes over.
  let shown = null;
  let kept = false;

  function highlight(number, on) {
    const numbers = [number, signOf.get(number).dataset.pair].filter((one) => signOf.has(one));
    for (const one of numbers) {
      signOf.get(one).classList.toggle("active", on);
      piecesOf.get(one).forEach(([piece, role]) => piece.classList.toggle(`active-${role}`, on));
    }
  }

  function show(number, keep) {
    if (shown !== number) {
      hide();
      shown = number;
      highlight(number, true);
      chosen.replaceChildren(...byId(`n${number}`).cloneNode(true).childNodes);
      signOf.get(number).setAttribute("aria-describedby", "chosen");
    }
    kept = keep;
    opened(true);
  }

  function hide() {
    if (shown !== null) {
      signOf.get(shown).removeAttribute("aria-describedby");
      highlight(shown, false);
      chosen.replaceChildren();
    }
    shown = null;
    kept = false;
    opened(false);
  }

  function opened(open) {
    hint.hidden = open;
    chosen.hidden = close.hidden = !open;
    card.classList.toggle("open", open);
    card.classList.toggle("kept", kept);
    document.documentElement.classList.toggle("carded", open);
  }

  function leave() {
    const sign = signOf.get(shown);
    const inside = card.contains(document.activeElement);
    hide();
    if (inside && sign) {
      go(sign);
      hide(); // the focus has shown it again
    }
  }

  // Each article, or version, is one stop of the Tab key; arrow keys go from claim to claim in it.
  const groups = Map.groupBy
    ? Map.groupBy(signs, (sign) => sign.dataset.article)
    : signs.reduce((found, sign) => {
        const group = sign.dataset.article;
        return found.set(group, [...(found.get(group) || []), sign]);
      }, new Map());
  // Only on a narrow screen, and only beside another version, is text not there that no filter has hidden.
  const isThere = (sign) => !sign.hidden && (!comparing || sign.getClientRects().length > 0);

  function rove(current) {
    groups.get(current.dataset.article).forEach((sign) => (sign.tabIndex = sign === current ? 0 : -1));
  }

  function setStops() {
    for (const group of groups.values()) {
      rove(group.find(isThere) || group[0]);
    }
  }

  function go(sign, block = "nearest") {
    rove(sign);
    sign.focus({ preventScroll: true });
    sign.scrollIntoView({ block });
  }

  function jump(number) {
    if (!signOf.has(number)) {
      return;
    }
    if (!isOn(number) || !isThere(signOf.get(number))) {
      showAll();
    }
    go(signOf.get(number), "center");
    show(number, true);
  }

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  texts.addEventListener("keydown", (event) => {
    const sign = event.target.closest("a.ref");
    if (!sign || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const group = groups.get(sign.dataset.article).filter(isThere);
    const places = { Home: 0, End: group.length - 1 };
    const place =
      event.key in STEPS ? group.indexOf(sign) + STEPS[event.key] : (places[event.key] ?? null);
    if (place !== null) {
      event.preventDefault();
      go(group[Math.max(0, Math.min(place, group.length - 1))]);
    }
  });

  texts.addEventListener("focusin", (event) => {
    const sign = event.target.closest("a.ref");
    if (sign) {
      rove(sign);
      show(sign.dataset.n, false);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown !== null) {
      leave();
    }
  });

  close.addEventListener("click", leave);

  function claimAt(target) {
    const element = target.closest("a.ref,[data-c],[data-m],[data-q]");
    if (!element) {
      return null;
    }
    const numbers = element.dataset.n
      ? [element.dataset.n]
      : ROLES.flatMap((role) => split(element.dataset[role]));
    return numbers.find(isOn) ?? null;
  }

  let waiting = 0;
  texts.addEventListener("mouseover", (event) => {
    clearTimeout(waiting);
    const number = kept ? null : claimAt(event.target);
    if (number !== null) {
      // On its way to the card the mouse crosses other claims.
      waiting = setTimeout(() => kept || show(number, false), 90);
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#c"]');
    const number = texts.contains(event.target) && !link ? claimAt(event.target) : null;
    clearTimeout(waiting);
    if (link) {
      event.preventDefault();
      jump(link.hash.slice(2));
    } else if (number !== null && getSelection().isCollapsed) {
      event.preventDefault();
      choose(number, event);
    } else if (kept && texts.contains(event.target)) {
      hide();
    }
  });

  function choose(number, event) {
    const pair = signOf.get(number).dataset.pair;
    const onSign = event.target.closest("a.ref");
    if (onSign && comparing && signOf.has(pair)) {
      jump(pair);
      return;
    }
    show(number, true);
    if (signOf.has(pair)) {
      signOf.get(pair).scrollIntoView({ block: "nearest" });
    }
    if (onSign && event.detail === 0) {
      chosen.focus(); // a click by key
    }
  }

  // Filters: within one, any ticked value will do; between them, all must.
  const facets = [...form.querySelectorAll("fieldset[data-facet]")];
  const articles = [...texts.querySelectorAll("article.text")];
  const entries = [...texts.querySelectorAll("[data-of]")];
  const everything = status.textContent;

  function apply() {
    hide();
    const wanted = facets
      .map((facet) => [
        facet.dataset.facet,
        new Set([...facet.querySelectorAll("input:checked")].map((box) => box.value)),
      ])
      .filter(([, values]) => values.size);
    for (const sign of signs) {
      sign.hidden = !wanted.every(([name, values]) => split(sign.dataset[name]).some((value) => values.has(value)));
      byId(`n${sign.dataset.n}`).hidden = sign.hidden;
    }
    pieces.forEach(mark);
    const filled = new Set(signs.filter((sign) => !sign.hidden).map((sign) => sign.dataset.article));
    articles.forEach((text) => (text.hidden = wanted.length > 0 && !filled.has(text.dataset.article)));
    entries.forEach((entry) => (entry.hidden = !split(entry.dataset.of).some(isOn)));
    const [counted, noun] = comparing ? [entries, "changes"] : [signs, "claims"];
    const left = counted.filter((one) => !one.hidden).length;
    status.textContent = wanted.length ? `${left} of ${counted.length} ${noun}` : everything;
    all.hidden = !wanted.length;
    setStops();
  }

  // As marks() in signs.py does.
  function mark(piece) {
    const on = (role) => split(piece.dataset[role]).filter(isOn);
    const [inner, outer] = on("c").map((number) => signOf.get(number).dataset);
    const classes = [];
    if (inner) {
      classes.push("k", inner.look, inner.tag);
    }
    if (outer) {
      classes.push("o", `o-${outer.look}`, `o-${outer.tag}`);
    }
    if (on("m").length) {
      classes.push("m");
    }
    if (on("q").length) {
      classes.push("q");
    }
    piece.className = classes.join(" ");
  }

  function showAll() {
    form.reset();
    form.querySelectorAll("li").forEach((item) => (item.hidden = false));
    texts.classList.remove("brief");
    apply();
  }

  all.addEventListener("click", () => {
    showAll();
    form.querySelector("input").focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (event.target === brief) {
      texts.classList.toggle("brief", brief.checked);
      setStops();
    } else if (event.target.type === "checkbox") {
      apply();
    }
  });
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  form.addEventListener("input", (event) => {
    if (event.target.type === "search") {
      const wanted = plain(event.target.value);
      for (const item of event.target.closest("fieldset").querySelectorAll("li")) {
        const ticked = item.querySelector("input").checked;
        item.hidden = !ticked && !plain(item.querySelector(".label").textContent).includes(wanted);
      }
    }
  });

  for (const toggle of texts.querySelectorAll(".notes .toggle")) {
    const list = byId(toggle.getAttribute("aria-controls"));
    const open = (yes) => {
      list.hidden = !yes;
      toggle.setAttribute("aria-expanded", String(yes));
    };
    toggle.addEventListener("click", () => open(list.hidden));
    open(false);
  }

  const panel = form.closest("details");
  panel.parentElement.hidden = card.hidden = false;
  panel.open = !comparing && matchMedia("(min-width: 70rem)").matches;
  setStops();
  const fromAddress = () => location.hash.startsWith("#c") && jump(location.hash.slice(2));
  addEventListener("hashchange", fromAddress);
  fromAddress();
})();
