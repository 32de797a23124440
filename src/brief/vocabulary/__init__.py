"""Words as data: phrases, the names of states, the words for relations. Only package data."""
