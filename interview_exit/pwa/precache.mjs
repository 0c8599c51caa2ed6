// Lists the built site with Workbox, as JSON on standard output.
// Run from the folder that has `workbox-build` among its node_modules; this file may be anywhere.

import { createRequire } from "node:module";

const { getManifest } = createRequire(`${process.cwd()}/package.json`)("workbox-build");

const { manifestEntries, warnings } = await getManifest(JSON.parse(process.argv[2]));
// A warning means that a file is missing from the list: a page that does not work offline.
if (warnings.length > 0) throw new Error(warnings.join("\n"));
process.stdout.write(JSON.stringify(manifestEntries));
