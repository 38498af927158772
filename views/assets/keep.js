// Keeps what somebody types on the house's own computer, for them alone, until they send it or throw it away. The pages work
// without it: it only makes what is lost smaller when the power goes.

const AFTER_TYPING = 1500;
const WHILE_TYPING = 5000;
/** Browsers finish no larger request for a page that is gone. */
const MOST_ON_LEAVING = 60_000;

const form = document.getElementById('kept');
// A passphrase is never written down, half typed or not
if (form && !form.querySelector('input[type=password]')) watch(form);

function watch(kept) {
  const typed = () => new URLSearchParams(new FormData(kept)).toString();
  const say = wordBeside(kept);
  let known = typed();
  let timer = null;
  let began = 0;

  function soon() {
    const now = performance.now();
    if (timer === null) began = now;
    clearTimeout(timer);
    timer = setTimeout(beat, Math.max(0, Math.min(AFTER_TYPING, began + WHILE_TYPING - now)));
  }

  function beat() {
    clearTimeout(timer);
    timer = null;
    const now = typed();
    if (now === known) return;
    const before = known;
    known = now;
    send(now).then(
      (isKept) => say(isKept ? 'Kept as you type.' : ''),
      () => {
        // Tried again, unless a later one is on its way
        if (known === now) known = before;
        say('Not kept just now.');
        soon();
      },
    );
  }

  kept.addEventListener('input', soon);
  kept.addEventListener('change', soon);
  // Before the next page is asked for: it may be this one again
  addEventListener('beforeunload', beat);
  addEventListener('pagehide', beat);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && beat());
  document.addEventListener('submit', ({ target, submitter }) => {
    if (isThrownAway(kept, target)) {
      // What is still on its way must not bring it back: the house is told which form it was
      target.append(tokenOf(kept).cloneNode());
    } else if (target === kept && submitter?.hasAttribute('formaction')) {
      // The buttons above the page carry everything with them
      known = typed();
    }
  });
}

const tokenOf = (kept) => kept.elements.namedItem('formToken');

/** Whether `sent` throws away what is kept of this very form: its token says the place. */
function isThrownAway(kept, sent) {
  if (sent.getAttribute('action') !== '/drafts/discard') return false;
  const [content] = tokenOf(kept).value.split('.');
  const [, place] = JSON.parse(atob(content.replaceAll('-', '+').replaceAll('_', '/')));
  return sent.elements.namedItem('place').value === place;
}

/** Whether it is kept; fails when nobody answers. */
async function send(body) {
  const answer = await fetch('/drafts/keep', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
    keepalive: body.length < MOST_ON_LEAVING,
    redirect: 'manual',
  });
  if (answer.status >= 500) throw new Error('not kept');
  return answer.status === 204;
}

/** A quiet place beside the last button; said once, politely. */
function wordBeside(kept) {
  const place = document.createElement('span');
  place.className = 'muted';
  place.setAttribute('role', 'status');
  [...kept.querySelectorAll('button[type=submit]')].at(-1)?.after(' ', place);
  return (words) => {
    if (place.textContent !== words) place.textContent = words;
  };
}
