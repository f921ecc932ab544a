"""Handing on a report without names: people and organisations that were named are replaced by their roles.

It works on the events, before anything is made of them, so that no format, quote or property of a file can
know a name any more.
"""
