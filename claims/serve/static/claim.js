// The claim's page: the right words by selection, the right speaker by the beginning of a name, who else is here.

const byId = (id) => document.getElementById(id);

// The marked place is in sight at once, without moving the page.
const article = byId("article");
const mark = article.querySelector(".active-c") ?? article.querySelector(".active-m");
if (mark) {
  const inside = article.scrollHeight > article.clientHeight;
  if (inside) article.scrollTop = mark.getBoundingClientRect().top - article.getBoundingClientRect().top - article.clientHeight / 3;
}
for (const piece of article.querySelectorAll("[data-claim]")) {
  piece.addEventListener("click", () => {
    if (!getSelection().toString()) piece.querySelector("a")?.click();
  });
}

// Verdicts on who and on the words ask first what is right.
const speakers = byId("speaker-dialog");
const words = byId("words-dialog");
const buttons = byId("verdicts").querySelectorAll("button[name=attribution]");
for (const button of buttons) {
  if (button.value === "wrong speaker") {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      speakers.showModal();
    });
  }
  if (button.value === "wrong words") {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      const selected = selectedWords();
      const field = byId("right-words");
      if (selected) {
        field.value = selected;
        field.form.requestSubmit();
      } else {
        words.showModal();
        field.select();
      }
    });
  }
}
for (const cancel of document.querySelectorAll("dialog .cancel")) {
  cancel.addEventListener("click", () => cancel.closest("dialog").close());
}

function selectedWords() {
  const selection = getSelection();
  if (!selection.rangeCount || !article.contains(selection.getRangeAt(0).commonAncestorContainer)) return "";
  return selection.toString().replace(/\s+/g, " ").trim();
}

// Type-ahead, as WAI-ARIA has it for a combobox with a list.
const field = byId("right-speaker");
const list = byId("speaker-list");
let asked = 0;
let chosen = -1;

function choose(index) {
  const options = [...list.children];
  chosen = options.length ? (index + options.length) % options.length : -1;
  options.forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
  if (chosen >= 0) {
    field.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  } else {
    field.removeAttribute("aria-activedescendant");
  }
}

function take(option) {
  field.value = [...field.value.split(";").slice(0, -1).map((name) => name.trim()), option.dataset.name].join("; ");
  offer([]);
  field.focus();
}

function offer(found) {
  list.replaceChildren(
    ...found.map((speaker, i) => {
      const option = document.createElement("li");
      option.id = `speaker-${i}`;
      option.setAttribute("role", "option");
      option.dataset.name = speaker.name;
      const name = document.createElement("bdi");
      name.textContent = speaker.name;
      const rest = document.createElement("small");
      rest.textContent = ` ${speaker.role ? `${speaker.role}, ` : ""}${speaker.claims} claim${speaker.claims === 1 ? "" : "s"}`;
      option.append(name, rest);
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => take(option));
      return option;
    }),
  );
  field.setAttribute("aria-expanded", String(found.length > 0));
  choose(-1);
  chosen = -1;
  for (const option of list.children) option.setAttribute("aria-selected", "false");
  field.removeAttribute("aria-activedescendant");
}

field.addEventListener("input", async () => {
  const turn = ++asked;
  const words = field.value.trim();
  if (!words) return offer([]);
  const answer = await fetch(`/speaker-names?name=${encodeURIComponent(words)}`, { headers: { Accept: "application/json" } });
  if (turn === asked && answer.ok) offer(await answer.json());
});

field.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    choose(chosen < 0 ? (event.key === "ArrowDown" ? 0 : -1) : chosen + (event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Enter" && chosen >= 0) {
    event.preventDefault();
    take(list.children[chosen]);
  } else if (event.key === "Escape" && list.children.length) {
    event.preventDefault();
    event.stopPropagation();
    offer([]);
  }
});

// Who else has the claim open; this page says that it is open, as long as it is looked at.
const elsewhere = byId("open-elsewhere");
async function lookAround() {
  if (document.hidden) return;
  const answer = await fetch(`/claims/${elsewhere.dataset.claim}/open`, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const names = await answer.json();
  const said = names.length ? `Open at ${names.join(", ")}, too` : "";
  if (elsewhere.textContent !== said) elsewhere.textContent = said;
}
setInterval(lookAround, 30_000);
document.addEventListener("visibilitychange", lookAround);
