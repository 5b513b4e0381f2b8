// Listens at a SignalR hub over a plain WebSocket (JSON protocol), and comes back by itself when the line was lost.
const END = '\u001e';
const PING = '{"type":6}' + END;
// The server says something every five seconds; a line that says nothing for this long is dead, whatever the browser believes.
const SILENT = 25000;

export function listen(path, told, heard, lost = () => { }) {
  let wait = 0, line = null, last = 0;
  const again = socket => {
    if (socket !== line) return;
    line = null;
    lost();
    setTimeout(open, wait = Math.min(15000, wait * 2 || 500));
  };
  const open = () => {
    const socket = line = new WebSocket(location.origin.replace(/^http/, 'ws') + path);
    let greeted = false;
    last = performance.now();
    socket.onopen = () => socket.send('{"protocol":"json","version":1}' + END);
    socket.onmessage = e => {
      last = performance.now();
      heard();
      for (const part of e.data.split(END)) {
        if (!part) continue;
        const message = JSON.parse(part);
        if (!greeted) {
          if (message.error) { socket.close(); return; }
          [greeted, wait] = [true, 0];
          socket.send('{"type":1,"target":"Hello","arguments":[0]}' + END);
        }
        // Answered from the network's own callback: a background tab's timers may sleep.
        if (message.type === 6) socket.send(PING);
        else if (message.type === 1) told(message.target, message.arguments);
        else if (message.type === 7) socket.close();
      }
    };
    socket.onclose = () => again(socket);
  };
  open();
  setInterval(() => {
    if (!line || performance.now() - last < SILENT) return;
    const dead = line;
    again(dead);
    dead.close();
  }, 5000);
}
