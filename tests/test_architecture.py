"""The package as a whole: what its modules are called, what they say of themselves, and how they hang together."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Final

import grimp

PACKAGE = Path(__file__).parents[1] / "claims"
MODULES = sorted(PACKAGE.rglob("*.py"))
SAME_MEANING: Final = {
    # A command has the name of what it shows or does, and so has the module that it calls.
    "decisions", "groups", "reviewers", "serve", "speakers", "verdicts",
    # The desk has a part for each of the ledger's that it works with.
    "adding", "searching",
    # A step of record linkage, over claims in merging, over speakers in linking.
    "blocking", "clustering",
    # What a model is given, and the model: the network's in extraction, the regression's in merging.
    "features", "model",
    # How a text is laid out: found from its lines in reading, read by a tagger in extraction.
    "layout",
    # A text's words with their places; for coreference each with its sentence, too.
    "tokens",
    # The record, and how reading makes one.
    "article",
    # What a room is there for, in a module of the room's own name.
    "corpus", "ledger", "linking",
}  # fmt: skip
"""Module names that stand in several rooms for one thing."""
Named = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def test_a_module_name_means_one_thing() -> None:
    homes = defaultdict(list)
    for module in grimp.build_graph("claims").modules:
        homes[module.rpartition(".")[2]].append(module)
    twice = {name: sorted(modules) for name, modules in homes.items() if len(modules) > 1}
    assert {name: twice[name] for name in twice.keys() - SAME_MEANING} == {}
    assert SAME_MEANING - twice.keys() == set(), "these names stand in one room only by now"


def test_a_class_name_means_one_thing() -> None:
    homes = defaultdict(list)
    for path in MODULES:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                homes[node.name].append(path)
            if isinstance(node, ast.Assign) and "TypeVar" not in ast.dump(node.value):  # a name for a type
                for name in filter(lambda target: isinstance(target, ast.Name), node.targets):
                    homes[ast.unparse(name)].append(path)
    public_types = {name for name in homes if name[0].isupper() and not name.isupper()}
    assert {name: homes[name] for name in public_types if len(homes[name]) > 1} == {}


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = grimp.build_graph("claims")
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(imports).prepare()  # raises CycleError with the circle


def public(node: ast.AST) -> Iterator[Named]:
    """The public classes and functions under a module or class, and those under them."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Named) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public(child)


def test_every_public_name_says_what_it_is() -> None:
    silent = []
    for path in MODULES:
        module = ast.parse(path.read_text("utf-8"))
        silent += [f"{path}: {node.name}" for node in public(module) if not ast.get_docstring(node)]
        silent += [] if ast.get_docstring(module) else [str(path)]
    assert silent == []


def test_a_dataclass_of_many_fields_says_what_each_is() -> None:
    unsaid = {
        f"{path.relative_to(PACKAGE)}: {node.name}": fields
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and (fields := unexplained(node))
    }
    assert unsaid == {}


def unexplained(node: ast.ClassDef) -> list[str]:
    """The fields of a class of many that neither its docstring names nor a string below them explains."""
    fields = {}
    for statement, following in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            fields[statement.target.id] = isinstance(following, ast.Expr)
    named = set(re.findall(r"\w+", ast.get_docstring(node) or ""))
    return (
        [name for name, said in fields.items() if not said and name not in named] if len(fields) > 6 else []
    )


def test_no_module_hides_a_name_that_is_imported_when_asked_for() -> None:
    hidden = {}
    for path in PACKAGE.rglob("__init__.py"):
        package = import_module(".".join(("claims", *path.parent.relative_to(PACKAGE).parts)))
        modules = {found.name for found in iter_modules(package.__path__)}
        asked_for = {name for names in vars(package).get("_MODULES", {}).values() for name in names}
        if both := modules & asked_for:
            hidden[package.__name__] = both
    assert hidden == {}
