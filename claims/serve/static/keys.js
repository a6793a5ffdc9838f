// One key presses what bears it as data-key: a link or button is clicked; a field, or what bears data-focus, is gone to.

const typing = (element) =>
  element.matches?.("input:not([type=file], [type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const bearers = () => [...document.querySelectorAll("[data-key]")].filter((it) => !it.disabled && it.checkVisibility());

function press(element) {
  if (typing(element)) {
    element.focus();
    element.select?.();
  } else if ("focus" in element.dataset) {
    element.focus();
  } else {
    element.click();
    // What opens is gone into, so that the next letters are typed there and decide nothing.
    if (element.matches("summary")) (element.parentElement.querySelector("input:not([type=hidden]), textarea") ?? element).focus();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (document.querySelector("dialog[open]") || event.repeat) return;
  const found = bearers().find((it) => it.dataset.key === event.key);
  if (found) {
    event.preventDefault();
    press(found);
  }
});

// A form that changes something is sent once, however often its button or key is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
});

// The back button shows the page as the browser kept it: it is to be used again, and as the ledger is now.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

const dialog = document.getElementById("keys");
document.getElementById("help")?.addEventListener("click", () => {
  const list = dialog.querySelector("dl");
  list.replaceChildren();
  const told = new Set();
  for (const it of bearers()) {
    if (told.has(it.dataset.key) || !it.title) continue;
    told.add(it.dataset.key);
    const row = document.createElement("div");
    const key = document.createElement("dt");
    key.append(Object.assign(document.createElement("kbd"), { textContent: it.dataset.key }));
    row.append(key, Object.assign(document.createElement("dd"), { textContent: it.title }));
    list.append(row);
  }
  dialog.showModal();
});
