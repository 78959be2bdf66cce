// On every page: / goes to the box, j and k from statement to statement, Enter opens one, ? tells the keys.
const keys = document.getElementById("keys");
const steps = () => [...document.querySelectorAll(".statement, .noted")];

function step(by) {
  const all = steps();
  const at = all.indexOf(document.activeElement?.closest(".statement, .noted"));
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  next?.focus();
  next?.scrollIntoView({ block: "center" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest("input, textarea, select, .card[role=group]")) return;
  if (event.key === "/") document.getElementById("q")?.focus();
  else if (event.key === "?") keys.showModal();
  else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "Enter" && event.target.matches(".statement")) event.target.querySelector(".evidence a")?.click();
  else return;
  event.preventDefault();
});

// Names as one types; without this nothing is missing but the hint.
const box = document.getElementById("q");
let hint;

async function suggest() {
  const answer = await fetch(`/suggest?${new URLSearchParams({ q: box.value })}`);
  if (!answer.ok) return;
  document.getElementById("names").replaceChildren(...(await answer.json()).map(({ name, who }) => new Option(who, name)));
}

box?.addEventListener("input", () => {
  clearTimeout(hint);
  if (box.value.length > 1 && box.value.length < 60) hint = setTimeout(suggest, 120);
});
