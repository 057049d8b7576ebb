"""Гиперпараметры Tacotron 2 для голоса ruslan: одно место, где они объявлены."""
from text import symbols
from tools import HParams


def create_hparams(hparams_string=None, verbose=False):
    """Создаёт гиперпараметры и применяет поверх них строку `имя=значение,...`."""
    hparams = HParams(
        ################################
        # Experiment Parameters        #
        ################################
        epochs=500000,                            # верхняя граница, обычно останавливает early stopping
        iters_per_checkpoint=1000,                # как часто писать чекпоинт
        save_interval=2000,                       # отдельная копия весов, не перезаписывается
        validate_interval=200,                    # шагов между проверками на валидации
        warmup_steps=2000,                        # линейный разогрев скорости обучения
        seed=1234,
        dynamic_loss_scaling=True,
        fp16_run=True,                            # на картах без тензорных ядер выключить
        distributed_run=False,                    # несколько видеокарт
        dist_backend='nccl',
        dist_url='tcp://localhost:54321',
        cudnn_enabled=True,
        cudnn_benchmark=False,                    # длины разные, подбор ядер только мешает
        ignore_layers=['embedding.weight'],       # не брать из чужого чекпоинта: алфавит другой
        # то же для MMI: эти слои учатся заново
        mmi_ignore_layers=[
            'decoder.linear_projection.linear_layer.weight',
            'decoder.linear_projection.linear_layer.bias',
            'decoder.gate_layer.linear_layer.weight',
        ],

        ################################
        # Data Parameters              #
        ################################
        load_mel_from_disk=False,                 # True: в списке лежат готовые .npy
        dataset_path='data/',                     # корень, пути в списках считаются от него
        training_files='data/dataset/train.csv',  # строки вида «файл|текст»
        validation_files='data/dataset/val.csv',
        text_cleaners=['transliteration_cleaners_with_stress'],  # ударения ставим заранее

        ################################
        # Audio Parameters             #
        ################################
        max_wav_value=32768.0,                    # 16 бит
        sampling_rate=22050,                      # Гц
        filter_length=1024,                       # окно БПФ
        hop_length=256,                           # около 11,6 мс
        win_length=1024,
        n_mel_channels=80,
        mel_fmin=0.0,
        mel_fmax=8000.0,                          # выше у голоса почти ничего нет

        ################################
        # Model Parameters             #
        ################################
        n_symbols=len(symbols),                   # размер алфавита
        symbols_embedding_dim=512,

        # Энкодер
        encoder_kernel_size=5,
        encoder_n_convolutions=3,
        encoder_embedding_dim=512,

        # Декодер
        n_frames_per_step=1,                      # другие значения не проверялись
        decoder_rnn_dim=1024,
        prenet_dim=256,
        max_decoder_steps=2500,                   # около 29 секунд звука
        gate_threshold=0.5,                       # выше этой вероятности фраза закончена
        p_attention_dropout=0.1,                  # на выходе attention RNN
        p_decoder_dropout=0.1,                    # на выходе RNN декодера
        p_teacher_forcing=1.0,                    # доля истинных кадров на входе

        # Внимание
        attention_rnn_dim=1024,
        attention_dim=128,
        attention_location_n_filters=32,
        attention_location_kernel_size=31,

        # Постнет
        postnet_embedding_dim=512,
        postnet_kernel_size=5,
        postnet_n_convolutions=5,

        ################################
        # GST Parameters               #
        ################################
        use_gst=True,                             # токены стиля
        ref_enc_filters=[32, 32, 64, 64, 128, 128],  # свёртки опорного энкодера
        ref_enc_size=[3, 3],
        ref_enc_strides=[2, 2],
        ref_enc_pad=[1, 1],
        ref_enc_gru_size=128,
        token_embedding_size=256,
        token_num=8,                              # больше восьми голос не различает
        num_heads=4,
        no_dga=False,                             # True: без динамической подстройки вклада GST

        ################################
        # Optimization Parameters      #
        ################################
        use_saved_learning_rate=False,            # True: продолжить со скоростью из чекпоинта
        learning_rate=1e-3,                       # после разогрева
        learning_rate_decay=0.5,                  # во столько раз, если loss стоит на месте
        learning_rate_decay_patience=2000,        # сколько шагов ждать улучшения
        learning_rate_min=1e-5,                   # Переименовано из min_learning_rate
        weight_decay=1e-6,
        grad_clip_thresh=1.0,                     # норма градиента
        batch_size=48,                            # влезает в 24 ГБ с fp16
        mask_padding=True,                        # добивку нулями не учитывать в loss

        ################################
        # MMI & GAF Parameters         #
        ################################
        use_mmi=True,                             # взаимная информация текста и мела
        drop_frame_rate=0.05,                     # доля кадров, заменённых средним
        use_gaf=True,                             # подстройка веса MMI по градиентам
        update_gaf_every_n_step=3,
        max_gaf=0.5,

        ################################
        # Guided Attention Parameters  #
        ################################
        use_dynamic_guide_loss=True,              # вес guide loss убывает со временем
        guide_loss_initial_weight=0.5,            # пока выравнивания ещё нет
        guide_loss_decay_start=3000,              # шаг, с которого вес начинает убывать
        guide_loss_decay_steps=30000,             # за столько шагов вес дойдёт до нуля

        ################################
        # Regularization Parameters    #
        ################################
        global_mean_npy='ruslan_global_mean.npy',  # средний мел по всей базе, им подменяются кадры
        # Прежние имена, под ними dropout встречается в старых заметках:
        # dropout_rate/encoder_dropout_rate/postnet_dropout_rate (как prenet/postnet_dropout)
        # p_attention_dropout (как attention_dropout)
        dropout_rate=0.3,                         # Prenet; не отключается и при синтезе
        encoder_dropout_rate=0.05,                # свёртки энкодера
        postnet_dropout_rate=0.1,                 # свёртки постнета

        ################################
        # Early Stopping Parameters    #
        ################################
        early_stopping=True,
        early_stopping_patience=15,               # проверок подряд без улучшения
        early_stopping_min_delta=0.0005,          # меньшее улучшение не в счёт

        ################################
        # Alignment Parameters         #
        ################################
        attention_alignment_loss_weight=1.0,      # штраф за уход от диагонали
        use_attention_smoothing=True,
        attention_smoothing_factor=0.1,           # доля равномерного распределения

        # Teacher forcing по расписанию
        use_scheduled_teacher_forcing=True,
        teacher_forcing_start_ratio=1.0,
        teacher_forcing_end_ratio=0.5,            # ниже декодер срывается
        teacher_forcing_decay_start=10000,
        teacher_forcing_decay_steps=50000,

        ################################
        # Stability Parameters         #
        ################################
        use_balanced_sampling=True,               # длинные и короткие фразы поровну
        gradient_accumulation_steps=1,
        max_grad_norm=1.0,                        # предел для GAF, не путать с grad_clip_thresh
        loss_scale_init=512.0,                    # начальный масштаб для fp16
        loss_scale_factor=2.0,

        ################################
        # Attention Type               #
        ################################
        use_forward_attention=False,
        use_location_sensitive_attention=True,
        use_memory_efficient_attention=True,      # считать по кускам, если фраза длинная
        attention_chunk_size=None,                # None: весь текст сразу

        ################################
        # Logging Parameters           #
        ################################
        log_attention_weights=True,
        log_alignment_metrics=True,
        alignment_diagonal_threshold=0.5,         # ниже этого выравнивание считается плохим
        gate_threshold=0.5,                       # порог для метрики gate accuracy
        validation_attention_analysis=True,
        save_attention_plots=True,                # картинки внимания в TensorBoard
        attention_plot_frequency=1000,            # раз в столько шагов
    )

    if hparams_string:
        hparams.parse(hparams_string)

    _check(hparams)
    if verbose:
        for name, value in hparams.values().items():
            print(f'{name} = {value}')
    return hparams


def _check(hparams):
    """Сочетания, с которыми обучение всё равно упадёт, но позже и непонятнее."""
    if hparams.win_length > hparams.filter_length:
        raise ValueError('win_length не может быть больше filter_length')
    if hparams.mel_fmax > hparams.sampling_rate / 2:
        raise ValueError('mel_fmax выше половины sampling_rate')
    if hparams.token_embedding_size % hparams.num_heads:
        raise ValueError('token_embedding_size должен делиться на num_heads')
    if hparams.n_frames_per_step != 1:
        raise ValueError('n_frames_per_step поддерживается только равный 1')
    if not 0.0 < hparams.gate_threshold < 1.0:
        raise ValueError('gate_threshold должен лежать между 0 и 1')
    if hparams.batch_size < 1 or hparams.gradient_accumulation_steps < 1:
        raise ValueError('batch_size и gradient_accumulation_steps начинаются с 1')
