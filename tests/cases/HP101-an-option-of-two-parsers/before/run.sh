python tool.py fit --metric loss
python tool.py score --metric chrf
