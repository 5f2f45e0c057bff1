"""Results with other weights of the criteria, for a preview: nothing is weighed anew but the totals."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from desktop_app.model.ids import CriterionId
from desktop_app.weighing.criteria.matrix import Matrix, option_results
from desktop_app.weighing.criteria.totals import normalised, weighted_total
from desktop_app.weighing.results import Results


def reweighed(results: Results, weights: Mapping[CriterionId, float]) -> Results:
    """The results as they would be under other raw weights.

    Args:
        results: of a map.
        weights: raw, 0…100, of every criterion of that map.
    """
    columns = list(results.weights)
    shares = normalised([weights[criterion] for criterion in columns])
    matrix = Matrix(
        weights=MappingProxyType(dict(zip(columns, shares, strict=True))),
        cells=results.cells,
        totals={
            option: weighted_total(shares, [results.cells[option, criterion].score for criterion in columns])
            for option in results.options
        },
    )
    leanings = {option: result.leaning for option, result in results.options.items()}
    return replace(results, weights=matrix.weights, options=MappingProxyType(option_results(matrix, leanings)))
