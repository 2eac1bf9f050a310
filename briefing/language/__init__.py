"""Text read as language: letters, words, amounts, names and days. It knows neither claims nor quotes.

`fold`, `guess`, `stems`, `lexicon`, `tokens` and `numbers` serve every language and are given it as a code
(`guess` knows 36, `stems` cuts endings of 13); `when.foreign` reads dates of 12 at once. `operators`,
`headlines`, `names`,
`offices`, `opposites`, `clock`, `units`, `synonyms` and the rest of `when` read English: ask them of English
text only.
"""
