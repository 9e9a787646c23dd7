"""The ground floor: language. Pure functions over ``str``; knows no record. Offsets are code points."""
