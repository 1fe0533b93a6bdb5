// Reloads the page when its folder was published again. Only `cuttings serve` sends this script.
// A tab in the background does not listen, because a browser opens few connections to one host.
const shown = document.currentScript.dataset.edition;
let events;
const listen = () => {
  events?.close();
  if (document.hidden) return;
  events = new EventSource("/.cuttings/events");
  events.onmessage = ({ data }) => {
    if (data !== shown) location.reload();
  };
};
document.addEventListener("visibilitychange", listen);
listen();
