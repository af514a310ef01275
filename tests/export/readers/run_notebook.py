"""Runs the cells of a notebook in order and prints what each shows, as Jupyter does.

    python run_notebook.py NOTEBOOK

A warning of a library is a failure.
"""

import ast
import json
import sys
import warnings

warnings.simplefilter("error")


def run(source, scope):
    """The value of the last line, where it is an expression."""
    module = ast.parse(source)
    last = module.body.pop() if module.body and isinstance(module.body[-1], ast.Expr) else None
    exec(compile(module, "cell", "exec"), scope)
    return None if last is None else eval(compile(ast.Expression(last.value), "cell", "eval"), scope)


with open(sys.argv[1], encoding="utf-8") as file:
    notebook = json.load(file)
scope = {"__name__": "__main__"}
for cell in notebook["cells"]:
    if cell["cell_type"] != "code":
        continue
    value = run("".join(cell["source"]), scope)
    if value is not None:
        print(value.to_string() if hasattr(value, "to_string") else value)
