"""What rules and words become on the phone: modules of plain tables.

tables       what the live page looks up
page_tables  what only one other page does
"""
