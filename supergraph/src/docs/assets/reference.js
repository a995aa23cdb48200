// @ts-nocheck It runs in the browser, whose types the tool has not.
'use strict';
{
  const MOST = 200;
  const search = document.getElementById('search');
  const results = document.getElementById('results');
  const contents = document.getElementById('contents');
  const count = document.getElementById('count');
  const entries = Array.from(document.querySelectorAll('[data-entry]'), (element) => {
    const { entry, kind } = element.dataset;
    const lower = entry.toLowerCase();
    return { id: element.id, entry, kind, lower, own: lower.replace(/:\)$/, '').split(/[.(]/).pop() };
  });

  const rank = ({ lower, own, kind }, text) => {
    if (kind === 'example') return 3;
    if (lower === text || own === text) return 0;
    if (own.startsWith(text)) return 1;
    return lower.startsWith(text) ? 2 : 3;
  };

  const find = (text) => {
    const words = text.toLowerCase().split(/\s+/);
    const hits = entries.filter(({ lower, kind }) => words.every((word) => lower.includes(word) || kind === word));
    return hits.map((hit) => ({ hit, at: rank(hit, words[0]) })).sort((a, b) => a.at - b.at || a.hit.lower.length - b.hit.lower.length);
  };

  const row = ({ id, entry, kind }) => {
    const link = document.createElement('a');
    link.href = `#${id}`;
    link.textContent = entry;
    const small = document.createElement('small');
    small.textContent = ` ${kind === 'root' ? 'object' : kind}`;
    const item = document.createElement('li');
    item.append(link, small);
    return item;
  };

  const show = () => {
    const text = search.value.trim();
    const found = text ? find(text) : [];
    results.hidden = !text;
    contents.hidden = Boolean(text);
    results.replaceChildren(...found.slice(0, MOST).map(({ hit }) => row(hit)));
    count.textContent = text ? `${found.length} found${found.length > MOST ? `, the first ${MOST} are shown` : ''}` : '';
  };

  search.addEventListener('input', show);
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') results.querySelector('a')?.click();
    if (event.key !== 'Escape') return;
    search.value = '';
    show();
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}
