"""The import contract inside an area: its modules fall into layers by the first word of their names."""

from typing import Any

from grimp import ImportGraph, Layer
from importlinter.application import output
from importlinter.domain import fields
from importlinter.domain.contract import Contract, ContractCheck


class AreaLayers(Contract):
    """`actions` and every `actions_SUBJECT` are one layer, and so on, in each package of `areas`; highest layer first.

    import-linter's own contract of layers wants every module by its full name, and lets an unnamed one pass.
    """

    type_name = "area_layers"
    areas = fields.StringField()
    layers = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        broken = sorted(
            found
            for area in graph.find_children(str(self.areas))
            for found in graph.find_illegal_dependencies_for_layers(self._layers(graph, area))
        )
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for found in check.metadata["broken"]:
            for route in found.routes:
                chain = [min(route.heads), *route.middle, min(route.tails)]
                output.print_error(f"{found.importer} is not allowed to import {found.imported}: {' -> '.join(chain)}")

    def _layers(self, graph: ImportGraph, area: str) -> list[Layer]:
        modules = graph.find_children(area)
        names: Any = self.layers
        members = [[one for one in modules if _first_word(one) == name] for name in names]
        return [Layer(*found, independent=False) for found in members if found]


def _first_word(module: str) -> str:
    return module.rpartition(".")[2].partition("_")[0]
