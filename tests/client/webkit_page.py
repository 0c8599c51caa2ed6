"""The raw modules in the engine of every iPhone: what `modules_page` is for Chromium."""

from selenium.webdriver import WebKitGTK


def awaited(browser: WebKitGTK, expression: str) -> object:
    """Return what a promise resolves to; a rejection comes back as text, and fails whatever is asserted of it."""
    return browser.execute_async_script(f"({expression}).then(arguments[0], (error) => arguments[0](String(error)))")
