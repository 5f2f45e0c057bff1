import random, sys, collections, time, traceback
from tests.sentences.random_arguments import random_arguments
from tests.sentences.words import Falsehood
from tests.sentences.arguments import judge_arguments
t=time.time(); n=0; keys=collections.Counter(); bad=collections.Counter()
for seed in range(int(sys.argv[1]),int(sys.argv[2])):
    d=random_arguments(random.Random(seed))
    try:
        for s in judge_arguments(d): n+=1; keys[s.key]+=1
    except Exception as e:
        e2=e.__cause__ or e
        tb=traceback.extract_tb(e2.__traceback__)
        where=[f.name for f in tb if f.name not in('must','<module>')][-1]
        bad[where]+=1
        if bad[where]<=3: print(seed, d.get(__import__('desktop_app.model.records',fromlist=['Map']).Map,1).method.value, where, tb[-1].lineno if not isinstance(e,Falsehood) else '', type(e).__name__, str(e)[:900])
print(n, time.time()-t); print(sorted(keys.items())); print(bad)
