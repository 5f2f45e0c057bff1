import random, sys
from tests.sentences.random_maps import random_map
from tests.sentences.scoring import read_scores, stretch
from tests.weighing.maps import MAP
from desktop_app.weighing.results import weigh
from desktop_app.weighing.robustness.report import report
for seed in map(int, sys.argv[1:]):
    d=random_map(random.Random(seed)); s=read_scores(d)
    print('=====',seed, 'locked',s.locked,'shared',s.shared,'red',{k:float(v) for k,v in s.red_lines.items()})
    print('shares',{k:round(float(v),4) for k,v in s.shares.items()})
    for a in s.options:
        print(a, [ (f"{float(c.likely):g}" + ('' if c.low==c.high else f"[{float(c.low):g},{float(c.high):g}]")) if (c:=s.cells.get((a,k))) else '-' for k in s.criteria], [round(float(x),3) for x in s.totals.get(a,())], s.ranks.get(a))
    r=report(d, weigh(d,MAP))
    if r:
        for x in r.sentences: print('  ',x.key,'|',x)
