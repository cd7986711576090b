// A bare server of the gateway's framework that reads JSON and sends it back: what a message costs when nothing is done.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.post('/*', async (context) => context.json(await context.req.json<object>()));
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  process.send?.({ type: 'listening', address: `http://127.0.0.1:${port}` });
});
process.on('message', () => server.close(() => process.exit(0)));
