// @ts-check
// The stage as an element of its own.

import { renderStage } from "./stage_view.js";

export default { render: renderStage };
