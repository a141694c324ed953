#!/usr/bin/env python3
"""Holds the program to the public readers: what Python's own pickle, numpy, h5py and csv read from a file has to be
what `mica check --json` says of it and what `mica export --as numpy` gives of its import. Needs the environment
variable MICA_PROGRAM; MICA_TEST_DATA adds the real files. Exits with 77 where numpy or h5py are missing."""

import csv
import json
import os
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import h5py
    import numpy as np
except ImportError as e:
    print(f"skipped: {e} (python3-numpy, python3-h5py)")
    sys.exit(77)

MICA = os.environ["MICA_PROGRAM"]
DATA = os.environ.get("MICA_TEST_DATA")
MODALITIES = ("text", "vision", "audio")
checks = 0


def same(got, wanted, what):
    global checks
    checks += 1
    if isinstance(wanted, np.ndarray):
        if got.shape != wanted.shape or not np.array_equal(got, wanted, equal_nan=wanted.dtype.kind == "f"):
            sys.exit(f"{what}: arrays differ: {got.shape} and {wanted.shape}\n{got}\n{wanted}")
    elif got != wanted:
        sys.exit(f"{what}: {got!r} where Python has {wanted!r}")


def close(got, wanted, what):
    global checks
    checks += 1
    if not np.isclose(got, wanted, rtol=1e-9, atol=1e-9):
        sys.exit(f"{what}: {got!r} where Python has {wanted!r}")


