"""Empty modules in the place of libraries that a project imports but that reading its data does not need.

Of three the one thing that is needed is here: jsonlines reads and writes lines, torchvision's ToTensor does as its documentation says, and
pyfiglet draws nothing.
"""

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import re
import sys
import types

used = set()


class Empty(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _class(name) if name[0].isupper() else importlib.import_module(f"{self.__name__}.{name}")

    def __call__(self, *arguments, **options):
        """As a decorator that changes nothing."""
        return arguments[0] if len(arguments) == 1 and callable(arguments[0]) and not options else lambda made: made


def _class(name):
    return type(name, (), {"__init__": lambda self, *a, **k: None, "__class_getitem__": classmethod(lambda cls, item: cls),
                           "renderText": lambda self, text: text, "register_subclass": classmethod(lambda cls, *a, **k: lambda made: made)})


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, names):
        self.names = names

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in self.names:
            used.add(name.split(".")[0])
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return Empty(spec.name)

    def exec_module(self, module):
        if module.__name__ == "jsonlines":
            module.open = _json_lines
        elif module.__name__ == "torchvision":
            module.__version__ = "0"
        elif module.__name__ == "torchvision.transforms":
            module.ToTensor = _ToTensor


def allow(*names):
    """Libraries of these names may be stood in for; those that are installed are used."""
    sys.meta_path.append(Finder([name for name in names if importlib.util.find_spec(name) is None]))


class _ToTensor:
    """Height x width x channels in 0 to 255 becomes channels x height x width in 0 to 1."""

    def __call__(self, picture):
        import numpy
        import torch
        samples = numpy.array(picture)
        samples = samples[:, :, None] if samples.ndim == 2 else samples
        return torch.from_numpy(samples.transpose(2, 0, 1).copy()).float().div(255)


class _Lines:
    def __init__(self, file):
        self.file = file

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.file.close()

    def __iter__(self):
        import json
        return (json.loads(line) for line in self.file if line.strip())

    def write(self, value):
        import json
        self.file.write(json.dumps(value) + "\n")

    def write_all(self, values):
        for value in values:
            self.write(value)


def _json_lines(path, mode="r"):
    return _Lines(open(path, mode, encoding="utf-8"))


class _OlderSyntax(importlib.machinery.SourceFileLoader):
    """Type parameters as they were written before Python 3.12; they mean nothing when a program runs."""

    def source_to_code(self, data, path, *, _optimize=-1):
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        text = re.sub(r"^type (\w+) = (.*)$", r"\1 = \2", text, flags=re.M)
        parameters = set()

        def plain(match):
            names = [parameter.split(":")[0].strip() for parameter in match[3].split(",")]
            parameters.update(names)
            if match[1] == "def":
                return f"def {match[2]}{match[4]}"
            bases = match[4].strip("()")
            return f"class {match[2]}({bases + ', ' if bases else ''}__import__('typing').Generic[{', '.join(names)}])"

        text = re.sub(r"^(class|def) (\w+)\[([^\]]+)\](\([^)]*\)|)", plain, text, flags=re.M)
        declared = "".join(f"{name} = __import__('typing').TypeVar('{name}'); " for name in sorted(parameters))
        if declared:
            # Behind the imports from __future__, which must come first; on one line that is there already.
            lines = text.split("\n")
            at = next(number for number, line in enumerate(lines) if line.startswith(("import ", "from ")) and "__future__" not in line)
            lines[at] = declared + lines[at]
            text = "\n".join(lines)
        return super().source_to_code(text.encode("utf-8"), path, _optimize=_optimize)


def older_syntax(folder):
    """Lets a Python before 3.12 import a checkout that is written for it."""
    if sys.version_info < (3, 12):
        finder = importlib.machinery.FileFinder.path_hook((_OlderSyntax, [".py"]))
        sys.path_hooks.insert(0, lambda path: finder(path) if path.startswith(folder) else _elsewhere(path))
        sys.path_importer_cache.clear()
        sys.dont_write_bytecode = True


def _elsewhere(path):
    raise ImportError(path + " is none of that")
