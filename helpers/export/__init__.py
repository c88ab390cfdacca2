"""What is taken away: a printed card, a calendar, the routine as a file, one page for the phone.

Each lives in a module of its own and is imported where it is needed, so that a lesson that takes
nothing away stays quick.
"""
