"""The simulation of benches/rivals/lanes.mjs in numpy: whole columns at a time, random numbers of its own.

Reads {groups, estimates: {path: [low, likely, high]}, points, seeds} and writes, for each seed, how many seconds it
took and P10, P50 and P90 of the net value.
"""

import json
import sys
import time

import numpy as np


def circles(people):
    lowest, highest = np.ceil(people / 10), np.floor(people / 5)
    usual = np.minimum(highest, np.maximum(lowest, np.floor(people / 8 + 0.5)))
    return np.where(lowest > highest, lowest, usual)


def net(groups, estimates, points, random):
    def of(path):
        low, likely, high = estimates[path]
        mode = (likely - low) / (high - low)
        return low + (high - low) * random.beta(1 + 4 * mode, 5 - 4 * mode, points)

    cost, replaced = of('groups[0].labourCostPerHour'), of('groups[0].replacementShare')
    session, preparation = of('profCircles.sessionHours'), of('profCircles.preparationHours')
    formal, talk, taking = of('learning.formal.hours'), of('learning.developmentTalks.hours'), of('groups[0].participation')
    effective = 38 * of('calendar.effectiveWeeks') * (1 - of('calendar.sicknessRate'))
    session_hours = 6 * (session + preparation)
    per_employment = of('learning.weekCycles.count') * of('learning.weekCycles.minutes') / 60 + of('learning.profTrack.hours') + formal
    participants = hours = formal_hours = employed = 0
    for group in groups:
        employment = group['fte'] / group['headcount']
        people = np.floor(group['headcount'] * taking + 0.5)
        participants = participants + people
        hours = hours + people * (per_employment * employment + session_hours) + group['headcount'] * talk
        formal_hours = formal_hours + people * formal * employment
        employed = employed + people * employment
    heads = sum(group['headcount'] for group in groups)
    sessions = 6 * circles(participants)
    lines = formal_hours * of('costs[0].amount') + participants * of('costs[1].amount') + sessions * of('costs[2].amount')
    cash = hours * replaced * cost * of('groups[0].replacementCostFactor') + lines * (1 + of('budget.contingency'))
    guided = sessions * (session + of('profCircles.facilitatorPreparationHours')) * cost
    full = cash + guided + (hours * (1 - replaced) + heads * talk) * cost
    base = employed * effective * cost
    payroll = sum(group['fte'] for group in groups) * effective * cost

    lag, half_life = of('value.benefits[0].lagMonths'), of('value.benefits[0].halfLifeMonths')
    leavers = of('value.benefits[1].turnover') * of('value.benefits[1].relativeReduction') * of('value.benefits[1].replacementCostShare') * payroll / 12
    step = (1 + of('value.discountRate')) ** (-1 / 12)
    whole, first = 0.5 ** (1 / half_life), 0.5 ** ((np.ceil(lag) - lag) / half_life)
    uplift = base / 12 * of('value.benefits[0].uplift')
    discount = strength = np.ones(points)
    before, value, year = np.zeros(points), np.zeros(points), np.zeros(points)
    for month in range(1, 37):
        discount = discount * step
        if month <= 12:
            year = year + discount
        active = np.clip(month - lag, 0, 1)
        strength = strength * np.where(before >= 1, whole, np.where(before > 0, first, 1))
        before = active
        a_year_ago = np.clip(month - 12 - lag, 0, 1)
        value = value + (uplift * active * strength + leavers * (active - a_year_ago)) * discount
    return value - full / 12 * year


asked = json.load(sys.stdin)
for seed in range(asked['seeds']):
    start = time.perf_counter()
    values = net(asked['groups'], asked['estimates'], asked['points'], np.random.default_rng(seed))
    told = np.quantile(values, [0.1, 0.5, 0.9]).tolist()
    print(json.dumps({'seconds': time.perf_counter() - start, 'quantiles': told}))
