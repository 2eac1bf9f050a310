"""Text read as language: letters, words, amounts, names and days. It knows neither claims nor quotes, and takes the language as an argument."""
