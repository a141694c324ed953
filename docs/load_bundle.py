#!/usr/bin/env python3
"""Opens a model that `mica run export RUN --bundle FOLDER` wrote: python3 load_bundle.py FOLDER

Needs numpy alone. weights: name -> array, named as in core/model/mica.h ("cross.0.V>L.in_proj_weight");
standardise() makes of a stream's features what the model was given."""
import json
import struct
import sys
import tomllib
from pathlib import Path

import numpy as np

TYPES = {"F16": "<f2", "F32": "<f4", "F64": "<f8", "I64": "<i8", "I32": "<i4", "U8": "u1", "BOOL": "?"}


def read_safetensors(path):
    """name -> array, and the metadata; the layout is in run-format.md."""
    data = Path(path).read_bytes()
    (size,) = struct.unpack_from("<Q", data)
    header = json.loads(data[8 : 8 + size])
    metadata = header.pop("__metadata__", {})
    arrays = {}
    for name, entry in header.items():
        begin, end = (8 + size + offset for offset in entry["data_offsets"])
        arrays[name] = np.frombuffer(data[begin:end], TYPES[entry["dtype"]]).reshape(entry["shape"])
    return arrays, metadata


def load(folder):
    """(configuration, weights, features): features: letter of the stream -> (mean, deviation)."""
    configuration = tomllib.loads((Path(folder) / "run.toml").read_text(encoding="utf-8"))
    arrays, _ = read_safetensors(Path(folder) / "checkpoints" / "best.safetensors")
    weights = {name[6:]: array for name, array in arrays.items() if name.startswith("model.")}
    features = {s: (arrays[f"features.{s}.mean"], arrays[f"features.{s}.deviation"])
                for s in "LVA" if f"features.{s}.mean" in arrays}
    return configuration, weights, features


def standardise(values, mean, deviation):
    """(value - mean) / deviation; 0 for a feature that never changes. values: steps x features."""
    return np.where(deviation > 0, (values - mean) / np.where(deviation > 0, deviation, 1), 0).astype(np.float32)


if __name__ == "__main__":
    configuration, weights, features = load(sys.argv[1])
    print(configuration["training"]["model"], "on", configuration["set"]["name"], "with", configuration["inputs"]["task"])
    for name, array in weights.items():
        print(f"{name:40} {array.dtype} {'x'.join(map(str, array.shape))}")
    for stream, (mean, deviation) in features.items():
        print(f"stream {stream}: {mean.size} features, standardised by mean and deviation")
    print(sum(array.size for array in weights.values()), "weights")
