"""A sentence-embedding model at work: a vector of length 1 for each sentence, and their cosine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from threading import Lock
from typing import Any, Protocol

from briefing.errors import BadInput
from briefing.suggest.model_outputs import INPUTS, ModelOutput, candidates, fits, unknown_inputs

# Rows of numbers (numpy.float32); numpy is of the extra, and is not there to be named.
Vectors = Any

_LONGEST, _BATCH, _KEPT = 256, 16, 24_000
_ROUNDING = 1e-3  # of a length, as float32 has it
# Three sentences of other lengths: a model that mixes up sentences and tokens shows it.
_TRIAL = (
    "The dam is old.",
    "Residents were asked to leave the valley at once, and most of them did.",
    "Wheat",
)
_HINT = "Use a sentence-embedding model in ONNX form, with an output last_hidden_state or sentence_embedding."


class KeptVectors(Protocol):
    """Keeps vectors, as bytes, by a hash of the model and a hash of the text; it may lose any."""

    def get(self, model: str, texts: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """Return those that are kept, by the hashes of their texts."""
        ...

    def put(self, model: str, rows: Mapping[bytes, bytes]) -> None:
        """Keep some."""
        ...


class ModelFailed(BadInput):
    """A model that cannot be used: now, or at all."""


class Embedding:
    """Vectors of sentences, kept while it lives, and by `keep_in` for the next one.

    The model's own vector of a sentence, or of its tokens the mean (the first one where the model asks for
    it). Several threads may ask: each waits for no more than a few sentences of another. Raises ModelFailed
    for a model of another layout.
    """

    def __init__(self, model: Any, tokenizer: Any, np: Any, *, first: bool) -> None:
        self._model, self._tokenizer, self._np, self._first = model, tokenizer, np, first
        strange = unknown_inputs([one.name for one in model.get_inputs()])
        if strange == INPUTS[:1]:
            raise ModelFailed(
                "The model does not take the words of a text (it has no input input_ids).", _HINT
            )
        if strange:
            raise ModelFailed(f"The model wants more than the words of a text: {', '.join(strange)}.", _HINT)
        self._inputs = {one.name: np.int32 if "int32" in one.type else np.int64 for one in model.get_inputs()}
        self._known: dict[str, Vectors] = {}
        self._lock = Lock()
        self._kept: KeptVectors | None = None
        self._hash = ""
        tokenizer.enable_truncation(_LONGEST)
        tokenizer.enable_padding()
        self.output, self.dimensions = self._tried()

    def keep_in(self, kept: KeptVectors, model_hash: str) -> None:
        """Take vectors of this model from where they are kept, and keep there what is made from now on."""
        self._kept, self._hash = kept, f"{model_hash} {self.output} {self._first} {_LONGEST}"

    @property
    def pooling(self) -> str:
        """How a vector comes about, in words."""
        if not self._of_tokens:
            return "the model’s own vector of a sentence"
        return "the first token" if self._first else "the mean of the tokens"

    def scores(self, claim: str, sentences: Sequence[str]) -> Sequence[float]:
        """Return the cosine of the claim and each sentence, −1 to 1."""
        if not sentences:
            return []
        known = self._vectors_of([claim, *sentences])
        rows = self._np.stack([known[one] for one in sentences])
        return [float(value) for value in rows @ known[claim]]

    def learn(
        self,
        texts: Iterable[str],
        progress: Callable[[int, int], object],
        cancelled: Callable[[], bool],
    ) -> int:
        """Make the vectors of texts ahead; return how many had to be made.

        `progress` hears how many of those are made; what was made when it is `cancelled` is kept.
        """
        with self._lock:
            new = self._unknown(texts)
        for at in range(0, len(new), _BATCH):
            if cancelled():
                return at
            progress(at, len(new))
            with self._lock:
                self._make(new[at : at + _BATCH])
        return len(new)

    def _vectors_of(self, texts: Sequence[str]) -> Mapping[str, Vectors]:
        with self._lock:
            new = self._unknown(texts)
            for at in range(0, len(new), _BATCH):
                self._make(new[at : at + _BATCH])
            return {one: self._known[one] for one in texts}

    def _unknown(self, texts: Iterable[str]) -> list[str]:
        """Return the texts that have no vector yet, neither here nor where they are kept."""
        wanted = set(texts)
        if len(self._known) + len(wanted - self._known.keys()) > _KEPT:
            self._known.clear()
        # Sentences of like length together: padding costs time.
        new = sorted(wanted - self._known.keys(), key=lambda one: (len(one), one))
        self._recall(new)
        return [one for one in new if one not in self._known]

    def _make(self, batch: Sequence[str]) -> None:
        made = dict(zip(batch, self._vectors(batch), strict=True))
        self._known.update(made)
        if self._kept is not None:
            self._kept.put(self._hash, {_text_hash(one): vector.tobytes() for one, vector in made.items()})

    def _recall(self, texts: Sequence[str]) -> None:
        """Take what is kept of these; what is not a vector of length 1 (0 for no words) is not taken."""
        if self._kept is None:
            return
        by_hash = {_text_hash(one): one for one in texts}
        for text_hash, data in self._kept.get(self._hash, list(by_hash)).items():
            if len(data) != 4 * self.dimensions:
                continue
            vector = self._np.frombuffer(data, dtype=self._np.float32)
            length = float(self._np.linalg.norm(vector))
            if length == 0 or abs(length - 1) < _ROUNDING:
                self._known[by_hash[text_hash]] = vector

    def _tried(self) -> tuple[str, int]:
        """Return the output that has a vector for each of three sentences, and the numbers in a vector."""
        given = [
            ModelOutput(one.name, len(one.shape) if one.shape else None, "float" in one.type)
            for one in self._model.get_outputs()
        ]
        names = candidates(given)
        if names:
            answers, mask = self._run(_TRIAL, names)
            for name, answer in zip(names, answers, strict=True):
                if fits(answer.shape, *mask.shape):
                    self.output, self._of_tokens = name, answer.ndim == 3
                    return name, int(self._pooled(answer, mask).shape[1])
        listed = ", ".join(f"{one.name} (rank {one.rank or 'unknown'})" for one in given)
        raise ModelFailed(
            f"The model gives no vector for a sentence; its outputs are {listed or 'none'}.", _HINT
        )

    def _run(self, batch: Sequence[str], outputs: Sequence[str]) -> tuple[list[Any], Any]:
        """Return the answers of the model for some sentences, and which tokens are words (1) or padding."""
        np = self._np
        coded = self._tokenizer.encode_batch(list(batch))
        mask = np.array([one.attention_mask for one in coded], dtype=np.int64)
        rows = (np.array([one.ids for one in coded]), mask, np.array([one.type_ids for one in coded]))
        feed = dict(zip(INPUTS, rows, strict=True))
        wanted = {name: feed[name].astype(kind) for name, kind in self._inputs.items()}
        try:
            return self._model.run(list(outputs), wanted), mask
        except Exception as error:
            reason = next(iter(str(error).splitlines()), type(error).__name__)[:200]
            raise ModelFailed(
                f"The model cannot be used with its tokenizer: {reason}",
                "Put model.onnx and tokenizer.json of the same model into the folder.",
            ) from error

    def _vectors(self, batch: Sequence[str]) -> Vectors:
        answers, mask = self._run(batch, [self.output])
        return self._pooled(answers[0], mask)

    def _pooled(self, answer: Any, mask: Any) -> Vectors:
        np = self._np
        out = answer.astype(np.float32)
        if not fits(out.shape, *mask.shape) or not np.isfinite(out).all():
            raise ModelFailed(
                f"The model’s output {self.output} is no vector of numbers for a sentence.", _HINT
            )
        if out.ndim == 3 and self._first:
            out = out[:, 0]
        elif out.ndim == 3:
            weights = mask[:, :, None].astype(np.float32)
            out = (out * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
        length = np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
        vectors: Vectors = (out / length).astype(np.float32)
        return vectors


def _text_hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
