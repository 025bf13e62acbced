// The WebSocket to the playground: comes back by itself, slower each time.

const FIRST_WAIT = 250;
const LONGEST_WAIT = 5000;

export function openLive(viewer, { onOpen, onLost, onEvent }) {
  let socket = null;
  let wait = FIRST_WAIT;
  let timer = null;
  let closed = false;

  function connect() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const query = viewer ? `?viewer=${encodeURIComponent(viewer)}` : "";
    socket = new WebSocket(`${scheme}://${location.host}/live${query}`);
    const mine = socket;
    mine.addEventListener("open", () => {
      wait = FIRST_WAIT;
      if (mine === socket) onOpen();
    });
    mine.addEventListener("message", ({ data }) => {
      if (mine === socket) onEvent(JSON.parse(data));
    });
    mine.addEventListener("close", () => {
      if (closed || mine !== socket) return;
      onLost();
      timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
  }

  connect();
  return {
    /** False when there is no connection: nothing was sent. */
    send(event) {
      if (socket.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(event));
      return true;
    },
    close() {
      closed = true;
      clearTimeout(timer);
      socket.close();
    },
  };
}
