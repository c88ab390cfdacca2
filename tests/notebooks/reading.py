"""How hard a text is to read: the Flesch-Kincaid grade, in years of school."""

import re

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SENTENCE = re.compile(r"[.!?:]+(?=\s|$)|\n\n+")
VOWELS = re.compile(r"[aeiouyäöüéèêœ]+")
# Written, but not spoken: the e of "stroke", "moved" and "glides" is no syllable of its own; that
# of "muscle", "rested" and "places" is.
SILENT = re.compile(
    r"(?:(?<=[^aeiouyl])|(?<=[aeiouy]l))e$|(?<=[^aeioutd])ed$"
    r"|(?:(?<=[^aeiouylscxzgh])|(?<=[aeiouy]l)|(?<=th))es$"
)
TWO = re.compile(r"[aeiou]ing|[iu]a(?!r)|io(?!n|u)|eo(?!u)|iest|ier$")


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of plain sentences."""
    words = WORD.findall(text)
    sentences = [part for part in SENTENCE.split(text) if WORD.search(part)]
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59


def syllables(word: str) -> int:
    """Estimate how many syllables an English word has."""
    word = re.sub(r"['’].*", "", word.lower())
    heard = SILENT.sub("", word)
    return max(1, len(VOWELS.findall(heard)) + len(TWO.findall(heard)))
