"""What stands between the network and the app: processes, limits on connections, what goes with every answer.

addresses    who asks, proxies in front or none
processes    starts and stops them
connections  how many there may be, and how slow
metrics      what Prometheus may ask for, on a port of its own
notify       tells systemd that the server answers
transport    HTTPS, and for how long a browser is to insist on it
"""
