"""The logistic regression of forecast-lab, by scikit-learn, for agreement of coefficients and for time.

Usage: python3 sklearn_logistic.py MATRIX.csv FOLDS SEED
MATRIX.csv has the columns fold, account, lost and then the features; accounts are numbered from 0 as they come, an empty cell is a
missing value. Accounts are dealt into folds, lost where any contract of theirs was. With FOLDS 0 the column fold counts parts by date: a part is learnt from those before it, without the one just before it (but for the first).
Prints one JSON object; needs numpy and scikit-learn 1.2 or newer.
"""

import csv
import json
import sys
import time

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold


def read(path):
    with open(path, newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        table = np.array([[float(cell) if cell else np.nan for cell in row] for row in rows])
    return header[3:], *table[:, :3].astype(int).T, table[:, 3:]


def columns(features, values):
    """Scales known values to mean 0 and deviation 1; a missing one is 0 and has a column of its own."""
    names, means, deviations, missing = [], [], [], []
    for j, name in enumerate(features):
        known = values[~np.isnan(values[:, j]), j]
        if known.size and known.std() > 1e-6 * max(1, abs(known.mean())):
            names.append(name), means.append(known.mean()), deviations.append(known.std()), missing.append((j, False))
        share = np.isnan(values[:, j]).mean()
        if 0 < share < 1:
            names.append(name + " missing"), means.append(share), deviations.append(np.sqrt(share * (1 - share)))
            missing.append((j, True))

    def scale(rows):
        out = []
        for mean, deviation, (j, absent) in zip(means, deviations, missing):
            unknown = np.isnan(rows[:, j])
            out.append((unknown - mean) / deviation if absent else np.where(unknown, 0, (rows[:, j] - mean) / deviation))
        return np.column_stack(out)

    return names, scale


def dealt(account, lost, folds, seed):
    """The fold of each row: that of its account."""
    ends = np.zeros(account.max() + 1, dtype=int)
    np.maximum.at(ends, account, lost)
    fold = np.empty(len(ends), dtype=int)
    splitter = StratifiedKFold(folds, shuffle=True, random_state=seed)
    for number, (_, judged) in enumerate(splitter.split(ends, ends)):
        fold[judged] = number
    return fold[account]


def main():
    features, fold, account, lost, values = read(sys.argv[1])
    folds, seed = int(sys.argv[2]), int(sys.argv[3])
    same = bool((dealt(account, lost, folds, seed) == fold).all()) if folds else None
    rounds = []
    for number in sorted(set(fold[fold >= 0])):
        if folds:
            teach = fold != number
        else:
            teach = fold < (number if number == 0 else number - 1)
        names, scale = columns(features, values[teach])
        x, y = scale(values[teach]), lost[teach]
        begin = time.perf_counter()
        usual = LogisticRegression(C=1.0, solver="lbfgs").fit(x, y)
        seconds = time.perf_counter() - begin
        # The usual solver stops some thousandths short of the optimum; this one does not.
        exact = LogisticRegression(C=1.0, solver="newton-cholesky", tol=1e-12, max_iter=1000).fit(x, y)
        rounds.append(
            {
                "intercept": float(exact.intercept_[0]),
                "coefficients": dict(zip(names, map(float, exact.coef_[0]))),
                "usualDifference": float(np.abs(usual.coef_ - exact.coef_).max()),
                "seconds": seconds,
            }
        )
    print(json.dumps({"version": sklearn.__version__, "sameFolds": same, "rounds": rounds}))


if __name__ == "__main__":
    main()
