// Files and links may be dropped anywhere in the window; while articles are read, the page shows how far that has come.

const form = document.getElementById("adding");
const files = document.getElementById("files");
const addresses = document.getElementById("addresses");
const drop = document.getElementById("drop");
const said = document.getElementById("said");
const LARGEST = 64_000_000;

for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    if (!["Files", "text/uri-list"].some((kind) => event.dataTransfer?.types.includes(kind))) return;
    event.preventDefault();
    drop.classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) drop.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  const dropped = event.dataTransfer;
  const links = (dropped?.getData("text/uri-list") ?? "").split(/\r?\n/).filter((line) => /^https?:/.test(line));
  if (!dropped?.files.length && !links.length) return;
  event.preventDefault();
  drop.classList.remove("over");
  if (dropped.files.length) files.files = dropped.files;
  else addresses.value = [addresses.value.trim(), ...links].filter(Boolean).join("\n");
  form.requestSubmit();
});
form.addEventListener("submit", (event) => {
  const size = [...files.files].reduce((sum, file) => sum + file.size, 0);
  if (size > LARGEST) {
    event.preventDefault();
    event.stopImmediatePropagation();
    said.textContent = `These are ${Math.round(size / 1e6)} MB; at most ${LARGEST / 1e6} MB go at once.`;
  }
}, { capture: true });

const lots = document.getElementById("lots");
async function look() {
  if (!/waiting|reading/.test(lots.dataset.state)) return;
  const answer = await fetch("/add/progress", { headers: { Accept: "application/json" } });
  if (answer.ok) {
    const state = (await answer.json()).map((lot) => `${lot.join(" ")},`).join("");
    if (state !== lots.dataset.state && !form.contains(document.activeElement)) {
      location.reload();
      return;
    }
  }
  setTimeout(look, 700);
}
setTimeout(look, 500);
