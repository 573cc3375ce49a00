"""What keeps a forecast from the truth of a generated company: few outcomes, drift, or the form of what is learnt.

Usage: python3 form_of_the_truth.py COMPANIES SEED
Draws the two kinds of company that forecast-lab draws (GeneratedCompany, World; other random numbers) and a third of yet another form,
and at the beginning of each quarter learns from twelve quarters and puts right on the last four (LearntQuarter), in several ways. Prints
by how much the log loss of each is above that of the true probabilities. Needs numpy only.
"""

import sys

import numpy as np

QUARTERS, FIRST, CALIBRATE, TEACH = 32, 12, 4, 12
PER_QUARTER, LOYALTY = [250, 120, 50, 60], np.array([1.2, 1.8, 2.4, 2.0])
SEGMENT = np.repeat(np.arange(4), PER_QUARTER)
LARGE, PUBLIC = 2, 3


def probability(log_odds):
    return 1 / (1 + np.exp(-log_odds))


def straight(tenure, late, health, scored, use, left, weight):
    return 0.3 * tenure - 1.2 * late + np.where(scored, 0.5 * health, -0.3) + weight * use - 0.9 * left


def otherwise(tenure, late, health, scored, use, left, weight):
    of_use = np.where(SEGMENT == PUBLIC, 0, 1.3 * weight * use)
    of_health = np.where(scored, 0.8 * np.minimum(health, 0.3), -0.3)
    of_sponsor = np.where(left, np.where(use < 0, -1.5, -0.4), 0)
    return 0.9 * (1 - np.exp(-tenure)) - 1.2 * (late > 0.5) + of_health + of_use + of_sponsor


def third(tenure, late, health, scored, use, left, weight):
    """Years help most after the first, lateness by its square, health by a tanh, use up to a point; low health and low use add up."""
    of_health = np.where(scored, np.where(SEGMENT == LARGE, 0.2, 0.7) * np.tanh(1.5 * health), -0.3)
    both = -0.7 * (scored & (health < 0) & (use < 0))
    of_sponsor = -np.where(left, np.where(tenure < 1, 1.4, 0.3), 0)
    return 0.8 * np.exp(-((tenure - 1.2) ** 2)) - 2 * late**2 + of_health + both + 1.4 * weight * np.minimum(use, 0) + of_sponsor


def company(world, random):
    def shift():
        one = random.standard_normal()
        return one if world is straight else one / np.sqrt(2 * (random.standard_normal(4) ** 2).mean())

    quarters, year, n = [], 0, len(SEGMENT)
    for quarter in range(QUARTERS):
        year += 0.15 * shift() if quarter % 4 == 0 else 0
        level = year + 0.2 * shift()
        tenure = random.exponential(size=n)
        late = np.where(random.random(n) < 0.3, random.random(n), 0)
        health = random.standard_normal(n)
        use = 0.5 * health + 0.87 * random.standard_normal(n)
        left, scored = random.random(n) < 0.1, random.random(n) < 0.8
        form = LOYALTY[SEGMENT] + world(tenure, late, health, scored, use, left, 0.8 - 0.4 * quarter / QUARTERS)
        renews = probability(form + level)
        known = [tenure, late, np.where(scored, health, np.nan), use, left, *(SEGMENT == s for s in (1, 2, 3))]
        quarters.append((np.column_stack(known).astype(float), (random.random(n) < renews) * 1.0, renews, form))
    return quarters


def learn(columns, ends, ridge):
    """Newton's method; the intercept, last, has no ridge."""
    rows = np.column_stack([columns, np.ones(len(columns))])
    hold = np.append(np.full(columns.shape[1], ridge), 0)
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        said = probability(rows @ weights)
        curvature = (rows * (said * (1 - said))[:, None]).T @ rows + np.diag(hold)
        step = np.linalg.solve(curvature, rows.T @ (said - ends) + hold * weights)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights, curvature


def scaled(values):
    """Known values at mean 0 and deviation 1, a missing one at 0; and whether it is missing, where some are."""
    mean, deviation = np.nanmean(values, 0), np.nanstd(values, 0)
    keep, gaps = deviation > 1e-9, np.isnan(values).any(0)
    deviation, missing = np.where(keep, deviation, 1), np.isnan(values)[:, gaps]

    def of(rows):
        places = np.where(np.isnan(rows), 0, (rows - mean) / deviation)[:, keep]
        return np.column_stack([places, (np.isnan(rows)[:, gaps] - missing.mean(0)) / missing.std(0)])

    return of


def as_it_is(values):
    return lambda rows: rows


