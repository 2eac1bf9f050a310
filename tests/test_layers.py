"""Who may import whom, read from the source as a table; and how long a file and a function may be."""

from __future__ import annotations

import ast
import gc
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from briefing.gc_pause import uncollected

ROOT = Path(__file__).resolve().parent.parent

GROUND = ("model", "scales", "errors", "text", "gc_pause")
CORE = (
    *("quoting", "inline", "actor_line", "rows", "lookup", "diff", "looked", "edits", "templates"),
    *("finder", "suggest", "origins", "revision", "language", "snapshot", "xml_archive"),
    *("spelling", "house_terms", "source_order"),
)
ISLANDS = ("storage", "importing", "exporting", "reviewing", "checks", "citing")
TOP = ("cli", "tasks", "__main__")

# What a module or package of briefing/ may import of briefing/, besides itself.
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "__init__": (),
    "outside": GROUND,
    "user_folders": GROUND,
    **dict.fromkeys(GROUND, GROUND),
    **dict.fromkeys(CORE, GROUND + CORE),
    "language": GROUND,
    "templates": (*GROUND, *CORE, "outside", "user_folders"),
    "finder": (*GROUND, *CORE, "user_folders"),
    "suggest": (*GROUND, *CORE, "outside"),
    "house_terms": (*GROUND, "user_folders"),
    "spelling": (*GROUND, *CORE, "user_folders"),
    "clips": (*GROUND, "outside", "user_folders"),
    "session": (*GROUND, "diff", "looked"),
    **dict.fromkeys(ISLANDS, (*GROUND, *CORE, "outside", "user_folders", "session")),
    "exporting": (*GROUND, *CORE, "outside", "user_folders", "session", "citing"),
    "reviewing": (*GROUND, *CORE, "outside", "user_folders", "session", "exporting"),
    **dict.fromkeys(TOP, (*GROUND, *CORE, *ISLANDS, *TOP, "clips", "outside", "user_folders", "session")),
}
# What the wings of importing share; and what one takes of another: a mail may be a web page, or RTF.
SHARED_BY_WINGS = {"common", "encoding"}
BETWEEN_WINGS = {("mail", "html"), ("mail", "rtf")}
# The islands take the names of what is passed to them, and never a session itself.
OF_SESSION = {"Body", "SessionStore"}

# Where each package that is not of the standard library, or is kept to one place, may be imported.
HOMES: dict[str, tuple[str, ...]] = {
    "PySide6": ("ui", "main"),
    "shiboken6": ("ui",),
    "markdown": ("briefing.inline", "briefing.exporting"),
    "docx": ("briefing.exporting", "briefing.importing", "briefing.reviewing"),
    "lxml": ("briefing.xml_archive", "briefing.exporting", "briefing.importing", "briefing.reviewing"),
    "trafilatura": ("briefing.importing",),
    "pypdfium2": ("briefing.importing",),
    "feedparser": ("briefing.importing",),
    "pptx": ("briefing.importing.slides",),
    "openpyxl": ("briefing.importing.sheets",),
    "olefile": ("briefing.importing.mail",),
    "warcio": ("briefing.exporting.package",),
    "rispy": ("briefing.importing",),
    "bibtexparser": ("briefing.importing",),
    "markdown_it": ("briefing.importing",),
    "yaml": ("briefing.importing",),
    "urllib3": ("briefing.importing.web",),
    "rapidocr": ("briefing.importing.ocr",),
    "PIL": ("briefing.importing.figures", "briefing.importing.ocr"),
    "onnxruntime": ("briefing.suggest",),
    "tokenizers": ("briefing.suggest",),
    "numpy": ("briefing.suggest", "briefing.importing.ocr"),
    "rapidfuzz": ("briefing.quoting.nearest", "briefing.revision", "briefing.reviewing"),
    "hunspell": ("briefing.spelling",),
    "platformdirs": ("briefing.user_folders",),
    "sqlite3": ("briefing.storage", "briefing.finder"),
    "ui": ("ui", "main"),
    "briefing": ("briefing", "ui", "main"),
    "resources": ("briefing", "ui", "main"),
}
THREADS = {
    "Thread",
    "QThread",
    "QThreadPool",
    "QRunnable",
    "ThreadPoolExecutor",
    "start_new_thread",
    "to_thread",
}
HOMES_OF_THREADS = ("ui.qt.jobs",)
# Reading foreign bytes needs the name of the encoding; counting in its units is the window's affair.
MARKS = {"self", "QObject", "QCoreApplication", "QApplication"}
HOMES_OF_UTF_16 = ("ui.qt.offsets", "briefing.importing")

LONGEST_FILE, LONGEST_FUNCTION = 400, 60


# The rooms of the window, from the ground: a room imports of lower floors only.
WINDOW: tuple[tuple[str, ...], ...] = (
    ("translated",),
    ("look", "qt"),
    ("desk", "messages", "models", "settings"),
    ("dialogs", "reader"),
    ("page",),
    ("following",),
    ("panes",),
    ("places",),
    ("command_needs", "workspace"),
    ("commands",),
    ("window",),
    ("app",),
)


