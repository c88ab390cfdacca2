// @ts-check
// The stage as an element of its own.

import { withLanguage } from "./dom.js";
import { renderStage } from "./stage_view.js";

export default { render: withLanguage(renderStage) };