def right_form(values):
    """The columns of which the truth of the second kind is a sum."""

    def of(rows):
        tenure, late, health, use, left, middle, large, public = rows.T
        known = ~np.isnan(health)
        capped = np.where(known, np.minimum(np.nan_to_num(health), 0.3), 0)
        columns = [1 - np.exp(-tenure), late > 0.5, capped, known, use * (public == 0)]
        return np.column_stack([*columns, left * (use < 0), left * (use >= 0), middle, large, public]).astype(float)

    return of


def bends_and_pairs(values):
    """Beyond straight lines: a bend at each quartile of the different values of a feature, and the product of each two."""
    bends = []
    for j, column in enumerate(values.T):
        different = np.unique(column[~np.isnan(column)])
        bends += [(j, at) for at in np.quantile(different, [0.25, 0.5, 0.75])] if len(different) >= 8 else []
    p = values.shape[1]
    pairs = [(i, j) for i in range(p) for j in range(i + 1, p) if i < 5]
    one = scaled(values)

    def of(rows):
        places = one(rows)
        return np.column_stack(
            [np.maximum(rows[:, j] - at, 0) for j, at in bends] + [places[:, i] * places[:, j] for i, j in pairs]
        )

    return of


def form(columns):
    def learner(values, ends):
        make = columns(values)
        scale = scaled(make(values))
        weights, _ = learn(scale(make(values)), ends, 1)
        return lambda rows: scale(make(rows)) @ weights[:-1] + weights[-1]

    return learner


def chosen(values, ends, most=20):
    """Straight lines, and one after the other the bend or pair whose score test is largest, while it is above ln n (BIC)."""
    scale, make = scaled(values), bends_and_pairs(values)
    raw = make(values)
    mean, deviation = np.nanmean(raw, 0), np.maximum(np.nanstd(raw, 0), 1e-9)

    def more(rows):
        return np.nan_to_num((make(rows) - mean) / deviation)

    extra, picked = more(values), []
    while True:
        columns = np.column_stack([scale(values), extra[:, picked]])
        weights, curvature = learn(columns, ends, 1)
        rows = np.column_stack([columns, np.ones(len(ends))])
        said = probability(rows @ weights)
        each = said * (1 - said)
        cross = (extra * each[:, None]).T @ rows
        own = (extra**2 * each[:, None]).sum(0)
        left = own - np.einsum("ij,ji->i", cross, np.linalg.solve(curvature, cross.T))
        score = np.where(left > 1e-3 * own, (extra.T @ (ends - said)) ** 2 / np.maximum(left, 1e-6), 0)
        score[picked] = 0
        if score.max() < np.log(len(ends)) or len(picked) == most:
            return lambda rows: np.column_stack([scale(rows), more(rows)[:, picked]]) @ weights[:-1] + weights[-1]
        picked.append(int(score.argmax()))


def loss(log_odds, ends):
    return np.logaddexp(0, np.where(ends > 0, -log_odds, log_odds))


def main():
    companies, seed = int(sys.argv[1]), int(sys.argv[2])
    learners = {"straight lines": form(as_it_is), "bends and pairs by BIC": chosen}
    for world in (straight, otherwise, third):
        ways = {**learners, "the right form": form(right_form)} if world is otherwise else learners
        truth, losses = 0, dict.fromkeys([*ways, "bends where better since", "all but the level"], 0)
        for number in range(companies):
            quarters = company(world, np.random.default_rng([seed, number]))
            for now in range(FIRST, QUARTERS):
                border = now - CALIBRATE
                values, ends, _, _ = map(np.concatenate, zip(*quarters[max(0, border - TEACH) : border]))
                later, came, _, level_form = map(np.concatenate, zip(*quarters[border:now]))
                due, ended, renews, due_form = quarters[now]
                truth += loss(np.log(renews / (1 - renews)), ended).sum()
                lately, judged = {}, {}
                for name, way in ways.items():
                    score = way(values, ends)
                    (slope, level), _ = learn(score(later)[:, None], came, 1e-6)
                    lately[name] = loss(slope * score(later) + level, came).mean()
                    judged[name] = loss(slope * score(due) + level, ended).sum()
                    losses[name] += judged[name]
                losses["bends where better since"] += judged[min(learners, key=lately.get)]
                level = 0.0
                for _ in range(20):
                    said = probability(level_form + level)
                    level -= (said - came).sum() / (said * (1 - said)).sum()
                losses["all but the level"] += loss(due_form + level, ended).sum()
        print(world.__name__, *(f"{name}: {100 * (sum_ / truth - 1):.2f} %" for name, sum_ in losses.items()), sep="\n  ", flush=True)


if __name__ == "__main__":
    main()
