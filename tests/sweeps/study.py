"""What resources/tools/study.py asks Optuna, cut off in the middle: the trial gets what it would have been given.

Ends with 77 (skipped) where Optuna is not installed: bash resources/tools/setup.sh FOLDER, or MICA_TOOLS.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = ROOT / "resources" / "tools"
SEED, PARAMETERS = 1, [
    {"name": "rate", "low": 1e-4, "high": 1e-1, "log": True, "whole": False},
    {"name": "kind", "choices": ["a", "b", 0.5, True]},
    {"name": "layers", "low": 1, "high": 9, "log": False, "whole": True},
]


def environment():
    version = re.search(r"^optuna==(\S+)", (TOOLS / "optuna.txt").read_text(), re.M)[1]
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "mica"
    folder = pathlib.Path(os.environ.get("MICA_TOOLS") or cache / f"optuna-{version}")
    if (folder / "bin" / "python").exists():
        return [str(folder / "bin" / "python")], dict(os.environ)
    if (folder / "optuna").exists():
        return ["/usr/bin/python3", "-s"], dict(os.environ, PYTHONPATH=str(folder))
    print("skipped: Optuna is not installed (bash resources/tools/setup.sh FOLDER)")
    sys.exit(77)


PYTHON, ENVIRONMENT = environment()


class Study:
    def __init__(self, folder, startup, points=()):
        self.process = subprocess.Popen(
            [*PYTHON, str(TOOLS / "study.py"), folder],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT,
        )
        sampler = {"kind": "tpe", "seed": SEED, "startup": startup, "parallel": 1}
        self.trials = self.do(
            "open", name="x", metric="loss", direction="minimize", sampler=sampler, parameters=PARAMETERS,
            pruner={"kind": "none"}, points=list(points),
        )["trials"]

    def do(self, what, **message):
        self.process.stdin.write(json.dumps({"do": what, **message}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert "error" not in answer, answer
        return answer

    def ask(self):
        answer = self.do("ask")
        return self.tell(answer)

    def tell(self, trial):
        value = trial["parameters"]["rate"] * (1 + trial["parameters"]["kind"])
        self.do("tell", number=trial["number"], state="complete", value=value, attributes={})
        return trial["number"], trial["parameters"]

    def end(self):
        self.process.stdin.close()
        assert self.process.wait() == 0


# As a process that is killed in the middle of asking leaves the storage: one parameter is set, the others are not.
CUT = """
import hashlib, optuna
study = optuna.load_study(study_name="x", storage="sqlite:///study.db")
seed = int.from_bytes(hashlib.sha256(b"%d/%d").digest()[:4], "little")
study.sampler = optuna.samplers.TPESampler(seed=seed, n_startup_trials=%d)
study.ask().suggest_float("rate", 1e-4, 1e-1, log=True)
"""


def cut_asking(startup):
    with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as cut:
        study = Study(whole, startup)
        expected = [study.ask() for _ in range(5)]
        study.end()
        study = Study(cut, startup)
        got = [study.ask() for _ in range(3)]
        study.end()
        script = CUT % (SEED, 3, startup)
        subprocess.run([*PYTHON, "-c", script], cwd=cut, env=ENVIRONMENT, check=True, stderr=subprocess.DEVNULL)
        study = Study(cut, startup)
        got += [study.tell(t) for t in study.trials if t["state"] == "running"]
        got.append(study.ask())
        study.end()
        assert got == expected, (got, expected)


def cut_grid():
    points = [{"rate": 0, "kind": k, "layers": 0} for k in range(4)]
    global PARAMETERS
    before, PARAMETERS = PARAMETERS, [
        {"name": "rate", "choices": [0.1]}, PARAMETERS[1], {"name": "layers", "choices": [1]},
    ]
    with tempfile.TemporaryDirectory() as folder:
        study = Study(folder, 1, points[:2])  # cut off while it made the points
        assert [study.ask()[1]["kind"] for _ in range(2)] == [0, 1]
        study.end()
        study = Study(folder, 1, points)
        assert [t["state"] for t in study.trials] == ["complete", "complete", "waiting", "waiting"], study.trials
        assert study.trials[3]["parameters"] == points[3]
        assert [study.ask()[1]["kind"] for _ in range(2)] == [2, 3]
        study.end()
    PARAMETERS = before


cut_asking(startup=1)  # drawn by TPE
cut_asking(startup=9)  # drawn at random
cut_grid()
print("passed")
