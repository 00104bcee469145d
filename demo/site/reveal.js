window.firstScriptSaw = {
  now: Date.now(),
  referrer: document.referrer,
  cookie: document.cookie,
  setTimeoutSource: String(setTimeout),
};
