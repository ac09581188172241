/** A station of a few lines that says what a test wants it to say. */

import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { Station } from '../facedesk.js';

/** What Node.js 20 lacks. */
export const platform = { WebSocket: /** @type {any} */ (WebSocket) };

/**
 * @typedef {object} Play
 * @property {(socket: WebSocket, nth: number) => void} [connected] by default greets
 * @property {(socket: WebSocket, frame: any, nth: number) => void} [frame] the nth frame of all sockets
 * @property {(call: {method: string, path: string, body: any, authorization?: string}) => {status: number, body: object}} [rest]
 */

export const greeting = { type: 'connection_established', session_token: 'sess_test', session_type: 'verification', status: 'processing', timeout: 30, message: 'Connected.' };
export const processed = { type: 'frame_processed', success: true, frames_processed: 1, message: 'Blink.' };
export const recognised = { type: 'authentication_complete', success: true, authenticated: true, user_id: 'ada', confidence: 0.9, frames_processed: 9, blinks_detected: 1, motion_verified: true, message: 'The person is authenticated.' };

/**
 * @param {import('node:test').TestContext} t
 * @param {Play} play
 * @param {Partial<import('../facedesk.js').StationOptions>} [options]
 */
export async function stationThat(t, play, options = {}) {
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) {
      text += part;
    }
    const call = { method: request.method ?? '', path: request.url ?? '', body: text && JSON.parse(text), authorization: request.headers.authorization };
    const { status, body } = play.rest?.(call) ?? { status: 404, body: { error: 'There is nothing at this address.', code: 'NOT_FOUND' } };
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  const sockets = new WebSocketServer({ server });
  let connections = 0;
  let frames = 0;
  sockets.on('connection', (socket) => {
    (play.connected ?? greet)(socket, ++connections);
    socket.on('message', (data, binary) => {
      const message = binary ? data : JSON.parse(String(data));
      if (message.type === 'ping') {
        say(socket, { type: 'pong' });
      } else {
        play.frame?.(socket, message, ++frames);
      }
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  t.after(() => {
    sockets.clients.forEach((socket) => socket.terminate());
    sockets.close();
    server.close();
    server.closeAllConnections();
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { station: new Station({ url: `http://127.0.0.1:${port}/`, platform, ...options }), connections: () => connections };
}

/** @param {WebSocket} socket */
export function greet(socket) {
  say(socket, greeting);
}

/**
 * @param {WebSocket} socket
 * @param {object} message
 */
export function say(socket, message) {
  socket.send(JSON.stringify(message));
}

/** Pictures without end; the test ends the session. */
export function* pictures() {
  for (;;) {
    yield Uint8Array.of(0xff, 0xd8, 0xff);
  }
}
