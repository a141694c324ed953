"""Optuna on one side, `mica sweep` on the other: a JSON object a line on standard input, one a line back.

Started with the sweep's folder, in which it keeps study.db (Optuna's SQLite storage). It trains nothing and draws
nothing: it asks Optuna for the next trial, tells it what came out, and asks whether a trial is worth going on with.
"""

import hashlib
import json
import os
import sys
import warnings
from datetime import timezone

import optuna
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.importance import PedAnovaImportanceEvaluator, get_param_importances
from optuna.trial import Trial, TrialState

STATES = {"complete": TrialState.COMPLETE, "pruned": TrialState.PRUNED, "failed": TrialState.FAIL}


class Study:
    def open(self, m):
        self.wish = m["sampler"]
        self.distributions = {p["name"]: distribution(p) for p in m["parameters"]}
        pruner = optuna.pruners.NopPruner()
        if m["pruner"]["kind"] == "halving":
            pruner = optuna.pruners.SuccessiveHalvingPruner(
                min_resource=m["pruner"]["first"], reduction_factor=m["pruner"]["factor"]
            )
        # a relative name: Optuna reads braces and percent signs of a path in its own way
        storage = optuna.storages.RDBStorage("sqlite:///study.db", engine_kwargs={"connect_args": {"timeout": 60}})
        self.study = optuna.create_study(
            study_name=m["name"], storage=storage, direction=m["direction"], pruner=pruner, load_if_exists=True
        )
        self.study.set_metric_names([m["metric"]])
        self.study.set_user_attr("optuna", optuna.__version__)  # trials are the same with the same version alone
        self.open_trials = {}
        # the points of a grid are trials that wait, in their order; a start that was cut off has made some of them
        for point in m["points"][len(self.trials()) :]:
            self.study.enqueue_trial({k: self.choice(k, i) for k, i in point.items()})
        for t in self.trials():
            if t.state == TrialState.RUNNING and len(t.params) < len(self.distributions):
                self.complete(t)
        return {"trials": [self.told(t) for t in self.trials()]}

    def trials(self):
        return self.study.get_trials(deepcopy=False)

    def choice(self, name, index):
        return self.distributions[name].choices[index]

    def parameters(self, params):
        """Of a list of choices the place in it, of a range the number."""
        return {
            name: d.choices.index(params[name]) if isinstance(d, CategoricalDistribution) else params[name]
            for name, d in self.distributions.items()
            if name in params
        }

    def told(self, t):
        time = lambda at: at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""
        waiting = t.state == TrialState.WAITING
        params = t.system_attrs.get("fixed_params", {}) if waiting else t.params
        return {
            "number": t.number,
            "state": {v: k for k, v in STATES.items()}.get(t.state, "waiting" if waiting else "running"),
            "parameters": self.parameters(params),
            "value": t.value if t.state in (TrialState.COMPLETE, TrialState.PRUNED) else None,
            "by_epoch": sorted(t.intermediate_values.items()),
            "begun": time(t.datetime_start),
            "ended": time(t.datetime_complete),
            "attributes": t.user_attrs,
        }

    def sampler(self, number):
        # made anew for every trial from the seed and its number: a restart in between changes nothing
        digest = hashlib.sha256(f"{self.wish['seed']}/{number}".encode()).digest()
        seed = int.from_bytes(digest[:4], "little")
        if self.wish["kind"] != "tpe":
            return optuna.samplers.RandomSampler(seed=seed)
        return optuna.samplers.TPESampler(
            seed=seed, n_startup_trials=self.wish["startup"], constant_liar=self.wish["parallel"] > 1
        )

    def complete(self, t):
        """Settings of a trial whose asking was cut off: those that it would have been given."""
        sampler = self.sampler(t.number)
        space = sampler.infer_relative_search_space(self.study, t)
        given = dict(sampler.sample_relative(self.study, t, space))
        for name, d in self.distributions.items():
            if name not in given:
                given[name] = sampler.sample_independent(self.study, t, name, d)
        self.study.sampler = optuna.samplers.PartialFixedSampler(given, sampler)
        trial = Trial(self.study, t._trial_id)
        for name, d in self.distributions.items():
            if isinstance(d, CategoricalDistribution):
                trial.suggest_categorical(name, d.choices)
            elif isinstance(d, IntDistribution):
                trial.suggest_int(name, d.low, d.high, log=d.log)
            else:
                trial.suggest_float(name, d.low, d.high, log=d.log)

    def trial(self, number):
        if number not in self.open_trials:
            # trials that an earlier start began are gone on with
            self.open_trials[number] = Trial(self.study, self.trials()[number]._trial_id)
        return self.open_trials[number]

    def ask(self, m):
        self.study.sampler = self.sampler(len(self.trials()))
        trial = self.study.ask(fixed_distributions=self.distributions)
        self.open_trials[trial.number] = trial
        return {"number": trial.number, "parameters": self.parameters(trial.params)}

    def report(self, m):
        """The epochs' values in their order, up to the one at which the pruner ends the trial."""
        trial = self.trial(m["number"])
        for epoch, value in m["values"]:
            trial.report(value, epoch)
            if trial.should_prune():
                return {"prune": epoch}
        return {}

    def tell(self, m):
        number = m["number"]
        for key, value in m["attributes"].items():  # before: a trial that has ended takes none
            self.trial(number).set_user_attr(key, value)
        value = m["value"] if m["state"] == "complete" else None
        self.study.tell(number, value, state=STATES[m["state"]], skip_if_finished=True)
        self.open_trials.pop(number, None)
        return {}

    def importance(self, m):
        """PED-ANOVA; nothing where all trials came out alike, or too few have ended."""
        done = [t for t in self.trials() if t.state == TrialState.COMPLETE]
        if len(done) < m["least"] or len({t.value for t in done}) < 2:
            return {"importance": {}}
        try:
            shares = get_param_importances(self.study, evaluator=PedAnovaImportanceEvaluator(), normalize=True)
        except Exception as error:  # a figure to look at is no reason to end a sweep
            print(f"importance: {error}", file=sys.stderr)
            return {"importance": {}}
        total = sum(shares.values())
        return {"importance": {k: v / total for k, v in shares.items()} if total > 0 else {}}


def distribution(p):
    if "choices" in p:
        return CategoricalDistribution(p["choices"])
    if p["whole"]:
        return IntDistribution(int(p["low"]), int(p["high"]), log=p["log"])
    return FloatDistribution(p["low"], p["high"], log=p["log"])


def main():
    os.chdir(sys.argv[1])
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    warnings.simplefilter("ignore")  # Optuna's hints to programmers are not for the person at the terminal
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever else is printed is no answer
    study = Study()
    for line in sys.stdin:
        message = json.loads(line)
        try:
            answer = getattr(study, message["do"])(message)
        except Exception as error:  # told, and judged by the other side
            answer = {"error": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
