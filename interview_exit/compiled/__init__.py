"""What rules and words become on the phone: modules of plain tables, and TypeScript's description of each.

live        what the live page looks up
more, prepare, after, insights, data, sync
            what only other screens or pages do, so that the live page does not load it
modules     writes tables/<name>.js and tables/<name>.d.ts of each

A table is an annotated constant of one of those files: its name, its type and the words below it become the phone's.
Nothing of a candidate is in them: they are the same files for everybody.
"""