def mica(*arguments):
    done = subprocess.run([MICA, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"mica {' '.join(map(str, arguments))} failed with {done.returncode}: {done.stderr}")
    return done.stdout


def check(file):
    report, = json.loads(mica("check", file, "--json"))
    same(report["bytes"], file.stat().st_size, f"{file}: bytes")
    return report


def stream(report, name):
    found = [s for s in report["streams"] if s["name"] == name]
    same(len(found), 1, f"{report['file']}: streams called {name}")
    return found[0]


def compare_stream(report, name, samples, shape=None, padding=None, lengths=None, missing=0):
    """samples: the real steps of each sample, arrays of steps x features as float32, as training sees them."""
    s = stream(report, name)
    what = f"{report['file']}, {name}: "
    if shape is not None:
        same(tuple(s["shape"]), tuple(shape), what + "shape")
    if padding is not None:
        same(s["padding"], padding, what + "padding")
    if lengths is not None:
        same(s["lengths"], lengths, what + "lengths")
    steps = [len(x) for x in samples if len(x)]
    same(s["samples"], len(steps), what + "samples")
    same(s["missing"], len(samples) - len(steps) + missing, what + "missing")
    same(s["shortest"], min(steps), what + "shortest")
    same(s["longest"], max(steps), what + "longest")
    close(s["mean_length"], np.mean(steps), what + "mean length")
    if samples[0].dtype.kind != "f":
        return
    rows = np.concatenate([x.reshape(len(x), -1) for x in samples]).astype(np.float64)
    same(s["nan"], int(np.isnan(rows).sum()), what + "NaN")
    same(s["infinite"], int(np.isinf(rows).sum()), what + "infinite")
    finite = rows[np.isfinite(rows)]
    same(s["minimum"], finite.min(), what + "minimum")
    same(s["maximum"], finite.max(), what + "maximum")
    close(s["mean"], finite.mean(), what + "mean")
    close(s["deviation"], finite.std(), what + "deviation")
    constant = []
    for f in range(rows.shape[1]):
        column = rows[np.isfinite(rows[:, f]), f]
        if len(column) > 1 and column.min() == column.max():
            constant.append(f)
    same(s["constant"], constant, what + "constant features")


def histogram(labels, low=-3, high=3):
    """Counts in bins of one, the last with its upper end."""
    return [int(((labels >= b) & ((labels < b + 1) | ((b + 1 == high) & (labels == high)))).sum())
            for b in range(low, high)]


def compare_labels(report, by_split, low=-3, high=3):
    for split, labels in by_split.items():
        bins = [b["count"][split] for b in report["labels"] if b["name"].startswith("[")]
        same(bins, histogram(labels, low, high), f"{report['file']}: labels of {split}")


class Exported:
    """A set as numpy opens it from `mica export --as numpy`."""

    def __init__(self, file, folder):
        to = folder / (file.stem + ".npz")
        mica("export", file, "--as", "numpy", "--to", to)
        self.all = dict(np.load(to, allow_pickle=False))
        self.ids = self.all["ids"].tolist()

    def values(self, name, i):
        o = self.all[name + "_offsets"]
        return self.all[name][o[i]:o[i + 1]]

    def label(self, i):
        o = self.all["label_offsets"]
        return self.all["labels"][o[i]:o[i + 1]]

    def words(self, i):
        o = self.all["word_offsets"]
        return self.all["words"][o[i]:o[i + 1]].tolist(), self.all["word_times"][o[i]:o[i + 1]]


def clean(rows):
    return np.where(np.isfinite(rows), rows, np.float32(0))


def compare_import(source, real, labels, splits, folder):
    """real: by modality, the real steps of each sample in the file's order."""
    to = folder / (source.stem + ".h5")
    mica("import", "pickle", source, "--to", to)
    out = Exported(to, folder)
    n = len(splits)
    same(len(out.ids), n, f"{source}: clips")
    same(out.all["splits"].tolist(), splits, f"{source}: splits")
    for name in MODALITIES:
        for i in range(n):
            same(out.values(name, i), clean(real[name][i]), f"{source}: {name} of sample {i}")
    for i in range(n):
        if labels is not None:
            same(out.label(i), np.asarray(labels[i], np.float32).reshape(-1), f"{source}: label of sample {i}")
    report = check(to)
    for name in MODALITIES:
        compare_stream(report, name, [clean(x) for x in real[name]], lengths="stored", padding="none")


def padded(samples, longest, left):
    out = np.zeros((len(samples), longest, samples[0].shape[1]), samples[0].dtype)
    for i, s in enumerate(samples):
        if len(s):
            out[i, longest - len(s):] = s if left else 0
            if not left:
                out[i] = 0
                out[i, :len(s)] = s
    return out


def made_pickles(folder):
    random = np.random.default_rng(5)
    sizes = {"text": (9, 6), "vision": (21, 5), "audio": (30, 4)}
    counts = {"train": 11, "valid": 4, "test": 6}
    number = 0
    for protocol in (2, 3, 4, 5):
        for kind, dtype, order in (("mult", "<f4", "C"), ("mult", "<f8", "F"), ("mult", ">f8", "C"),
                                   ("mmsa", "<f4", "C"), ("iemocap", "<f4", "C")):
            number += 1
            content, real, labels, splits = {}, {m: [] for m in MODALITIES}, [], []
            for split, n in counts.items():
                part = {}
                for name, (longest, features) in sizes.items():
                    samples = [random.normal(size=(random.integers(2, longest), features)) + 0.1 for _ in range(n)]
                    samples[0] = random.normal(size=(longest, features))
                    if name == "audio":
                        samples[1][1, 2] = -np.inf
                        samples[2][0, 0] = np.nan
                    samples = [s.astype(dtype) for s in samples]
                    part[name] = np.asarray(padded(samples, longest, kind != "mmsa"), dtype=dtype, order=order)
                    if kind == "mmsa" and name != "text":
                        part[name + "_lengths"] = [len(s) for s in samples]
                    real[name] += [s.astype(np.float32) for s in samples]
                if kind == "iemocap":
                    classes = random.integers(0, 2, size=(n, 4))
                    part["labels"] = np.eye(2)[classes]
                    labels += list(classes)
                elif kind == "mmsa":
                    part["regression_labels"] = random.uniform(-3, 3, n).astype("f4")
                    part["id"] = [f"video{split}{i}$_${i}" for i in range(n)]
                    part["raw_text"] = np.array(["some words"] * n)
                    labels += list(part["regression_labels"])
                else:
                    part["labels"] = random.uniform(-3, 3, (n, 1, 1)).astype("f4")
                    part["id"] = np.array([[f"{split}{i}", "1.5", "3.25"] for i in range(n)], dtype="S")
                    labels += list(part["labels"])
                splits += [split] * n
                content[split] = part
            file = folder / f"{kind}{number}.pkl"
            with open(file, "wb") as f:
                pickle.dump(content, f, protocol)
            report = check(file)
            same(report["kind"], "MMSA pickle" if kind == "mmsa" else "MulT pickle", f"{file}: kind")
            same([report["splits"][s] for s in counts], list(counts.values()), f"{file}: splits")
            at = 0
            for split, n in counts.items():
                for name in MODALITIES:
                    stated = kind == "mmsa" and name != "text"
                    compare_stream(report, f"{split}/{name}", real[name][at:at + n], content[split][name].shape,
                                   "right" if kind == "mmsa" else "left", "stored" if stated else "from zero padding")
                at += n
            if kind != "iemocap":
                keyed = np.array([float(np.asarray(x).reshape(-1)[0]) for x in labels])
                compare_labels(report, {s: keyed[[k for k, x in enumerate(splits) if x == s]] for s in counts})
            else:
                table = np.array(labels)
                for e, emotion in enumerate(("neutral", "happy", "sad", "angry")):
                    got = [b["count"] for b in report["labels"] if b["name"] == f"{emotion}: yes"][0]
                    for split in counts:
                        rows = table[[k for k, x in enumerate(splits) if x == split]]
                        same(got[split], int(rows[:, e].sum()), f"{file}: {emotion} in {split}")
            compare_import(file, real, labels, splits, folder)


def sequence(file):
    """The first root group of a computational sequence: {id: (features, intervals)}."""
    with h5py.File(file, "r") as f:
        root = f[list(f.keys())[0]]["data"]
        return {k: (root[k]["features"][()], root[k]["intervals"][()]) for k in root}


def compare_sequence(file, folds=None):
    content = sequence(file)
    report = check(file)
    same(report["kind"], "computational sequence", f"{file}: kind")
    name = report["streams"][0]["name"]
    ids = sorted(content)
    if "label" in name.lower():
        compare_stream(report, name, [r[None].astype(np.float32) for k in ids for r in content[k][0]])
        return content, report
    features = [content[k][0] for k in ids]
    if features[0].dtype.kind == "S":
        compare_stream(report, name, features, (sum(map(len, features)),))
        pauses = sum(int(np.isin(x, [b"sp"]).sum()) for x in features)
        told = [f["count"] for f in report["findings"] if f["rule"] == "pauses"]
        same(told, [pauses] if pauses else [], f"{file}: pauses")
    else:
        compare_stream(report, name, [x.astype(np.float32) for x in features],
                       (sum(map(len, features)), features[0].shape[1]))
    return content, report


def made_sequences(folder):
    random = np.random.default_rng(6)
    for number, (dtype, options) in enumerate((("<f4", {}), ("<f8", {"compression": "gzip", "chunks": True}),
                                               (">f4", {}), ("S9", {}), ("S17", {"compression": "gzip"}))):
        file = folder / f"made{number}.csd"
        with h5py.File(file, "w") as f:
            data = f.create_group("made").create_group("data")
            for i in range(7):
                n = int(random.integers(1, 40))
                values = random.normal(size=(n, 5))
                if i == 2:
                    values[0, 3] = -np.inf
                if dtype.startswith("S"):
                    values = np.array([[b"sp" if k % 5 == 4 else b"word%d" % k] for k in range(n)], dtype)
                group = data.create_group(f"id{i}")
                group.create_dataset("features", data=values.astype(dtype), **options)
                begins = np.arange(n) / 10
                group.create_dataset("intervals", data=np.stack([begins, begins + 0.1], 1))
            f["made"].create_group("metadata")
        compare_sequence(file)


def openface(file):
    with open(file, newline="") as f:
        rows = list(csv.reader(f))
    values = np.array([[float(x) for x in r] for r in rows[1:]], np.float32)
    report = check(file)
    names = [n.strip() for n in rows[0]]
    same(report["kind"], "OpenFace table", f"{file}: kind")
    s = report["streams"][0]
    kept = [names.index(n) for n in s["feature_names"]]
    compare_stream(report, s["name"], [values[:, kept]])


def real_pickles(data, folder):
    for file in sorted((data / "mmsa").glob("*.pkl")):
        with open(file, "rb") as f:
            content = pickle.load(f)
        single = content["text"].ndim == 2
        n = 1 if single else len(content["text"])
        real = {}
        report = check(file)
        for name in MODALITIES:
            array = content[name][None] if single else content[name]
            stated = content.get(name + "_lengths")
            if stated is None and name == "text":
                mask = content["text_bert"][None] if single else content["text_bert"]
                stated = mask[:, 1].sum(1)
            if stated is None:
                stated = [array.shape[1]] * n
            real[name] = [array[i, :int(stated[i])].astype(np.float32) for i in range(n)]
            compare_stream(report, name, real[name], content[name].shape)
        compare_import(file, real, None, ["none"] * n, folder)


def real_sequences(data, folder):
    mosi = data / "mosi"
    words, report = compare_sequence(mosi / "CMU_MOSI_ModifiedTimestampedWords.csd")
    labels, labelled = compare_sequence(mosi / "CMU_MOSI_Opinion_Labels.csd")
    folds = json.loads((data / "folds/cmu_mosi.json").read_text()) if (data / "folds/cmu_mosi.json").exists() else None
    to = folder / "mosi.h5"
    mica("import", "csd", mosi / "CMU_MOSI_ModifiedTimestampedWords.csd", "--labels",
         mosi / "CMU_MOSI_Opinion_Labels.csd", "--to", to)
    out = Exported(to, folder)
    same(len(out.ids), sum(len(v[0]) for v in labels.values()), "MOSI: segments")
    same(len(out.ids), 2199, "MOSI: segments")
    same([out.all["splits"].tolist().count(s) for s in ("train", "valid", "test")], [1284, 229, 686], "MOSI: splits")
    by_split = {"train": [], "valid": [], "test": []}
    for i, clip in enumerate(out.ids):
        video, row = clip[:-1].rsplit("[", 1)
        label, interval = labels[video][0][int(row)], labels[video][1][int(row)].astype(np.float64)
        same(out.label(i), label.astype(np.float32), f"{clip}: label")
        by_split[str(out.all["splits"][i])].append(float(label[0]))
        close(out.all["durations"][i], interval[1] - interval[0], f"{clip}: duration")
        # the SDK's rule: rows that overlap, cut to the segment, longer than 1e-5 s, in order of their begins
        times = words[video][1].astype(np.float64)
        cut = np.clip(times, interval[0], interval[1])
        keep = (cut[:, 1] - cut[:, 0] > 1e-5) & (words[video][0][:, 0] != b"sp")
        order = np.argsort(times[keep][:, 0], kind="stable")
        texts, spans = out.words(i)
        same(texts, [t.decode() for t in words[video][0][keep][order][:, 0]], f"{clip}: words")
        if len(texts) and not np.allclose(spans, cut[keep][order] - interval[0], atol=1e-6, rtol=0):
            sys.exit(f"{clip}: times of words differ: {spans} {cut[keep][order] - interval[0]}")
    by_split = {k: np.array(v) for k, v in by_split.items()}
    compare_labels(labelled, by_split)
    compare_labels(check(to), by_split)


def made_maps(folder):
    """The same maps as h5py, numpy and csv read them."""
    random = np.random.default_rng(5)
    splits = {}
    for split, n in (("train", 24), ("valid", 6), ("test", 6)):
        splits[split] = {
            "text": random.normal(size=(n, 5, 4)).astype(np.float32),
            "vision": random.normal(size=(n, 8, 3)).astype(np.float32),
            "audio": random.normal(size=(n, 7, 2)).astype(np.float32),
            "labels": random.uniform(-3, 3, size=(n, 1, 1)).astype(np.float32),
            "id": np.array([[f"{split}{i}", "0", "1"] for i in range(n)]),
        }
    source, to, run = folder / "maps.pkl", folder / "maps-set.h5", folder / "maps-run"
    source.write_bytes(pickle.dumps(splits))
    mica("import", "pickle", source, "--to", to)
    settings = ("d=8", "heads=2", "layers=2", "memory_layers=1", "batch=6", "epochs=1", "mmd_rows=64")
    mica("train", "--data", to, "--model", "mica", "--out", run, *(w for s in settings for w in ("--set", s)))
    clip = Exported(to, folder).ids[-1]
    for name in ("maps.h5", "maps.npz", "maps.csv"):
        mica("inspect", run, "--clip", clip, "--out", folder / name)
    mica("inspect", run, "--clip", clip, "--pair", "V-L", "--layer", "2", "--out", folder / "one.npy")
    plain = dict(np.load(folder / "maps.npz", allow_pickle=False))
    cells = []
    with h5py.File(folder / "maps.h5") as file:
        plainly = lambda v: v.decode() if isinstance(v, bytes) else v.item()  # texts of fixed length are bytes to h5py
        same(plainly(file.attrs["format"]), "mica maps", "maps: format")
        same(len(file), 12, "maps: pairs x layers")
        for i in range(1, 13):
            group = file[f"map{i}"]
            weights = group["weights"][()]
            same((weights.dtype, weights.ndim), (np.dtype("<f4"), 3), "maps: weights")
            for name in ("weights", "W", "V", "gamma", "heads", "target_times", "source_times"):
                same(plain[f"map{i}/{name}"], group[name][()], f"maps: map{i}/{name}")
            for name, value in group.attrs.items():
                same(plain[f"map{i}/{name}"].item(), plainly(value), f"maps: map{i}/{name}")
            if not np.allclose(weights.sum(axis=2), 1, atol=1e-5):
                sys.exit(f"maps: map{i}: rows do not sum to 1")
            cells.append(weights.ravel())
            if plainly(group.attrs["pair"]) == "V>L" and group.attrs["layer"] == 2:
                same(np.load(folder / "one.npy", allow_pickle=False), weights, "maps: .npy")
    with open(folder / "maps.csv", newline="") as file:
        written = np.array([np.float32(row["weight"]) for row in csv.DictReader(file)])
    same(written, np.concatenate(cells), "maps: .csv")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made_pickles(folder)
        made_sequences(folder)
        made_maps(folder)
        if DATA:
            real_pickles(Path(DATA), folder)
            real_sequences(Path(DATA), folder)
            openface(Path(DATA) / "misc/OpenFace_Test.csv")
    print(f"{checks} comparisons with pickle, numpy, h5py and csv agree" + ("" if DATA else "; no real data at hand"))


main()
