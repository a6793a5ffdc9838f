// Assertions: a cursor goes from report to report; a marked one is joined with another, one is split off, by key or drag.

const reports = [...document.querySelectorAll(".report")];
const join = document.getElementById("join");
const split = document.getElementById("split");
const apart = document.getElementById("apart");
const said = document.getElementById("said");
let marked = null;

const atCursor = () => document.activeElement?.closest?.(".report");

function step(by) {
  const here = reports.indexOf(atCursor());
  const next = reports[here < 0 ? (by > 0 ? 0 : reports.length - 1) : Math.min(Math.max(here + by, 0), reports.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function mark(report) {
  const again = marked === report;
  for (const it of reports) {
    it.classList.toggle("marked", it === report && !again);
    it.querySelector(".mark").setAttribute("aria-pressed", String(it === report && !again));
    it.querySelector(".mark").textContent = it === report && !again ? "Marked" : again ? "Mark to join" : "Join with the marked one";
  }
  marked = again ? null : report;
  said.textContent = marked ? "Marked. Go to another claim and press g to join both." : "";
}

function joinBoth(one, other) {
  if (!one || !other || one === other) {
    said.textContent = one ? "Go to another claim to join it with the marked one." : "First mark a claim with m.";
    return;
  }
  join.elements.one.value = one.dataset.claim;
  join.elements.other.value = other.dataset.claim;
  join.requestSubmit();
}

function splitOff(report) {
  if (!report?.dataset.group) {
    said.textContent = "This claim is in no assertion of several.";
    return;
  }
  split.elements.one.value = report.dataset.claim;
  split.elements.group.value = report.dataset.group;
  split.requestSubmit();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat && !"jk".includes(event.key)) return;
  if (event.target.matches?.("input, textarea, select") || document.querySelector("dialog[open]")) return;
  const report = atCursor();
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "m" && report) mark(report);
  else if (event.key === "g" && report) joinBoth(marked, report);
  else if (event.key === "x" && report) splitOff(report);
  else return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const report = event.target.closest(".report");
  if (event.target.closest(".mark")) {
    if (marked && marked !== report) joinBoth(marked, report);
    else mark(report);
  } else if (event.target.closest(".split")) splitOff(report);
});

let dragged = null;
for (const report of reports) {
  report.addEventListener("dragstart", (event) => {
    dragged = report;
    event.dataTransfer.setData("text/plain", report.dataset.claim);
    event.dataTransfer.effectAllowed = "link";
    apart.hidden = !report.dataset.group;
  });
  report.addEventListener("dragend", () => {
    dragged = null;
    apart.hidden = true;
    document.querySelectorAll(".drop").forEach((it) => it.classList.remove("drop"));
  });
  report.addEventListener("dragover", (event) => {
    if (!dragged || dragged === report) return;
    event.preventDefault();
    report.classList.add("drop");
  });
  report.addEventListener("dragleave", () => report.classList.remove("drop"));
  report.addEventListener("drop", (event) => {
    if (!dragged || dragged === report) return;
    event.preventDefault();
    joinBoth(dragged, report);
  });
}
apart.addEventListener("dragover", (event) => dragged && event.preventDefault());
apart.addEventListener("drop", (event) => {
  event.preventDefault();
  splitOff(dragged);
});
