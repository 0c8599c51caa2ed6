"""What happened, what follows from it, and how much of anything may be kept: plain rules, no words and no framework.

flags            what can happen in an interview
endings          how an interview ends
taps             what can happen to a tap, and what it speaks for
verdict          which way forward fits
interview_state  what the records of an interview come to
limits           how long, how many, how large
debrief          what is asked afterwards
insights         what is counted over all interviews
"""
