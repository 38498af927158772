// Offers plain words from the house's list while somebody writes, if they asked for that under their own name. Nothing is
// stored about it, and nobody is stopped. The pages work without it: "Check my wording" does the same on request.

const AFTER_TYPING = 1200;

const form = document.getElementById('kept');
if (form?.querySelector('textarea')) watch(form);

function watch(written) {
  const place = document.createElement('div');
  place.className = 'wording';
  place.setAttribute('role', 'status');
  written.append(place);
  let timer = null;
  let known = '';

  async function ask() {
    const text = [...written.querySelectorAll('textarea, input[type=text]')]
      .map(({ value }) => value)
      .join('\n');
    if (text === known) return;
    known = text;
    const hints = text.trim() === '' ? [] : await hintsFor(written, text);
    // Answers to what has been changed since are of no use
    if (text === known) show(place, hints);
  }

  written.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, AFTER_TYPING);
  });
  void ask();
}

/** None, too, where nobody answers or the screen is covered meanwhile. */
async function hintsFor(written, text) {
  const body = new URLSearchParams({ _csrf: written.elements.namedItem('_csrf').value, text });
  try {
    const answer = await fetch('/wording', { method: 'POST', body, redirect: 'manual' });
    return answer.status === 200 ? (await answer.json()).hints : [];
  } catch {
    return [];
  }
}

function show(place, hints) {
  const lines = hints.map(({ said, offer }) => `“${said}” · maybe: ${offer}`);
  if (place.innerText === lines.join('\n')) return;
  place.replaceChildren(
    ...lines.map((words) => {
      const line = document.createElement('p');
      line.textContent = words;
      return line;
    }),
  );
}
