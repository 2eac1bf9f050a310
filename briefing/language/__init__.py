"""Text read as language: letters, words, amounts, names and days. It knows neither claims nor quotes.

`fold`, `guess`, `spoken`, `stems`, `lexicon` and `tokens` serve every language and are given it as a code
(`guess` knows 36, `stems` cuts endings of 13). `abroad` and `when.foreign` read amounts, days, denials and
the sounds of names in 13 other languages than English. `numbers`, `operators`, `headlines`, `names`,
`offices`, `opposites`, `clock`, `units`, `synonyms` and the rest of `when` read English: ask them of English
text only.
"""
