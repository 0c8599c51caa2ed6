"""What happened, what follows from it, and how much of anything may be kept: plain rules, no words and no framework.

flags     what can happen in an interview
endings   how an interview ends
verdict   which way forward fits
limits    how long, how many, how large
debrief   what is asked afterwards
insights  what is counted over all interviews
"""