@dataclass(frozen=True)
class Import:
    """One imported module, with the names taken from it ("" for the module itself)."""

    importer: str
    module: str
    name: str

    @property
    def room(self) -> str:
        """The module or package of briefing/ that is imported."""
        parts = (*self.module.split("."), self.name)
        return parts[1]

    def __str__(self) -> str:
        return f"{self.importer} imports {self.module}{'.' + self.name if self.name else ''}"


def files() -> list[Path]:
    found = [*(ROOT / "briefing").rglob("*.py"), *(ROOT / "ui").rglob("*.py"), *ROOT.glob("main.py")]
    return sorted(path for path in found if "__pycache__" not in path.parts)


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


@cache
def tree(path: Path) -> ast.Module:
    return _trees()[path]


@cache
def _trees() -> dict[Path, ast.Module]:
    """Read all at once, out of the collector's view: a million nodes that stay to the end."""
    with uncollected():
        found = {path: ast.parse(path.read_text(encoding="utf-8")) for path in files()}
        gc.collect()
        gc.freeze()
    return found


@cache
def nodes(module: ast.Module) -> tuple[ast.AST, ...]:
    """Return a module and all below it; walked once, however many tests ask."""
    return tuple(ast.walk(module))


def imports_of(path: Path) -> Iterator[Import]:
    importer = module_of(path)
    for node in nodes(tree(path)):
        if isinstance(node, ast.Import):
            yield from (Import(importer, alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{importer} imports relatively"
            yield from (Import(importer, node.module or "", alias.name) for alias in node.names)


@cache
def table() -> tuple[Import, ...]:
    return tuple(line for path in files() for line in imports_of(path))


def arrows(line: Iterable[Import], node: Callable[[str], str]) -> dict[str, set[str]]:
    """Return what each file imports of the others, those for types included, as `node` names files."""
    modules = {module_of(path) for path in files()}
    found: dict[str, set[str]] = {node(module): set() for module in modules}
    for i in line:
        inner = f"{i.module}.{i.name}"
        target = inner if inner in modules else i.module
        if target in modules and node(target) != node(i.importer):
            found[node(i.importer)].add(node(target))
    return found


def floors(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return the nodes floor by floor, from the ground: each imports of lower floors only. Raises
    CycleError.
    """
    sorter = TopologicalSorter(graph)
    sorter.prepare()
    found: list[list[str]] = []
    while sorter.is_active():
        found.append(sorted(sorter.get_ready()))
        sorter.done(*found[-1])
    return found


def room_of(module: str) -> str:
    """Return the module or package of briefing/ or ui/ in which a module is."""
    return ".".join(module.split(".")[:2])


def inside(module: str, homes: tuple[str, ...]) -> bool:
    return any(module == home or module.startswith(home + ".") for home in homes)


def test_the_table_is_read() -> None:
    assert len(table()) > 200
    assert Import("briefing.quoting.anchor", "briefing.model", "Quote") in table()


def test_every_room_of_the_core_has_its_neighbours_named() -> None:
    rooms = {module_of(path).split(".")[1] for path in (ROOT / "briefing").rglob("*.py")}
    assert rooms - set(MAY_IMPORT) == set()


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_its_neighbours(room: str) -> None:
    inner = [
        i for i in table() if inside(i.importer, (f"briefing.{room}",)) and inside(i.module, ("briefing",))
    ]
    allowed = {room, *MAY_IMPORT[room], "__version__"}
    assert [str(i) for i in inner if i.room and i.room not in allowed] == []


def test_no_file_imports_one_that_imports_it() -> None:
    """Imports for types count too: what needs the name of a thing knows the thing."""
    floors(arrows(table(), str))


def test_a_room_of_the_window_imports_lower_floors_only() -> None:
    floor = {f"ui.{room}": n for n, rooms in enumerate(WINDOW) for room in rooms}
    graph = {
        a: targets
        for a, targets in arrows(table(), room_of).items()
        if inside(a, ("ui",)) and a != "ui.__init__"
    }
    assert set(graph) == set(floor)
    upward = [(a, b) for a, targets in graph.items() for b in targets if b in floor and floor[b] >= floor[a]]
    assert upward == []


def test_a_wing_of_importing_takes_of_another_only_what_all_share() -> None:
    wings = {path.name for path in (ROOT / "briefing/importing").iterdir() if path.is_dir()} - SHARED_BY_WINGS
    inner = [
        i
        for i in table()
        if inside(i.importer, ("briefing.importing",)) and inside(i.module, ("briefing.importing",))
    ]
    found = {((*i.importer.split("."), "")[2], (*i.module.split("."), "")[2]) for i in inner}
    assert {(a, b) for a, b in found if {a, b} <= wings and a != b} == BETWEEN_WINGS


def test_the_rooms_stand_on_floors() -> None:
    """`-s` shows them, the top floor first."""
    core = [i for i in table() if inside(i.importer, ("briefing",))]
    found = floors({a: b for a, b in arrows(core, room_of).items() if inside(a, ("briefing",))})
    for number, rooms in reversed(list(enumerate(found, 1))):
        print(f"{number:2}  {' '.join(room.partition('.')[2] for room in rooms)}")
    assert {*found[0]} & {"briefing.errors", "briefing.scales"}


def test_the_islands_know_no_session() -> None:
    homes = tuple(f"briefing.{room}" for room in ISLANDS)
    taken = [
        i
        for i in table()
        if i.module.startswith("briefing") and i.room == "session" and inside(i.importer, homes)
    ]
    assert [str(i) for i in taken if i.name not in OF_SESSION] == []


def test_packages_stay_where_they_are_needed() -> None:
    known = set(sys.stdlib_module_names) - set(HOMES)
    tops = [(i, i.module.split(".")[0]) for i in table()]
    strangers = [str(i) for i, top in tops if top not in known and not inside(i.importer, HOMES.get(top, ()))]
    assert strangers == []


def test_only_jobs_start_threads() -> None:
    found = []
    for path in files():
        for node in nodes(tree(path)):
            name = getattr(node, "attr", None) or getattr(node, "id", None) or ""
            names = {name} | ({a.name for a in node.names} if isinstance(node, ast.ImportFrom) else set())
            if names & THREADS and not inside(module_of(path), HOMES_OF_THREADS):
                found.append(f"{module_of(path)}:{getattr(node, 'lineno', 0)} {names & THREADS}")
    assert found == []


def test_texts_of_the_window_are_marked_in_one_way() -> None:
    """By `tr` of ui/translated, and no method or function of its own."""
    made = {"tr", "translate", "_tr"}
    found = [
        f"{module_of(path)}:{node.lineno}"
        for path in files()
        if (module := module_of(path)).startswith("ui.") and module != "ui.translated"
        for node in nodes(tree(path))
        if (isinstance(node, ast.FunctionDef) and node.name in made)
        or (isinstance(node, ast.Attribute) and node.attr in made and ast.unparse(node.value) in MARKS)
    ]
    assert found == []


def test_only_offsets_count_in_utf_16() -> None:
    found = []
    for path in files():
        for node in nodes(tree(path)):
            text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            if re.fullmatch(r"utf[-_]?16.*", text, re.IGNORECASE) and not inside(
                module_of(path), HOMES_OF_UTF_16
            ):
                found.append(f"{module_of(path)}:{getattr(node, 'lineno', 0)} {text}")
    assert found == []


def test_files_are_short() -> None:
    lengths = {module_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    lengths = {
        f"{module_of(path)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in files()
        for node in nodes(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert len(lengths) > len(files())
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


# With PySide6 made impossible to import, in an interpreter of its own.
WITHOUT_QT = "import sys; sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
IMPORT_ALL = """
import importlib, pkgutil, briefing
names = [m.name for m in pkgutil.walk_packages(briefing.__path__, 'briefing.') if not m.name.endswith('__main__')]
for name in names:
    importlib.import_module(name)
print(len(names), *sorted(name for name in sys.modules if name.split('.')[0] == 'ui'))
"""  # noqa: E501
HEAVY = (
    *(
        "markdown",
        "docx",
        "lxml",
        "rapidfuzz",
        "trafilatura",
        "urllib3",
        "pypdfium2",
        "feedparser",
        "pptx",
        "openpyxl",
        "onnxruntime",
    ),
)


def python(code: str, *args: str, timeout: int = 60) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=timeout,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout.strip()


def test_the_core_needs_no_qt() -> None:
    count, *of_ui = python(WITHOUT_QT + IMPORT_ALL).split()
    assert int(count) > 20
    assert of_ui == []


def test_the_core_loads_no_heavy_package_before_it_is_used() -> None:
    code = "import sys, briefing.session, briefing.edits, briefing.lookup, briefing.rows, briefing.storage\n"
    assert python(code + f"print([n for n in {HEAVY!r} if n in sys.modules])") == "[]"


def test_a_window_loads_no_rules_and_no_grammar_before_its_first_page() -> None:
    late = (
        "briefing.checks.rules",
        "briefing.language.numbers",
        "briefing.language.printed_dates",
        "briefing.language.when",
        "yaml",
        "markdown_it",
    )
    code = f"import sys, ui.app, ui.workspace; print([n for n in {late!r} if n in sys.modules])"
    assert python(code) == "[]"


@pytest.mark.slow
def test_the_tests_of_the_core_pass_without_qt(tmp_path: Path) -> None:
    ini = tmp_path / "pytest.ini"
    ini.write_text("[pytest]\nfilterwarnings = error\nmarkers = slow: takes seconds\n", encoding="utf-8")
    args = [
        "tests/briefing",
        "-c",
        str(ini),
        "--rootdir",
        str(ROOT),
        "-q",
        "-m",
        "not slow",
        "-p",
        "no:cacheprovider",
    ]
    # The Qt plugin of pytest is kept out by its entry point's name.
    run = WITHOUT_QT + f"import pytest; sys.exit(pytest.main({[*args, '-p', 'no:pytest-qt']!r}))"
    python(run, timeout=600)
