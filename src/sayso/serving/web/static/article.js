// Hover or focus any marked words: all that belong to the statement light up, and its label tells who and why.
const lit = new Set();
let tipped;

function light(number) {
  for (const piece of lit) piece.classList.remove("lit");
  lit.clear();
  tipped?.classList.remove("shown");
  tipped = null;
  if (number === null) return;
  for (const piece of document.querySelectorAll(`[data-s="${number}"]`)) {
    piece.classList.add("lit");
    lit.add(piece);
  }
  tipped = document.getElementById(`t-${number}`);
  tipped?.classList.add("shown");
}

function numberAt(target) {
  const piece = target instanceof Element && target.closest("[data-s], [data-n]");
  return piece ? piece.dataset.s ?? piece.dataset.n : null;
}

document.addEventListener("mouseover", (event) => light(numberAt(event.target)));
document.addEventListener("focusin", (event) => {
  light(numberAt(event.target));
  if (event.target.matches(":target")) tipped?.classList.remove("shown"); // who comes by a link wants to see the words
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  light(null);
  for (const tip of document.querySelectorAll(".tip")) tip.classList.add("dismissed");
});
document.addEventListener("mouseout", (event) => {
  if (numberAt(event.target) === null) return;
  for (const tip of document.querySelectorAll(".tip.dismissed")) tip.classList.remove("dismissed");
});
