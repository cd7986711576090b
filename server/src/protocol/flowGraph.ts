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
