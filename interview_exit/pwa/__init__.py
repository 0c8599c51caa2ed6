"""A Reflex plugin that makes an app installable and complete without a network.

Reflex builds a site of prerendered pages and leaves it there. This package finishes it, and knows nothing of the app
it is used in: copy the folder into another project and it works the same. (Its imports name their full path; change
the prefix.)

Use it in rxconfig.py:

    from interview_exit.pwa.manifest import Colours, Identity, Listing
    from interview_exit.pwa.plugin import PwaPlugin

    config = rx.Config(
        app_name="my_app",
        plugins=[
            PwaPlugin(
                identities=[Identity("notes", "Notes", "Notes", "Write things down.")],
                listing=Listing(Colours(light="#FFFFFF", dark="#000000")),
                noscript="<p>This app needs JavaScript.</p>",
            )
        ],
    )

    app = rx.App(enable_state=False)

and serve the built site with any ASGI server; Reflex is not needed for that:

    from interview_exit.pwa.headers import headers
    from interview_exit.pwa.site import site

    app = headers(site(Path(".web/build/client")))

What it does at each step:

- Before the pages are compiled it widens the viewport to the whole screen (`viewport-fit=cover`).
- After they are built (`post_build`), in this order: it deletes files that the bundle holds already (`drop`); writes
  one manifest per identity; gives each page its head tags, its `noscript` text and its content security policy; and
  writes the service worker with the list of everything that it keeps.
- While the site is served, `headers` adds the caching rules and the protections that are no part of a page.

It needs the icons that `manifest.icon_files` names, below `assets/icons/<identity>/`; `icons` draws them all from one
vector file. Node packages: `workbox-build`, which Reflex installs by itself. The app must be served at the root of
its origin.

The page's half is up to the app: register `/sw.js` with `updateViaCache: "all"`, answer the worker's question
`{pwa: "may-install"}` on the message's port with "yes" or "no", and send a waiting worker `{pwa: "take-over"}` once
the user agrees. `{pwa: "tidy"}` lets the active worker drop what earlier versions left, and `{pwa: "mend"}` lets any
worker put back what its cache has lost or no longer has as it was built.

What never crosses: the worker answers GET requests of its own origin from what the build listed. It stores no answer
that was made for somebody, and none that has not the SHA-256 that the build listed; it leaves `network_only` paths and
other methods alone.
"""
