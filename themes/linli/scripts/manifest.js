// Browsers refuse the manifest of a page that was opened from a disk, and complain about it. So the
// page names it only where it came from a server.
(() => {
  const icon = document.querySelector('link[rel="apple-touch-icon"]');
  if (!icon || !location.protocol.startsWith("http")) return;
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = new URL("../manifest.webmanifest", icon.href).href;
  document.head.append(link);
})();
