"""React owns an element in the body, and not the document.

A framework that draws the whole document draws it anew when anything in it is not what it had built. Browser extensions
see to that: they put elements, styles and attributes wherever they like before a page is alive. What the build has
added to the head would go, and so would attributes on the root element. Drawn into an element of its own, React looks
at nothing outside it.
"""

ROOT_ID = "app"
LAYOUT = "export function Layout("
BODY = 'jsx("body",{},children,jsx(ScrollRestoration,{},),'
HYDRATED = "hydrateRoot(document,"


def mount_document(document: str) -> str:
    """Return Reflex's document with an element for React, which in the browser draws only what belongs there.

    Raises:
        ValueError: If the framework no longer writes the document as expected.
    """
    if LAYOUT not in document or BODY not in document:
        msg = f"no layout or no body in Reflex's document: adapt LAYOUT and BODY in {__name__}"
        raise ValueError(msg)
    inside = "children,jsx(ScrollRestoration,{},)"
    whole = document.replace(LAYOUT, "function Document(").replace(
        BODY, f'jsx("body",{{}},jsx("div",{{id:"{ROOT_ID}"}},{inside}),'
    )
    return f"""{whole}

export function Layout({{children}}) {{
  return import.meta.env.SSR ? jsx(Document,{{}},children) : jsx(Fragment,{{}},{inside});
}}
"""


def mount_entry(entry: str) -> str:
    """Return Reflex's entry, taking over that element.

    Raises:
        ValueError: If the framework no longer starts as expected.
    """
    if HYDRATED not in entry:
        msg = f"no start in Reflex's entry: adapt HYDRATED in {__name__}"
        raise ValueError(msg)
    return entry.replace(HYDRATED, f'hydrateRoot(document.getElementById("{ROOT_ID}"),', 1)
