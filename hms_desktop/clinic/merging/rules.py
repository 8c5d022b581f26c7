"""What can be chosen when two records become one, and what a pair of records can be."""

PAIR_STATES = ("open", "different", "merged")
"""A manager still has to look; these are two people; these were merged."""
