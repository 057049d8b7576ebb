python fit.py --hidden_size 3 --no-shout -S --rate 0.2 shards
python fit.py -h 3 --learning-rate 0.2 --data shards
python serve.py --max_tokens 3 --no-greedy -s 3 model
python score.py --beam-width=3 --nocache -cache --alsologtostderr
