def test_show(experiment):
    assert experiment.predictions_num
    assert experiment.predictions and experiment.ground_truth and experiment.output
