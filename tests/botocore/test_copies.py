"""Calls that the page copied as commands of the AWS CLI and as boto3 programs: the real clients send exactly the input."""

import builtins
import functools
import itertools
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest
import unittest.mock

import boto3
import botocore.config

from copied_commands import input_of
from playground import service_model

HERE = pathlib.Path(__file__).parent
ENVIRONMENT = {
    **os.environ,
    "AWS_ACCESS_KEY_ID": "111122223333",
    "AWS_SECRET_ACCESS_KEY": "any",
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    # The CLI's own models are a little older than botocore's.
    "AWS_DATA_PATH": str(pathlib.Path(botocore.__file__).parent / "data"),
}


def printed_by(script, *arguments):
    """The JSON lines that a script prints."""
    command = ["node", "--no-warnings", HERE.parent / "parts" / script, *arguments]
    node = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return [json.loads(line) for line in node.stdout.split("\n") if line]


def copies(format):
    """Generated calls as this format."""
    return printed_by("copies.mjs", format)


def words_of_bash(texts):
    """The words that bash gives to `aws`, for each text."""
    aws = "aws() { printf '%s\\0' \"$@\"; printf '\\1\\0'; }\n"
    bash = subprocess.run(["bash"], input=(aws + "\n".join(texts)).encode(), check=True, capture_output=True)
    if bash.stderr:
        raise AssertionError(bash.stderr.decode())
    words = bash.stdout.decode().split("\0")[:-1]
    return [list(group) for is_end, group in itertools.groupby(words, lambda word: word == "\1") if not is_end]


def words_of_powershell(text):
    """The words that PowerShell gives to a program, with the older way of passing double quotes."""
    command = re.sub(r" `\n  ", " ", text.partition("\naws ")[2].rstrip("\n"))
    words = re.findall(r"'(?:[^']|'')*'|[^\s']+", command)
    line = []
    for word in words:
        plain = word[1:-1].replace("''", "'") if word.startswith("'") else word
        line.append(f'"{plain}"' if re.search(r"\s", plain) else plain)
    return words_of_windows(" ".join(line))


def words_of_windows(line):
    """The words of a command line, as programs on Windows find them."""
    words, word, is_quoted = [], "", False
    for backslashes, sign in re.findall(r'(\\*)([^\\])', f"{line} "):
        if sign != '"':
            word += backslashes
        else:
            word += backslashes[: len(backslashes) // 2]
        if sign == '"' and len(backslashes) % 2 == 0:
            is_quoted = not is_quoted
        elif sign.isspace() and not is_quoted:
            words, word = [*words, word], ""
        else:
            word += sign
    return words


class Commands(unittest.TestCase):
    """The AWS CLI."""

    def check(self, found, words_of):
        """Runs copied commands."""
        commands = words_of([copy["text"] for copy in found])
        self.assertEqual(len(commands), len(found))
        program = [sys.executable, HERE / "copied_commands.py"]
        lines = "".join(json.dumps(words) + "\n" for words in commands)
        cli = subprocess.run(program, input=lines, check=True, stdout=subprocess.PIPE, encoding="utf-8", env=ENVIRONMENT)
        for copy, line in zip(found, cli.stdout.rstrip("\n").split("\n"), strict=True):
            with self.subTest(copy["name"]):
                result = json.loads(line)
                self.assertEqual(len(result["sent"]), 1, result["printed"])
                (sent,) = result["sent"]
                self.assertEqual(sent["operation"], copy["operation"].partition(":")[2])
                self.assertEqual(sent["input"], copy["input"])
                self.assertIn(".us-east-1.", sent["url"])

    def test_bash(self):
        found = [copy for copy in copies("cli") if copy["kind"] not in ("nasty 2", "nasty 3")]
        self.check(found, words_of_bash)

    def test_powershell(self):
        # The options are those of the commands for bash: what differs is the quoting.
        found = [copy for copy in copies("cli-powershell") if copy["kind"] in ("nasty 2", "nasty 3")]
        self.check(found, lambda texts: [words_of_powershell(text) for text in texts])


class Programs(unittest.TestCase):
    """boto3."""

    def test_each_program_sends_its_input(self):
        sent = []

        @functools.cache
        def client(*arguments, **options):
            # The minimum lengths of the model are the service's business.
            config = botocore.config.Config(parameter_validation=False)
            made = boto3.session.Session().client(*arguments, **options, config=config)
            made.meta.events.register("before-call", lambda model, params, **_: sent.append((model.name, params)) or (Accepted, {}))
            return made

        with unittest.mock.patch.dict(os.environ, ENVIRONMENT), unittest.mock.patch.object(boto3, "client", client):
            for copy in copies("boto3"):
                with self.subTest(copy["name"]):
                    sent.clear()
                    exec(compile(copy["text"], copy["name"], "exec"), {"__builtins__": {**vars(builtins), "print": lambda _: None}})
                    ((operation, params),) = sent
                    self.assertEqual(operation, copy["operation"].partition(":")[2])
                    self.assertEqual(input_of(params), copy["input"])


class Types(unittest.TestCase):
    """The names of structures and the sizes of integers, which Java, Go, Rust and C# need."""

    def test_they_are_those_of_the_model(self):
        for shape in printed_by("shapes.mjs"):
            if "exclusiveAccountAccess" in shape["path"]:
                continue
            with self.subTest(shape):
                found = service_model(shape["service"]).operation_model(shape["operation"]).input_shape
                for name in shape["path"]:
                    found = found.members[name] if name else found.member
                self.assertEqual(shape["type"], found.name if found.type_name == "structure" else found.type_name)


class Accepted:
    """The response of a service that accepts everything."""

    status_code = 200
