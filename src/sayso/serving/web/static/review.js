// Keys within a card: a right, r no statement, w wrong person, g give, s same, d different, j next, k back, u undo. The buttons do the same without this.
const cards = [...document.querySelectorAll(".card[role=group]")];

function cardOf(target) {
  return target instanceof Element ? target.closest(".card[role=group]") : null;
}

function move(card, by) {
  cards[Math.min(cards.length - 1, Math.max(0, cards.indexOf(card) + by))]?.focus();
}

document.addEventListener("keydown", (event) => {
  const card = cardOf(event.target);
  if (!card || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input")) return;
  const pressed = event.key.toLowerCase();
  if (pressed === "j" || pressed === "k") move(card, pressed === "j" ? 1 : -1);
  else if (pressed === "u") document.querySelector("#undo button")?.click();
  else {
    const does = card.querySelector(`[data-key="${CSS.escape(pressed)}"]`);
    if (!does) return;
    if (does.matches("input")) does.focus();
    else does.click();
  }
  event.preventDefault();
});

if (cards.length && new URLSearchParams(location.search).has("done")) cards[0].focus();
