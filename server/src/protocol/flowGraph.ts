import type { PictureElement } from '../features/flowGraph/element';
import type { Range } from '../text/range';
import type { Uri } from '../text/uri';
import type { Environment, Request } from './connection';
import type { Place } from './views';

export interface FlowGraphParams {
  readonly bot: Uri;
  readonly environment: Environment;
  /** Only this flow, with what leads into it and where it leads. */
  readonly flow?: string;
  /** Of a bot with more flows than one picture can show: which of the pictures, from 0; the last when there are fewer. */
  readonly page?: number;
}

/** The flows of a large bot that are drawn together, in the order of the files. */
export interface FlowGraphPage {
  /** Which picture it is, from 0, and how many there are. */
  readonly number: number;
  readonly pages: number;
  /** Places of the first and the last of its flows, from 1, and how many flows there are. */
  readonly first: number;
  readonly last: number;
  readonly all: number;
}

/** Something in the picture, in pixels from its corner at the left and top. */
export interface FlowGraphBox {
  /** The same as long as names stay; the picture's elements bear it as `data-box`. */
  readonly id: string;
  readonly title: string;
  /** Everything that the picture says about it, for those who do not see it. */
  readonly description: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where it is defined: the name, and the whole of it. */
  readonly source?: Place & { readonly extent: Range };
}

export interface FlowGraphView {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly picture: PictureElement;
  readonly boxes: readonly FlowGraphBox[];
  /** Arrows by the ids of boxes. */
  readonly links: readonly { readonly from: string; readonly to: string }[];
  /** Absent where everything that was asked for is in the picture. */
  readonly page?: FlowGraphPage;
}

/** The dialogs of a bot or a flow as a picture; `cancelled` when the request was. */
export const FlowGraphRequest: Request<
  FlowGraphParams,
  | { readonly kind: 'drawn'; readonly graph: FlowGraphView }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/flowGraph' };

/** The same as the text of an SVG file. */
export const FlowGraphSvgRequest: Request<
  FlowGraphParams,
  | { readonly kind: 'svg'; readonly text: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/flowGraphSvg' };
