"""pickles.py PROGRAM FOLDER: what Python's own pickle and numpy write and read, held against `mica`."""
import json
import pathlib
import pickle
import subprocess
import sys

import numpy as np

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
random = np.random.default_rng(1)
wrong = 0


def check(good, what):
    global wrong
    if not good:
        wrong += 1
        print("wrong:", what)


def mica(*arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def imported(name, value, protocol, *options):
    file = folder / f"{name}-{protocol}.pkl"
    file.write_bytes(pickle.dumps(value, protocol))
    code, out, err = mica("import", "pickle", file, "--to", folder / "set.h5", "--json", *options)
    check(code == 0, f"{name}, protocol {protocol}: {err}")
    return json.loads(out) if code == 0 else {}


def padded(samples, steps, features, left):
    a = random.standard_normal((samples, steps, features)).astype("f4")
    for i in range(samples):
        n = int(random.integers(0, steps))
        if left:
            a[i, :n] = 0
        else:
            a[i, steps - n:] = 0
    return a


def part(samples):
    return {"vision": padded(samples, 20, 3, True), "text": padded(samples, 7, 5, True),
            "audio": padded(samples, 11, 2, True), "labels": random.standard_normal((samples, 1, 1)).astype("f4"),
            "id": np.array([[f"v{i % 3}", str(i), f"{i + 0.5}"] for i in range(samples)]).astype("S")}


mult = {"train": part(9), "valid": part(4), "test": part(5)}


def each(change):
    return {s: {k: change(k, v) for k, v in p.items()} for s, p in mult.items()}


streams = ("vision", "text", "audio")
forms = {
    "as it is": mult,
    "f8": each(lambda k, v: v.astype("f8") if k in streams else v),
    "big-endian": each(lambda k, v: v.astype(">f4") if k in streams else v),
    "Fortran order": each(lambda k, v: np.asfortranarray(v) if k in streams else v),
    "axes in another order": each(lambda k, v: np.ascontiguousarray(v.transpose(1, 0, 2)).transpose(1, 0, 2)
                                  if k in streams else v),
    "a view": each(lambda k, v: np.concatenate([v, v])[: len(v)] if k in streams else v),
    "texts": each(lambda k, v: v.astype("U") if k == "id" else v),
    "objects": each(lambda k, v: v.astype("U").astype(object) if k == "id" else v),
    "lists": each(lambda k, v: v.tolist() if k in ("labels", "id") else v),
    "numbers of numpy": each(lambda k, v: [x for x in v[:, 0, 0]] if k == "labels" else v),
}
prints = set()
for name, value in forms.items():
    for protocol in range(6) if name == "lists" else range(2, 6):
        if protocol < 2:  # text instructions: refused in a sentence, never misread
            file = folder / "old.pkl"
            file.write_bytes(pickle.dumps(value, protocol))
            code, _, err = mica("import", "pickle", file, "--to", folder / "old.h5")
            check(code == 0 or ("old.pkl" in err and len(err.splitlines()) < 4), f"protocol {protocol}: {err}")
            continue
        summary = imported(name, value, protocol)
        prints.add(summary.get("fingerprint"))
        check(summary.get("splits") == {"train": 9, "valid": 4, "test": 5}, f"{name}: {summary.get('splits')}")
check(len(prints) == 1, f"{len(prints)} different sets from one")

for protocol in (0, 2, 4):
    class Evil:
        def __reduce__(self):
            import os
            return os.system, ("touch " + str(folder / "ran"),)

    file = folder / "evil.pkl"
    file.write_bytes(pickle.dumps({"train": Evil()}, protocol))
    code, _, err = mica("import", "pickle", file, "--to", folder / "evil.h5")
    check(code == 1 and "posix.system" in err, f"a system call, protocol {protocol}: {err}")
check(not (folder / "ran").exists(), "the file's call was run")

# exports, as the public loaders read them
imported("set", mult, 4)
for form, left in (("mult", True), ("mmsa", False)):
    code, _, err = mica("export", folder / "set.h5", "--as", form, "--to", folder / "out.pkl")
    check(code == 0, err)
    with open(folder / "out.pkl", "rb") as f:
        out = pickle.load(f)
    for split, p in mult.items():
        q = out[split]
        for k in streams:
            check(q[k].dtype == np.float32 and q[k].shape[0] == len(p[k]), f"{form}: {k} of {split}")
            for a, b in zip(p[k], q[k]):
                n = len(a) - int(np.argmax(np.any(a != 0, axis=1)))
                real = b[-n:] if left else b[:n]
                rest = b[:-n] if left else b[n:]
                check(np.array_equal(a[-n:], real) and not rest.any(), f"{form}: values of {k} of {split}")
                if not left and k != "text":
                    check(n in q[k + "_lengths"], f"{form}: lengths of {k}")
        if left:
            check(np.array_equal(q["labels"], p["labels"]), "mult: labels")
            check(q["id"].shape == (len(p["id"]), 3) and q["id"][0][0].decode().startswith("v0["), "mult: ids")
        else:
            check(np.array_equal(q["regression_labels"], p["labels"][:, 0, 0]), "mmsa: labels")
            check(len(q["raw_text"]) == len(q["id"]) == len(p["id"]), "mmsa: ids")
    code, text, err = mica("import", "pickle", folder / "out.pkl", "--to", folder / "again.h5", "--json")
    check(code == 0 and (folder / "again.h5").read_bytes() == (folder / "set.h5").read_bytes(), f"{form}: {err}")

print("pickles of Python:", "good" if not wrong else f"{wrong} wrong")
sys.exit(1 if wrong else 0)
