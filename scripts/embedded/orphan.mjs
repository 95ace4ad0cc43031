// Loaded into a process that must not outlive the one that started it: ends it when that one is gone, however that one ended.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(0);
}, 1_000).unref();
