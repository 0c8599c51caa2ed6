"""What people really type into a field for a name: nothing in it is a mistake of theirs."""

LONG = "Gesellschaft für Forschung, Entwicklung und Vertrieb intelligenter Fördertechnik mbH & Co. KG"
UNBROKEN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
ARABIC = "شركة النور للتجارة"
HEBREW = "דנה כהן"

ODD = (
    "Dana",
    " Dana ",
    "Dana.",
    "Dr. O’Neil-Żółć, Jr.",
    "bell hooks",
    "{company}",
    "[x|y]",
    "\\1 $& $1",
    "Acme Inc.",
    "Yahoo!",
    "the Guardian",
    "the design lead role",
    "An engineer",
    "role",
    "the",
    "UX/UI (m/f/d)",
    "<b>Bold</b> & Sons",
    "👩\u200d💻 🏳️\u200d🌈",
    "e\u0301clair",
    "A\u202eB\u2066C",
    "line\nbreak\u2028and\ttab",
    ",;:",
    "...",
    HEBREW,
    f"{ARABIC} (Nour)",
    LONG,
    UNBROKEN,
)
