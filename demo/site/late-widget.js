{
  const after = Number(document.currentScript.dataset.after);
  const { content } = document.getElementById('late-widget');
  window.addEventListener('load', () =>
    setTimeout(() => document.body.append(document.importNode(content, true)), after),
  );
}
