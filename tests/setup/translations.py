"""Every text of the window has a finished translation in each language that keeps what must be kept: translations.py
ROOT LUPDATE. Prints what is wrong, one a line; exit 1 where anything is."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

root, lupdate = sys.argv[1:]
files = ["mica_en.ts", "mica_de.ts", "mica_zh_CN.ts"]
wrong = []

# what an update of a copy would change: texts without a translation, translations without a text
with tempfile.TemporaryDirectory() as copy:
    for name in files:
        shutil.copy(os.path.join(root, "translations", name), copy)
    update = subprocess.run([os.path.join(root, "translations", "update"), lupdate], capture_output=True, text=True,
                            env={**os.environ, "MICA_TRANSLATIONS": copy})
    if update.returncode:
        wrong.append("translations/update failed: " + update.stderr)
    for line in update.stderr.splitlines():
        if "lacks Q_OBJECT" in line or "unknown namespace" in line:
            wrong.append("tr() would be looked up under another name than it is stored under: " + line)
    for name in files:
        with open(os.path.join(root, "translations", name)) as own, open(os.path.join(copy, name)) as updated:
            if own.read() != updated.read():
                wrong.append(f"{name} is not as the sources are: ninja update_translations, then translate what it adds")
    trees = {name: xml.parse(os.path.join(copy, name)) for name in files}


def kept(text):
    """What a translation must have as its source has it: places for values, tags, line breaks, tabs, dots."""
    return (sorted(set(re.findall(r"%L?\d|%n", text))), sorted(re.findall(r"</?\w+>", text)), text.count("\n"),
            text.count("\t"), text.endswith("..."), re.findall(r"\(\*[^)]*\)", text))


def keys(text):
    return re.findall(r"&(?=\w)(?!\w+;)", text.replace("&&", ""))


seen = 0
for name, tree in trees.items():
    for context in tree.getroot().findall("context"):
        where = context.find("name").text
        if not re.fullmatch(r"mica(::[A-Z]\w*)+", where):
            wrong.append(f"{name}: texts under the name {where}: write Class::tr(), a bare tr() is looked up elsewhere")
        for message in context.findall("message"):
            seen += 1
            source, translation = message.find("source").text, message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            said = f"{name}: {where}: {source!r}"
            if translation.get("type") or not all(form.strip() or not source.strip() for form in forms):
                wrong.append(f"{said} has no finished translation")
                continue
            for form in forms:
                if kept(form) != kept(source):
                    wrong.append(f"{said} and {form!r} differ in placeholders, tags, line breaks, dots or file patterns")
                if len(keys(form)) != len(keys(source)) or len(keys(source)) > 1:
                    wrong.append(f"{said} and {form!r} differ in their key (&)")
                if name == "mica_zh_CN.ts" and keys(form) and not re.search(r"\(&[A-Z]\)|&[A-Z]", form):
                    wrong.append(f"{said}: a key stands as a Latin capital: {form!r}")
if seen < 2000:
    wrong.append(f"only {seen} texts were found")
for line in wrong:
    print("FAILED:", line)
sys.exit(1 if wrong else 0)
