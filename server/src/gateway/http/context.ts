import type { HttpBindings } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AdminToken } from '../database/contract';
import type { BotInForce } from '../releases/contract';
import type { Proof } from '../access/proof';
import type { Sender } from './address';

/** What is known of a request on its way through the gateway. */
export interface GatewayEnv {
  Bindings: HttpBindings;
  Variables: {
    sender: Sender;
    /** The pattern of the route that took the request. Without one nothing is answered. */
    route: string | undefined;
    /** Of the routes of a bot: who answers, and who asks. */
    bot: BotInForce;
    proof: Proof | undefined;
    /** Of the routes of the admin API. */
    admin: AdminToken;
    /** What went wrong in here, for the log. */
    problem: string | undefined;
  };
}

export type GatewayContext = Context<GatewayEnv>;
export type GatewayApp = OpenAPIHono<GatewayEnv>;
