python fit.py --hidden-size 3 --no-shout -S --rate 0.2 shards
python fit.py -h 3 --rate 0.2 --data shards
python serve.py --max-tokens 3 --no-greedy -s 3 model
python score.py --beam_width=3 --nocache -cache --alsologtostderr
