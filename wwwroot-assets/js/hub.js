// Listens at a SignalR hub over a plain WebSocket (JSON protocol), and comes back by itself when the line was lost.
const END = '\u001e';
const PING = '{"type":6}' + END;

export function listen(path, told, heard) {
  let wait = 0;
  const open = () => {
    const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + path);
    let greeted = false;
    socket.onopen = () => socket.send('{"protocol":"json","version":1}' + END);
    socket.onmessage = e => {
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
    socket.onclose = () => setTimeout(open, wait = Math.min(15000, wait * 2 || 500));
  };
  open();
}
