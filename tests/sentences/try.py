import random, sys, collections, time, traceback
from tests.sentences.random_maps import random_map
from tests.sentences.words import Falsehood
from tests.sentences.totals import judge_totals
t=time.time(); n=0; keys=collections.Counter(); bad=collections.Counter(); shown=0
lo,hi=int(sys.argv[1]),int(sys.argv[2]); trials=len(sys.argv)>3
for seed in range(lo,hi):
    d=random_map(random.Random(seed), 1000 if trials else 100)
    try:
        for s in judge_totals(d, with_trials=trials): n+=1; keys[s.key]+=1
    except Exception as e:
        tb=traceback.extract_tb(e.__traceback__)
        where=[f.name for f in tb if f.name not in('must','<module>')][-1]
        bad[where]+=1
        if bad[where]<=4: print(seed, where, tb[-1].lineno if not isinstance(e,Falsehood) else '', type(e).__name__, str(e)[:300])
print(n, time.time()-t); print(sorted(keys.items())); print(bad)
