"""Everything that people say or read.

scripts    what to say, way by way
slots      the places in it that are filled
selection  which script is said when
phrases    what the app itself says about each way, moment and outcome
skills     what each way practises
rehearsal  what the cards for practising show
texts      what controls, headings and messages are called
"""
